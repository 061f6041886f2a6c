package io.mingshu.seeds.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshu.seeds.SqlOverFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What docs/demo-shop.md promises of the data, found again by plain SQL over the files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedTruthsTest {
  private static final double TWO_POINTS = 0.02;

  private SqlOverFiles sql;

  @BeforeAll
  void open() {
    sql = new SqlOverFiles(DemoShop.data());
    sql.run(
        "CREATE TABLE active AS SELECT DISTINCT user_id,"
            + " CAST(event_time + INTERVAL 8 HOUR AS DATE) AS day FROM events");
    sql.run(
        "CREATE TABLE orders AS SELECT order_id, any_value(user_id) AS user_id,"
            + " CAST(any_value(order_time) + INTERVAL 8 HOUR AS DATE) AS day,"
            + " any_value(order_time) AS order_time, any_value(pay_time) AS pay_time,"
            + " any_value(channel) AS channel, any_value(region) AS region,"
            + " sum(order_amount) AS amount, sum(paid_amount) AS paid"
            + " FROM order_items JOIN users USING (user_id) GROUP BY order_id");
  }

  @AfterAll
  void close() {
    sql.close();
  }

  @Test
  void volumesAreThoseOfTheScale() {
    assertThat(sql.number("SELECT count(*) FROM events")).isBetween(1.8e6, 2.2e6);
    assertThat(sql.number("SELECT count(*) FROM order_items")).isBetween(108e3, 132e3);
    assertThat(sql.number("SELECT avg(CAST(pay_time IS NOT NULL AS INT)) FROM orders"))
        .isCloseTo(0.88, within(TWO_POINTS));
    assertThat(sql.number("SELECT avg(paid) FROM orders WHERE pay_time IS NOT NULL"))
        .isBetween(162.0, 198.0);
    assertThat(
            sql.number(
                "SELECT avg(CAST(refund_time IS NOT NULL AS INT)) FROM order_items"
                    + " WHERE pay_time IS NOT NULL"))
        .isCloseTo(0.05, within(0.005));
    assertThat(sql.number("SELECT count(*) / count(DISTINCT order_id) FROM order_items"))
        .isCloseTo(1.5, within(0.1));
    assertThat(
            sql.number(
                "SELECT avg(CAST(user_id NOT IN (SELECT user_id FROM events) AS INT)) FROM users"))
        .isCloseTo(0.04, within(0.005));
  }

  @Test
  void campaignsPeakOnTheirTopDays() {
    Map<String, String> spans = new TreeMap<>();
    spans.put("2025-06-18", "DATE '2025-06-01' AND DATE '2025-06-20'");
    spans.put("2026-06-18", "DATE '2026-06-01' AND DATE '2026-06-20'");
    spans.put("2025-11-11", "DATE '2025-11-01' AND DATE '2025-11-11'");
    spans.put("2025-12-12", "DATE '2025-12-10' AND DATE '2025-12-12'");
    spans.put("2026-03-08", "DATE '2026-03-05' AND DATE '2026-03-08'");
    spans.forEach(
        (top, span) ->
            assertThat(
                    sql.rows(
                        "SELECT CAST(arg_max(day, amount) AS VARCHAR), CAST(arg_max(day, n) AS VARCHAR)"
                            + " FROM (SELECT day, sum(amount) AS amount, count(*) AS n FROM orders"
                            + " WHERE day BETWEEN "
                            + span
                            + " GROUP BY 1)"))
                .containsExactly(List.of(top, top)));
    assertThat(
            sql.number(
                "SELECT count(*) FILTER (day BETWEEN DATE '2026-02-06' AND DATE '2026-02-15') / 10"
                    + " / (count(*) FILTER (day BETWEEN DATE '2026-01-27' AND DATE '2026-02-05') / 10)"
                    + " FROM orders"))
        .isGreaterThan(1.25);
  }

  @Test
  void womenswearAndCosmeticsRiseMost() {
    assertThat(
            sql
                .rows(
                    "SELECT category FROM (SELECT category, CAST(order_time +8h AS DATE) AS day"
                        + " FROM order_items) GROUP BY 1"
                        + " ORDER BY count(*) FILTER (day BETWEEN DATE '2025-11-01' AND DATE '2025-11-11')"
                        + " / count(*) FILTER (day BETWEEN DATE '2025-10-10' AND DATE '2025-10-31') DESC"
                        + " LIMIT 2")
                .stream()
                .map(row -> row.get(0)))
        .containsExactlyInAnyOrder("女装", "美妆");
  }

  @Test
  void weekendsAndEveningsAreBusier() {
    assertThat(
            sql.number(
                "SELECT (count(*) FILTER (isodow(t) >= 6) / 2) / (count(*) FILTER (isodow(t) < 6) / 5)"
                    + " FROM (SELECT event_time +8h AS t FROM events)"
                    + " WHERE t BETWEEN TIMESTAMP '2025-07-07' AND TIMESTAMP '2025-10-27'"))
        .isGreaterThan(1.1);
    assertThat(
            sql.number(
                "SELECT count(*) FILTER (hour(event_time +8h) BETWEEN 20 AND 22) / count(*) FROM events"))
        .isGreaterThan(0.25);
  }

  @Test
  void newUsersComeBackAsPromised() {
    double[] others = retention("NOT live");
    assertThat(others[0]).isCloseTo(0.28, within(TWO_POINTS));
    assertThat(others[1]).isCloseTo(0.15, within(TWO_POINTS));
    double[] late = retention("NOT live AND day >= DATE '2025-12-16'");
    double[] live = retention("live");
    assertThat(live[0] / late[0]).isCloseTo(1.3, within(0.1));
    assertThat(live[1] / late[1]).isCloseTo(1.3, within(0.1));
  }

  private double[] retention(String whom) {
    return sql.numbers(
        "WITH signup AS (SELECT user_id, CAST(signup_time +8h AS DATE) AS day,"
            + " acquisition_channel = '直播' AND CAST(signup_time +8h AS DATE) >= DATE '2025-12-16' AS live"
            + " FROM users WHERE signup_time >= TIMESTAMP '2025-05-30 16:00:00')"
            + " SELECT count(a.day) FILTER (s.day <= DATE '2026-06-29')"
            + " / count(*) FILTER (s.day <= DATE '2026-06-29'),"
            + " count(b.day) FILTER (s.day <= DATE '2026-06-23')"
            + " / count(*) FILTER (s.day <= DATE '2026-06-23')"
            + " FROM signup s LEFT JOIN active a ON a.user_id = s.user_id AND a.day = s.day + 1"
            + " LEFT JOIN active b ON b.user_id = s.user_id AND b.day = s.day + 7"
            + " WHERE "
            + whom.replace("day", "s.day"));
  }

  @Test
  void usersWonByAdsAreLostMore() {
    String churn =
        "WITH before AS (SELECT DISTINCT user_id FROM active"
            + " WHERE day BETWEEN DATE '2026-05-02' AND DATE '2026-05-31'),"
            + " after AS (SELECT DISTINCT user_id FROM active"
            + " WHERE day BETWEEN DATE '2026-06-01' AND DATE '2026-06-30')"
            + " SELECT avg(CAST(a.user_id IS NULL AS INT)) FILTER (acquisition_channel = '站外广告'),"
            + " avg(CAST(a.user_id IS NULL AS INT)) FILTER (acquisition_channel <> '站外广告')"
            + " FROM before b JOIN users USING (user_id) LEFT JOIN after a ON a.user_id = b.user_id";
    double[] rates = sql.numbers(churn);
    assertThat(rates[0] / rates[1]).isGreaterThanOrEqualTo(1.5);
  }

  @Test
  void churnHasItsReasons() {
    double[] secondOrder =
        sql.numbers(
            "WITH first AS (SELECT user_id, min(order_time) AS t FROM orders GROUP BY 1),"
                + " again AS (SELECT DISTINCT f.user_id FROM first f JOIN orders o ON o.user_id = f.user_id"
                + " AND o.order_time > t AND o.order_time <= t + INTERVAL 30 DAY)"
                + " SELECT avg(CAST(a.user_id IS NOT NULL AS INT)) FILTER (acquisition_channel = '站外广告'),"
                + " avg(CAST(a.user_id IS NOT NULL AS INT)) FILTER (acquisition_channel <> '站外广告')"
                + " FROM first f JOIN users USING (user_id) LEFT JOIN again a ON a.user_id = f.user_id");
    assertThat(secondOrder[0]).isLessThan(0.6 * secondOrder[1]);
    double[] sessions =
        sql.numbers(
            "WITH ranked AS (SELECT user_id, day, row_number() OVER (PARTITION BY user_id ORDER BY day DESC) AS n"
                + " FROM active), last14 AS (SELECT user_id, day FROM ranked WHERE n <= 14),"
                + " s AS (SELECT l.user_id, count(DISTINCT session_id) AS n FROM last14 l JOIN events e"
                + " ON e.user_id = l.user_id AND CAST(event_time +8h AS DATE) = l.day GROUP BY 1)"
                + " SELECT avg(n) FILTER (acquisition_channel = '站外广告'),"
                + " avg(n) FILTER (acquisition_channel <> '站外广告') FROM s JOIN users USING (user_id)");
    assertThat(sessions[0]).isLessThan(0.8 * sessions[1]);
  }

  @Test
  void shortVideoOrdersOfTheEastFallAndNothingElse() {
    double[] counts =
        sql.numbers(
            "SELECT count(*) FILTER (cell AND before), count(*) FILTER (cell AND during),"
                + " count(*) FILTER (NOT cell AND before), count(*) FILTER (NOT cell AND during)"
                + " FROM (SELECT region = '华东' AND channel = '短视频' AS cell,"
                + " day BETWEEN DATE '2026-05-02' AND DATE '2026-05-15' AS before,"
                + " day BETWEEN DATE '2026-05-16' AND DATE '2026-05-29' AS during FROM orders)");
    assertThat(1 - counts[1] / counts[0]).isCloseTo(0.8, within(TWO_POINTS));
    assertThat(counts[3] / counts[2]).isCloseTo(1, within(0.08));
    double[] shares =
        sql.numbers(
            "SELECT count(*) FILTER (region = '华东') / count(*),"
                + " count(*) FILTER (region = '华东' AND channel = '短视频')"
                + " / count(*) FILTER (region = '华东') FROM orders"
                + " WHERE day NOT BETWEEN DATE '2026-05-16' AND DATE '2026-05-29'");
    assertThat(shares[0]).isCloseTo(0.35, within(TWO_POINTS));
    assertThat(shares[1]).isCloseTo(0.25, within(TWO_POINTS));
  }

  @Test
  void theHomePageExperimentWorks() {
    List<double[]> variants =
        byVariant(
            "WITH x AS (SELECT user_id, variant, min(event_time) AS t FROM events"
                + " WHERE experiment = 'home_feed' GROUP BY 1, 2),"
                + " carted AS (SELECT DISTINCT x.user_id FROM x JOIN events e ON e.user_id = x.user_id"
                + " AND e.event_type = 'cart' AND e.event_time >= t"
                + " AND e.event_time < TIMESTAMP '2026-04-30 16:00:00')"
                + " SELECT variant, count(*), count(c.user_id) / count(*),"
                + " count(a.user_id) FILTER (CAST(t +8h AS DATE) <= DATE '2026-04-23')"
                + " / count(*) FILTER (CAST(t +8h AS DATE) <= DATE '2026-04-23')"
                + " FROM x LEFT JOIN carted c ON c.user_id = x.user_id LEFT JOIN active a"
                + " ON a.user_id = x.user_id AND a.day = CAST(t +8h AS DATE) + 7 GROUP BY 1");
    double[] control = variants.get(0);
    double[] treatment = variants.get(1);
    assertThat(treatment[0] / control[0]).isCloseTo(1, within(0.05));
    assertThat(treatment[1] / control[1]).isCloseTo(1.12, within(0.02));
    assertThat(treatment[2] - control[2]).isCloseTo(0.05, within(0.01));
  }

  @Test
  void theItemPageExperimentWorksInOneVariantOnly() {
    List<double[]> variants =
        byVariant(
            "WITH x AS (SELECT user_id, variant, min(event_time) AS t FROM events"
                + " WHERE experiment = 'item_reco' GROUP BY 1, 2),"
                + " payers AS (SELECT DISTINCT x.user_id FROM x JOIN orders o ON o.user_id = x.user_id"
                + " AND o.pay_time >= t AND o.pay_time < TIMESTAMP '2026-05-30 16:00:00')"
                + " SELECT variant, count(*), count(p.user_id) / count(*)"
                + " FROM x LEFT JOIN payers p ON p.user_id = x.user_id GROUP BY 1");
    double[] a = variants.get(0);
    double[] b = variants.get(1);
    double[] c = variants.get(2);
    assertThat(b[0] / a[0]).isCloseTo(1, within(0.05));
    assertThat(c[0] / a[0]).isCloseTo(1, within(0.05));
    assertThat(b[1] / a[1]).isCloseTo(1, within(0.03));
    assertThat(c[1] / a[1]).isCloseTo(1.2, within(0.03));
  }

  /** The figures of each variant, by name. */
  private List<double[]> byVariant(String query) {
    return sql.rows(query + " ORDER BY variant").stream()
        .map(
            row ->
                row.stream()
                    .skip(1)
                    .mapToDouble(value -> Double.parseDouble(String.valueOf(value)))
                    .toArray())
        .toList();
  }

  @Test
  void theMobileSiteLosesPeopleBetweenCartAndCheckout() {
    double[] h5 = funnel("H5");
    double[] ios = funnel("iOS");
    assertThat(1 - h5[3] / h5[2]).isCloseTo(0.6, within(TWO_POINTS));
    assertThat(1 - ios[3] / ios[2]).isCloseTo(0.3, within(TWO_POINTS));
    double toItem = 1 - h5[1] / h5[0];
    double toCart = 1 - h5[2] / h5[1];
    assertThat(1 - h5[3] / h5[2]).isGreaterThan(toItem + 0.1).isGreaterThan(toCart + 0.1);
    assertThat(h5[2] - h5[3]).isGreaterThan(h5[0] - h5[1]).isGreaterThan(h5[1] - h5[2]);
  }

  private double[] funnel(String device) {
    return sql.numbers(
        "WITH s AS (SELECT session_id, any_value(user_id) AS user_id,"
            + " min(event_id) FILTER (page = 'search_result') AS a,"
            + " max(event_id) FILTER (page = 'item') AS b,"
            + " min(event_id) FILTER (page = 'cart') AS c,"
            + " min(event_id) FILTER (page = 'checkout') AS d"
            + " FROM events WHERE device = '"
            + device
            + "' GROUP BY 1)"
            + " SELECT count(DISTINCT user_id) FILTER (a IS NOT NULL),"
            + " count(DISTINCT user_id) FILTER (b > a),"
            + " count(DISTINCT user_id) FILTER (b > a AND c > a),"
            + " count(DISTINCT user_id) FILTER (b > a AND c > a AND d > c) FROM s");
  }

  @Test
  void babyBuyersBuyFood() {
    double[] shares =
        sql.numbers(
            "SELECT avg(CAST(food AS INT)) FILTER (baby), avg(CAST(food AS INT)) FILTER (NOT baby)"
                + " FROM (SELECT user_id, bool_or(category = '母婴') AS baby,"
                + " bool_or(category = '食品') AS food FROM order_items"
                + " WHERE pay_time IS NOT NULL GROUP BY 1)");
    assertThat(shares[0] / shares[1]).isCloseTo(3, within(0.1));
  }

  @Test
  void threePairsSellTogether() {
    assertThat(
            sql
                .rows(
                    "WITH i AS (SELECT item_id, count(*) AS n FROM order_items GROUP BY 1),"
                        + " pairs AS (SELECT a.item_id AS x, b.item_id AS y, count(*) AS n FROM order_items a"
                        + " JOIN order_items b ON a.order_id = b.order_id AND a.item_id < b.item_id"
                        + " GROUP BY 1, 2 HAVING count(*) >= 30)"
                        + " SELECT x || ' ' || y FROM pairs p JOIN i ON i.item_id = x JOIN i j ON j.item_id = y"
                        + " WHERE p.n * (SELECT count(*) FROM orders) / (i.n * j.n) >= 10 ORDER BY 1")
                .stream()
                .map(row -> row.get(0)))
        .containsExactly("i000084 i000094", "i000087 i000097", "i000108 i000118");
  }

  @Test
  void nothingIsPaidOnTheBadAfternoon() {
    assertThat(
            sql.number(
                "SELECT count(*) FROM orders WHERE pay_time +8h >= TIMESTAMP '2026-06-24 14:00:00'"
                    + " AND pay_time +8h < TIMESTAMP '2026-06-24 18:00:00'"))
        .isZero();
    double[] day =
        sql.numbers(
            "SELECT avg(CAST(pay_time IS NOT NULL AS INT)) FILTER (day = DATE '2026-06-24'),"
                + " avg(CAST(pay_time IS NOT NULL AS INT)) FILTER (day <> DATE '2026-06-24'),"
                + " count(*) FILTER (order_time +8h BETWEEN TIMESTAMP '2026-06-24 14:00:00'"
                + " AND TIMESTAMP '2026-06-24 18:00:00') FROM orders");
    assertThat(day[0]).isLessThan(day[1] - 0.08);
    assertThat(day[2]).isGreaterThan(20);
  }
}
