package io.mingshu.seeds.shop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders of one business day at a time: gathered by user, written by time. */
final class OrderLog implements Closeable {
  private static final String HEADER =
      "order_id,order_time,pay_time,refund_time,user_id,item_id,category,subcategory,brand,channel,"
          + "device,campaign,quantity,order_amount,discount_amount,paid_amount,refund_amount,status,"
          + "user_order_seq";

  private final CsvOut out;
  private final Goods goods;
  private final byte[][] channels = EventLog.bytes(Vocabulary.CHANNELS);
  private final byte[][] devices = EventLog.bytes(Vocabulary.DEVICES);
  private final byte[][] campaigns = EventLog.bytes(Vocabulary.CAMPAIGNS);
  private final byte[][] statuses = EventLog.bytes(Vocabulary.STATUSES);
  private final List<Order> today = new ArrayList<>();
  private long orders;
  private long rows;

  OrderLog(Path file, Goods goods) throws IOException {
    this.out = new CsvOut(file, HEADER);
    this.goods = goods;
  }

  void add(Order order) {
    today.add(order);
  }

  /** Writes the day and forgets it. The sort is stable: orders of one millisecond stay by user. */
  void endDay() throws IOException {
    today.sort(Comparator.comparingLong(Order::time));
    for (Order order : today) {
      orders++;
      for (Order.Line line : order.lines()) {
        write(order, line);
      }
    }
    today.clear();
  }

  private void write(Order order, Order.Line line) throws IOException {
    rows++;
    out.id('o', orders, 9);
    out.comma();
    out.instant(order.time());
    out.comma();
    instantOrEmpty(order.payTime());
    out.comma();
    instantOrEmpty(line.refundTime());
    out.comma();
    out.id('u', order.user() + 1L, 7);
    out.comma();
    out.text(goods.columns(line.item()));
    out.comma();
    out.text(channels[order.channel()]);
    out.comma();
    out.text(devices[order.device()]);
    out.comma();
    out.text(campaigns[order.campaign()]);
    out.comma();
    out.number(line.quantity());
    out.comma();
    out.money(line.orderAmount());
    out.comma();
    out.money(line.discountAmount());
    out.comma();
    out.money(line.paidAmount());
    out.comma();
    out.money(line.refundAmount());
    out.comma();
    out.text(statuses[line.status()]);
    out.comma();
    out.number(order.sequence());
    out.end();
  }

  private void instantOrEmpty(long time) {
    if (time != 0) {
      out.instant(time);
    }
  }

  long written() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
