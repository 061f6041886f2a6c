package io.mingshu.seeds.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.seeds.SqlOverFiles;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every row of every shop, looked up in the smallest one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {
  private static final LocalDate END = LocalDate.of(2026, 6, 30);

  private SqlOverFiles sql;

  @BeforeAll
  void open(@TempDir Path folder) {
    DataSet data =
        ShopGenerator.generate(
            new ShopSpec(Scale.TINY, 7, END, 396), folder, Format.CSV, Progress.NONE);
    sql = new SqlOverFiles(data);
  }

  @AfterAll
  void close() {
    sql.close();
  }

  /** Each of these finds rows that must not exist. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event ids ascend in time | SELECT count(*) FROM (SELECT event_time < lag(event_time) OVER (ORDER BY event_id) AS back FROM events) WHERE back
          event ids are unique | SELECT count(*) - count(DISTINCT event_id) FROM events
          files are in time order | SELECT count(*) FROM (SELECT order_time < lag(order_time) OVER (ORDER BY rowid) AS back FROM order_items) WHERE back
          nothing lies outside the period | SELECT count(*) FROM events WHERE event_time < TIMESTAMP '2025-05-30 16:00:00' OR event_time >= TIMESTAMP '2026-06-30 16:00:00'
          no refund lies after the end | SELECT count(*) FROM order_items WHERE refund_time >= TIMESTAMP '2026-06-30 16:00:00' OR pay_time >= TIMESTAMP '2026-06-30 16:00:00'
          nobody acts before signing up | SELECT count(*) FROM events JOIN users USING (user_id) WHERE event_time < signup_time
          every user is known | SELECT count(*) FROM events WHERE user_id NOT IN (SELECT user_id FROM users)
          signup times end with the data | SELECT count(*) FROM users WHERE signup_time >= TIMESTAMP '2026-06-30 16:00:00'
          a session is one user's on one device by one channel | SELECT count(*) FROM (SELECT session_id FROM events GROUP BY 1 HAVING count(DISTINCT (user_id, device, channel)) > 1)
          a session ends after 30 idle minutes | SELECT count(*) FROM (SELECT event_time - lag(event_time) OVER (PARTITION BY session_id ORDER BY event_id) AS idle FROM events) WHERE idle > INTERVAL 30 MINUTE
          a new session begins only after 30 idle minutes | SELECT count(*) FROM (SELECT event_time - lag(event_time) OVER w AS idle, session_id <> lag(session_id) OVER w AS new FROM events WINDOW w AS (PARTITION BY user_id ORDER BY event_id)) WHERE new AND idle <= INTERVAL 30 MINUTE
          one order event per order | SELECT count(*) FROM (SELECT user_id, event_time FROM events WHERE event_type = 'order') e FULL JOIN (SELECT DISTINCT user_id, order_time FROM order_items) o ON e.user_id = o.user_id AND e.event_time = o.order_time WHERE e.user_id IS NULL OR o.user_id IS NULL
          as many order events as orders | SELECT (SELECT count(*) FROM events WHERE event_type = 'order') - (SELECT count(DISTINCT order_id) FROM order_items)
          as many pay events as paid orders | SELECT (SELECT count(*) FROM events WHERE event_type = 'pay') - (SELECT count(DISTINCT order_id) FROM order_items WHERE pay_time IS NOT NULL)
          order events carry the first row | SELECT count(*) FROM (SELECT DISTINCT ON (order_id) * FROM order_items ORDER BY order_id, rowid) o LEFT JOIN events e ON e.event_type = 'order' AND e.user_id = o.user_id AND e.event_time = o.order_time WHERE (e.item_id, e.category, e.subcategory, e.brand, e.channel, e.device, coalesce(e.campaign, '')) IS DISTINCT FROM (o.item_id, o.category, o.subcategory, o.brand, o.channel, o.device, coalesce(o.campaign, ''))
          pay events carry the first row | SELECT count(*) FROM (SELECT DISTINCT ON (order_id) * FROM order_items WHERE pay_time IS NOT NULL ORDER BY order_id, rowid) o LEFT JOIN events e ON e.event_type = 'pay' AND e.user_id = o.user_id AND e.event_time = o.pay_time WHERE (e.item_id, e.device, e.channel) IS DISTINCT FROM (o.item_id, o.device, o.channel)
          rows of an order are in item order | SELECT count(*) FROM (SELECT order_id, item_id <= lag(item_id) OVER (PARTITION BY order_id ORDER BY rowid) AS back FROM order_items) WHERE back
          an order's rows agree | SELECT count(*) FROM (SELECT order_id FROM order_items GROUP BY 1 HAVING count(DISTINCT (order_time, pay_time, user_id, channel, device, campaign, user_order_seq)) > 1)
          orders are counted by user and time | SELECT count(*) FROM (SELECT DISTINCT order_id, user_order_seq, dense_rank() OVER (PARTITION BY user_id ORDER BY order_time) AS nth FROM order_items) WHERE user_order_seq <> nth
          orders of a user are a second apart | SELECT count(*) FROM (SELECT order_time - lag(order_time) OVER (PARTITION BY user_id ORDER BY order_time) AS gap FROM (SELECT DISTINCT user_id, order_id, order_time FROM order_items)) WHERE gap <= INTERVAL 1 SECOND
          paid rows have an amount, others none | SELECT count(*) FROM order_items WHERE (pay_time IS NULL) <> (paid_amount = 0)
          status fits payment | SELECT count(*) FROM order_items WHERE (status IN ('paid', 'refunded')) <> (pay_time IS NOT NULL)
          status fits refund | SELECT count(*) FROM order_items WHERE (status = 'refunded') <> (refund_time IS NOT NULL) OR (refund_time IS NULL) <> (refund_amount = 0)
          payment follows the order, refund the payment | SELECT count(*) FROM order_items WHERE pay_time <= order_time OR refund_time <= pay_time
          refunds are at most what was paid | SELECT count(*) FROM order_items WHERE refund_amount > paid_amount
          quantities and amounts are positive | SELECT count(*) FROM order_items WHERE quantity < 1 OR order_amount <= 0 OR discount_amount < 0
          list prices are 9 to 9,999 | SELECT count(*) FROM order_items WHERE (order_amount + discount_amount) / quantity NOT BETWEEN 9 AND 9999
          the home experiment is on the home page | SELECT count(*) FROM events WHERE experiment = 'home_feed' AND (page <> 'home' OR variant NOT IN ('control', 'treatment'))
          the item experiment is on the item page | SELECT count(*) FROM events WHERE experiment = 'item_reco' AND (page <> 'item' OR variant NOT IN ('A', 'B', 'C'))
          one variant per user | SELECT count(*) FROM (SELECT user_id, experiment FROM events WHERE experiment IS NOT NULL GROUP BY 1, 2 HAVING count(DISTINCT variant) > 1)
          ordered items have all their words | SELECT count(*) FROM order_items WHERE category IS NULL OR subcategory IS NULL OR brand IS NULL OR channel IS NULL OR device IS NULL
          home experiment keeps its 60 days | SELECT count(*) FROM events WHERE page = 'home' AND (experiment IS NOT NULL) <> (CAST(event_time +8h AS DATE) BETWEEN DATE '2026-03-02' AND DATE '2026-04-30')
          item experiment keeps its 45 days | SELECT count(*) FROM events WHERE page = 'item' AND (experiment IS NOT NULL) <> (CAST(event_time +8h AS DATE) BETWEEN DATE '2026-04-16' AND DATE '2026-05-30')
          """)
  void hasNoSuchRow(String rule, String violations) {
    assertThat(sql.number(violations)).as(rule).isZero();
  }

  @Test
  void hasTheSizeOfItsScale() {
    assertThat(sql.number("SELECT count(*) FROM users")).isEqualTo(500);
    assertThat(sql.number("SELECT count(*) FROM events")).isBetween(42_000.0, 60_000.0);
    assertThat(sql.number("SELECT count(*) FROM order_items")).isBetween(2_400.0, 3_700.0);
  }

  @Test
  void coversEveryWordOfTheVocabulary() {
    assertThat(sql.number("SELECT count(DISTINCT province) FROM users")).isGreaterThan(28);
    assertThat(
            sql.numbers(
                "SELECT count(DISTINCT event_type), count(DISTINCT page), count(DISTINCT channel),"
                    + " count(DISTINCT device), count(DISTINCT campaign), count(DISTINCT category),"
                    + " count(DISTINCT subcategory), count(DISTINCT brand) FROM events"))
        .containsExactly(8, 10, 8, 4, 6, 10, 40, 50);
    assertThat(sql.number("SELECT count(DISTINCT status) FROM order_items")).isEqualTo(4);
  }
}
