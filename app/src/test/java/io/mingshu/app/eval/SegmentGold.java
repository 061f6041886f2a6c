package io.mingshu.app.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who belongs to the demo catalog's segments on the morning of 2026-07-01, as SQL written by hand
 * over the narrow tables. Times are UTC there, the shop is 8 hours ahead.
 */
final class SegmentGold {
  private static final String EVENT_DAY = "CAST(event_time + INTERVAL 8 HOUR AS DATE)";
  private static final String PAY_DAY = "CAST(pay_time + INTERVAL 8 HOUR AS DATE)";
  private static final String LAST_7 = " BETWEEN DATE '2026-06-24' AND DATE '2026-06-30'";
  private static final String LAST_14 = " BETWEEN DATE '2026-06-17' AND DATE '2026-06-30'";
  private static final String LAST_30 = " BETWEEN DATE '2026-06-01' AND DATE '2026-06-30'";
  private static final String LAST_90 = " BETWEEN DATE '2026-04-02' AND DATE '2026-06-30'";

  private SegmentGold() {}

  static String of(String segment) {
    return Objects.requireNonNull(ofSegments().get(segment), segment);
  }

  /** Of each segment, the query of its ids. */
  static Map<String, String> ofSegments() {
    Map<String, String> gold = new LinkedHashMap<>();
    gold.put(
        "new_users_30d",
        "SELECT user_id FROM users WHERE CAST(signup_time + INTERVAL 8 HOUR AS DATE)" + LAST_30);
    gold.put(
        "high_value",
        "WITH paid AS (SELECT user_id, sum(paid_amount) AS amount FROM order_items WHERE "
            + PAY_DAY
            + LAST_90
            + " GROUP BY 1), ranked AS (SELECT user_id, rank() OVER (ORDER BY amount DESC) AS place,"
            + " (SELECT count(*) FROM paid) AS n FROM paid)"
            + " SELECT user_id FROM ranked WHERE place <= ceil(n / 5.0)");
    gold.put(
        "active_nonbuyers",
        "SELECT user_id FROM events WHERE "
            + EVENT_DAY
            + LAST_30
            + " GROUP BY 1 HAVING count(DISTINCT "
            + EVENT_DAY
            + ") >= 10 EXCEPT SELECT user_id FROM order_items WHERE "
            + PAY_DAY
            + LAST_30);
    gold.put(
        "churn_risk",
        "SELECT DISTINCT user_id FROM events WHERE "
            + EVENT_DAY
            + " BETWEEN DATE '2026-07-01' - 60 AND DATE '2026-07-01' - 15"
            + " AND user_id NOT IN (SELECT user_id FROM events WHERE "
            + EVENT_DAY
            + LAST_14
            + ")");
    gold.put(
        "silent_users",
        "SELECT user_id FROM events WHERE "
            + EVENT_DAY
            + " <= DATE '2026-06-30' GROUP BY 1 HAVING max("
            + EVENT_DAY
            + ") < DATE '2026-06-01'");
    gold.put(
        "live_viewers",
        "SELECT user_id FROM events WHERE channel = '直播' AND "
            + EVENT_DAY
            + LAST_30
            + " GROUP BY 1 HAVING count(DISTINCT session_id) >= 3");
    gold.put(
        "bargain_hunters",
        "WITH placed AS (SELECT user_id, order_id, sum(discount_amount)::DOUBLE"
            + " / nullif(sum(order_amount + discount_amount), 0) AS rate FROM order_items WHERE "
            + PAY_DAY
            + LAST_90
            + " GROUP BY ALL) SELECT user_id FROM placed GROUP BY 1"
            + " HAVING count(*) >= 3 AND count(*) FILTER (coalesce(rate, 0) <= 0.3) = 0");
    gold.put(
        "come_back",
        "SELECT user_id FROM (SELECT user_id, "
            + EVENT_DAY
            + " AS day FROM events) GROUP BY 1 HAVING count(*) FILTER (day"
            + LAST_7
            + ") > 0 AND count(*) FILTER (day BETWEEN DATE '2026-05-25' AND DATE '2026-06-23') = 0"
            + " AND count(*) FILTER (day < DATE '2026-05-25') > 0");
    gold.put(
        "often_refunding",
        "SELECT user_id FROM order_items WHERE CAST(refund_time + INTERVAL 8 HOUR AS DATE)"
            + LAST_90
            + " GROUP BY 1 HAVING count(DISTINCT order_id) >= 2 INTERSECT"
            + " SELECT user_id FROM order_items WHERE "
            + PAY_DAY
            + LAST_90
            + " GROUP BY 1 HAVING sum(refund_amount) / nullif(sum(paid_amount), 0) >= 0.5");
    gold.put(
        "never_bought",
        "SELECT user_id FROM users WHERE user_id NOT IN"
            + " (SELECT user_id FROM order_items WHERE pay_time IS NOT NULL)");
    gold.put(
        "young_big_city",
        "SELECT user_id FROM users WHERE age_group IN ('18-24岁', '25-34岁')"
            + " AND city_tier IN ('一线', '新一线')");
    for (String category :
        new String[] {"女装", "男装", "美妆", "数码", "家电", "食品", "母婴", "运动户外", "家居", "图书"}) {
      gold.put("fans_of_" + category, fansOf(category));
    }
    return gold;
  }

  private static String fansOf(String category) {
    String of = "category = '" + category + "' AND ";
    return "SELECT user_id FROM events WHERE event_type = 'view' AND "
        + of
        + EVENT_DAY
        + LAST_30
        + " GROUP BY 1 HAVING count(*) >= 3 UNION SELECT user_id FROM order_items WHERE "
        + of
        + PAY_DAY
        + LAST_30;
  }

  /** Each buyer of the last 12 months and their group. */
  static String ofRfm() {
    return "WITH buyers AS (SELECT user_id, max("
        + PAY_DAY
        + ") AS last, count(DISTINCT order_id) AS orders, sum(paid_amount) AS amount"
        + " FROM order_items WHERE "
        + PAY_DAY
        + " BETWEEN DATE '2025-07-01' AND DATE '2026-06-30' GROUP BY 1),"
        + " scored AS (SELECT user_id,"
        + " 1 + floor(5.0 * (rank() OVER (ORDER BY last) - 1) / count(*) OVER ()) AS r,"
        + " 1 + floor(5.0 * (rank() OVER (ORDER BY orders) - 1) / count(*) OVER ()) AS f,"
        + " 1 + floor(5.0 * (rank() OVER (ORDER BY amount) - 1) / count(*) OVER ()) AS m"
        + " FROM buyers) SELECT user_id, CASE WHEN m >= 4 THEN '重要' ELSE '一般' END ||"
        + " CASE WHEN r >= 4 AND f >= 4 THEN '价值' WHEN r >= 4 THEN '发展'"
        + " WHEN f >= 4 THEN '保持' ELSE '挽留' END || '客户' AS name FROM scored";
  }
}
