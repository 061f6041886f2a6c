package io.mingshu.semantic.plan.naive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row by the names of the catalog's dimensions and of its columns. */
record NaiveRow(String fact, Map<String, @Nullable Object> cells) {

  static List<NaiveRow> of(NaiveShop shop) {
    List<NaiveRow> rows = new ArrayList<>();
    for (NaiveShop.Purchase p : shop.purchases()) {
      Map<String, @Nullable Object> cells = new HashMap<>();
      cells.put("order", p.orderId());
      cells.put("user", p.userId());
      cells.put("order_time", p.orderTime());
      cells.put("pay_time", p.payTime());
      cells.put("province", p.province());
      cells.put("campaign", p.campaign());
      cells.put("amount", p.amount());
      cells.put("paid_amount", p.paidAmount());
      cells.put("refund_amount", p.refundAmount());
      cells.put("quantity", p.quantity());
      cells.put("first_order", p.seq() == 1);
      addMember(cells, shop.member(p.userId()));
      boolean counts = p.amount() != null && p.amount().signum() >= 0;
      if (counts) {
        rows.add(new NaiveRow("purchases", cells));
      }
    }
    for (NaiveShop.Visit v : shop.visits()) {
      Map<String, @Nullable Object> cells = new HashMap<>();
      cells.put("user", v.userId());
      cells.put("visit_time", v.time());
      cells.put("action", v.action());
      cells.put("province", v.province());
      cells.put("campaign", v.campaign());
      cells.put("rooms", v.rooms());
      addMember(cells, shop.member(v.userId()));
      rows.add(new NaiveRow("visits", cells));
    }
    for (NaiveShop.Member m : shop.members()) {
      Map<String, @Nullable Object> cells = new HashMap<>();
      cells.put("user", m.userId());
      addMember(cells, m);
      rows.add(new NaiveRow("members", cells));
    }
    return List.copyOf(rows);
  }

  private static void addMember(
      Map<String, @Nullable Object> cells, NaiveShop.@Nullable Member member) {
    cells.put("join_time", member == null ? null : member.joinTime());
    cells.put("level", member == null ? null : member.level());
  }

  @Nullable Instant moment(String time) {
    return (Instant) cells.get(time);
  }

  /** The value of a dimension, empty text being none. */
  @Nullable Object dimension(String name, String time, ZoneId zone) {
    Instant moment = moment(time);
    if (List.of("hour", "weekday", "weekend").contains(name)) {
      if (moment == null) {
        return null;
      }
      LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
      int day = local.getDayOfWeek().getValue();
      return switch (name) {
        case "hour" -> (long) local.getHour();
        case "weekday" -> (long) day;
        default -> day >= 6;
      };
    }
    Object value = cells.get(name);
    return "".equals(value) ? null : value;
  }
}
