package io.mingshu.seeds.shop;

import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.seeds.dataset.Manifest.WideTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The shop's tables as the manifest tells of them. */
final class ShopTables {
  static final List<WideTable> WIDE =
      List.of(
          new WideTable("events_wide", "events", "users", "user_id"),
          new WideTable("order_items_wide", "order_items", "users", "user_id"));

  private static final List<TableColumn> USERS =
      columns(
          "user_id VARCHAR, signup_time TIMESTAMP, gender VARCHAR, age_group VARCHAR,"
              + " province VARCHAR, region VARCHAR, city_tier VARCHAR, member_level VARCHAR,"
              + " acquisition_channel VARCHAR");
  private static final List<TableColumn> EVENTS =
      columns(
          "event_id BIGINT, event_time TIMESTAMP, user_id VARCHAR, session_id VARCHAR,"
              + " event_type VARCHAR, page VARCHAR, item_id VARCHAR, category VARCHAR,"
              + " subcategory VARCHAR, brand VARCHAR, channel VARCHAR, device VARCHAR,"
              + " campaign VARCHAR, experiment VARCHAR, variant VARCHAR");
  private static final List<TableColumn> ORDER_ITEMS =
      columns(
          "order_id VARCHAR, order_time TIMESTAMP, pay_time TIMESTAMP, refund_time TIMESTAMP,"
              + " user_id VARCHAR, item_id VARCHAR, category VARCHAR, subcategory VARCHAR,"
              + " brand VARCHAR, channel VARCHAR, device VARCHAR, campaign VARCHAR,"
              + " quantity INTEGER, order_amount DECIMAL(12,2), discount_amount DECIMAL(12,2),"
              + " paid_amount DECIMAL(12,2), refund_amount DECIMAL(12,2), status VARCHAR,"
              + " user_order_seq INTEGER");

  private ShopTables() {}

  static List<Table> of(String ending, Simulation.RowCounts rows) {
    return List.of(
        new Table("users", "users" + ending, rows.users(), Optional.of("signup_time"), USERS),
        new Table("events", "events" + ending, rows.events(), Optional.of("event_time"), EVENTS),
        new Table(
            "order_items",
            "order_items" + ending,
            rows.orderItems(),
            Optional.of("order_time"),
            ORDER_ITEMS));
  }

  private static List<TableColumn> columns(String definition) {
    return Arrays.stream(definition.split(", "))
        .map(column -> column.split(" "))
        .map(parts -> new TableColumn(parts[0], parts[1]))
        .toList();
  }
}
