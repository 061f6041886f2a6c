package io.mingshu.semantic.plan.naive;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The corner shop's metrics, by hand. */
final class NaiveMetrics {
  private NaiveMetrics() {}

  /** How a metric is had. */
  sealed interface Definition {}

  /** {@code cell} is what is added, counted or compared; {@code counts} which rows. */
  record Rows(String fact, String time, How how, String cell, Predicate<NaiveRow> counts)
      implements Definition {}

  record Ratio(String numerator, String denominator) implements Definition {}

  record Minus(String left, String right) implements Definition {}

  record Mean(String metric, String unit) implements Definition {}

  record First(String metric) implements Definition {}

  /** Users with at least, and with at most, so many of two metrics. */
  record Users(String atLeast, long least, String atMost, long most) implements Definition {}

  /** About who comes back. */
  sealed interface Behaviour extends Definition {}

  /** Members who were there so many units after the one they joined in. */
  record Joined(String activity, String unit, int after, Figure figure) implements Behaviour {}

  /** What members were worth in their first days, or how many they are. */
  record Worth(String value, int days, Figure figure) implements Behaviour {}

  /** Those of one metric in a unit, or for the first time in it, who were there units later. */
  record Again(
      String start, String activity, String unit, int after, Figure figure, boolean firstTime)
      implements Behaviour {}

  /** Those who were there and then stayed away. */
  record Left(String activity, int there, int away, boolean all) implements Behaviour {}

  /** Those of a state: retained, resurrected, dormant. */
  record Life(String activity, String state) implements Behaviour {}

  enum Figure {
    RATE,
    COHORT,
    RETAINED
  }

  enum How {
    SUM,
    COUNT,
    DISTINCT,
    MIN,
    MAX,
    MEAN
  }

  static final Map<String, Definition> ALL_METRICS = new LinkedHashMap<>();

  static {
    define("gmv", bought("order_time", How.SUM, "amount", NaiveMetrics::every));
    define("orders", bought("order_time", How.DISTINCT, "order", NaiveMetrics::every));
    define("lines", bought("order_time", How.COUNT, "", NaiveMetrics::every));
    define("paid", bought("pay_time", How.SUM, "paid_amount", NaiveMetrics::every));
    define("refunds", bought("pay_time", How.SUM, "refund_amount", NaiveMetrics::every));
    define("paid_orders", bought("pay_time", How.DISTINCT, "order", NaiveMetrics::every));
    define("buyers", bought("pay_time", How.DISTINCT, "user", NaiveMetrics::every));
    define("largest", bought("order_time", How.MAX, "amount", NaiveMetrics::every));
    define("smallest", bought("order_time", How.MIN, "amount", NaiveMetrics::aboveTwenty));
    define("mean_quantity", bought("order_time", How.MEAN, "quantity", NaiveMetrics::every));
    define("refund_rate", new Ratio("refunds", "paid"));
    define("aov", new Ratio("paid", "paid_orders"));
    define("net", new Minus("paid", "refunds"));
    define("new_buyers", new First("buyers"));
    define("returning_buyers", new Minus("buyers", "new_buyers"));
    define("repeat_buyers", new Users("paid_orders", 2, "paid_orders", Long.MAX_VALUE));
    define("repurchase_rate", new Ratio("repeat_buyers", "buyers"));
    define("pv", visited(How.COUNT, "", "view"));
    define("uv", visited(How.DISTINCT, "user", "view"));
    define("cart_users", visited(How.DISTINCT, "user", "cart"));
    define("cart_events", visited(How.COUNT, "", "cart"));
    define("pay_events", visited(How.COUNT, "", "pay"));
    define(
        "active_users",
        new Rows("visits", "visit_time", How.DISTINCT, "user", NaiveMetrics::every));
    define("cart_rate", new Ratio("cart_users", "uv"));
    define("conversion", new Ratio("buyers", "uv"));
    define("arpu", new Ratio("paid", "active_users"));
    define("dau", new Mean("active_users", "day"));
    define("gmv/day", new Mean("gmv", "day"));
    define("orders/week", new Mean("orders", "week"));
    define("orders/buyers", new Ratio("orders", "buyers"));
    define("wau", new Mean("active_users", "week"));
    define("mau", new Mean("active_users", "month"));
    define("stickiness", new Ratio("dau", "mau"));
    define("abandoned", new Users("cart_events", 1, "pay_events", 0));
    define("abandonment", new Ratio("abandoned", "cart_users"));
    define("joined", new Rows("members", "join_time", How.COUNT, "", NaiveMetrics::every));
    define("retention_d1", new Joined("active_users", "day", 1, Figure.RATE));
    define("retention_d1/cohort_users", new Joined("active_users", "day", 1, Figure.COHORT));
    define("retention_d1/retained_users", new Joined("active_users", "day", 1, Figure.RETAINED));
    define("cart_retention_w2", new Joined("cart_users", "week", 2, Figure.RATE));
    define("retention_m1", new Joined("active_users", "month", 1, Figure.RATE));
    define("ltv_20", new Worth("paid", 20, Figure.RATE));
    define("again_d7", new Again("active_users", "active_users", "day", 7, Figure.RATE, false));
    define("again_m1", new Again("active_users", "active_users", "month", 1, Figure.RATE, false));
    define("rebuyers_w3", new Again("buyers", "buyers", "week", 3, Figure.RETAINED, false));
    define("first_again_m1", new Again("buyers", "buyers", "month", 1, Figure.RATE, true));
    define("first_back_d7", new Again("buyers", "active_users", "day", 7, Figure.COHORT, true));
    define("churned", new Left("active_users", 40, 25, false));
    define("churn_base", new Left("active_users", 40, 25, true));
    define("churn_rate", new Ratio("churned", "churn_base"));
    define("newcomers", new First("active_users"));
    define("kept_users", new Life("active_users", "retained"));
    define("resurrected", new Life("active_users", "resurrected"));
    define("dormant", new Life("cart_users", "dormant"));
  }

  private static void define(String name, Definition definition) {
    ALL_METRICS.put(name, definition);
  }

  static Definition get(String name) {
    Definition definition = ALL_METRICS.get(name);
    return definition == null ? people(name) : definition;
  }

  /** The numbers of people behind a rate. */
  private static Definition people(String name) {
    int at = name.indexOf('/');
    Definition of = at < 0 ? null : ALL_METRICS.get(name.substring(0, at));
    Figure figure = name.endsWith("/cohort_users") ? Figure.COHORT : Figure.RETAINED;
    if (of instanceof Joined joined) {
      return new Joined(joined.activity(), joined.unit(), joined.after(), figure);
    }
    if (of instanceof Worth worth) {
      return new Worth(worth.value(), worth.days(), figure);
    }
    if (of instanceof Again again) {
      return new Again(
          again.start(), again.activity(), again.unit(), again.after(), figure, again.firstTime());
    }
    throw new IllegalArgumentException(name);
  }

  private static boolean every(NaiveRow row) {
    return true;
  }

  private static boolean aboveTwenty(NaiveRow row) {
    return row.cells().get("amount") instanceof BigDecimal amount
        && amount.compareTo(BigDecimal.valueOf(20)) > 0;
  }

  private static Rows bought(String time, How how, String cell, Predicate<NaiveRow> counts) {
    return new Rows("purchases", time, how, cell, counts);
  }

  private static Rows visited(How how, String cell, String action) {
    return new Rows(
        "visits", "visit_time", how, cell, row -> action.equals(row.cells().get("action")));
  }
}
