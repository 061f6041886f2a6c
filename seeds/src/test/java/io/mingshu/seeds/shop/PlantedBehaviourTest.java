package io.mingshu.seeds.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshu.seeds.QueriesOverData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What docs/demo-shop.md promises of who comes back and who goes on, found by queries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBehaviourTest {
  private static final double TWO_POINTS = 0.02;
  private static final String ALL_DAYS =
      "'period':{'type':'between','from':'2025-05-31','to':'2026-06-30'}";

  private QueriesOverData shop;

  @BeforeAll
  void open() {
    shop = new QueriesOverData(DemoShop.data().directory(), Instant.parse("2026-07-01T02:00:00Z"));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void newUsersComeBackAsPromised() {
    List<Map<String, @Nullable Object>> cohorts =
        shop.rows(
            "{'kind':'retention','cohorts':'signup','unit':'day','groupBy':'acquisition_channel',"
                + "'returns':[{'first':1,'last':1},{'first':7,'last':7}],"
                + ALL_DAYS
                + "}");
    Predicate<Map<String, @Nullable Object>> late =
        row -> String.valueOf(row.get("cohort")).compareTo("2025-12-16") >= 0;
    Predicate<Map<String, @Nullable Object>> live =
        row -> "直播".equals(row.get("acquisition_channel")) && late.test(row);

    assertThat(rate(cohorts, 1, live.negate())).isCloseTo(0.28, within(TWO_POINTS));
    assertThat(rate(cohorts, 7, live.negate())).isCloseTo(0.15, within(TWO_POINTS));
    for (int day : List.of(1, 7)) {
      assertThat(rate(cohorts, day, live) / rate(cohorts, day, late.and(live.negate())))
          .isCloseTo(1.3, within(0.1));
    }
  }

  /** All who came back over all who signed up. */
  private static double rate(
      List<Map<String, @Nullable Object>> cohorts,
      int day,
      Predicate<Map<String, @Nullable Object>> which) {
    List<Map<String, @Nullable Object>> chosen =
        cohorts.stream()
            .filter(row -> QueriesOverData.number(row, "period_number").intValue() == day)
            .filter(which)
            .toList();
    return sum(chosen, "retained_users") / sum(chosen, "cohort_users");
  }

  private static double sum(List<Map<String, @Nullable Object>> rows, String column) {
    return rows.stream()
        .mapToDouble(row -> QueriesOverData.number(row, column).doubleValue())
        .sum();
  }

  @Test
  void usersWonByAdsAreLostMore() {
    String churn =
        "{'kind':'metric','metrics':['churn_rate'],'filter':{'type':'in',"
            + "'dimension':'acquisition_channel','values':['站外广告'],'negated':%s},"
            + "'period':{'type':'between','from':'2026-05-02','to':'2026-06-30'}}";
    double[] rates =
        Stream.of(false, true)
            .mapToDouble(
                rest ->
                    QueriesOverData.number(shop.rows(churn.formatted(rest)).get(0), "churn_rate")
                        .doubleValue())
            .toArray();

    assertThat(rates[0] / rates[1]).isGreaterThanOrEqualTo(1.5);
  }

  @Test
  void theMobileSiteLosesPeopleBetweenCartAndCheckout() {
    assertThat(1 - passing("H5", "cart", "checkout")[1]).isCloseTo(0.6, within(TWO_POINTS));
    assertThat(1 - passing("iOS", "cart", "checkout")[1]).isCloseTo(0.3, within(TWO_POINTS));

    double[] fromSearch = passing("H5", "search_result", "item", "cart", "checkout");
    assertThat(1 - fromSearch[3]).isCloseTo(0.6, within(TWO_POINTS));
    assertThat(fromSearch[3]).isLessThan(fromSearch[1] - 0.1).isLessThan(fromSearch[2] - 0.1);
  }

  /** Of those on one page, who gets to the next in the same session. */
  private double[] passing(String device, String... pages) {
    String steps =
        String.join(
            ",",
            Stream.of(pages)
                .map(page -> "{'event':{'type':'in','dimension':'page','values':['" + page + "']}}")
                .toList());
    List<Map<String, @Nullable Object>> rows =
        shop.rows(
            "{'kind':'funnel','sameSession':true,'steps':["
                + steps
                + "],'filter':{'type':'in','dimension':'device','values':['"
                + device
                + "']},"
                + ALL_DAYS
                + "}");
    return IntStream.range(0, pages.length)
        .mapToDouble(
            step ->
                QueriesOverData.number(rows.get(step), "conversion_from_previous").doubleValue())
        .toArray();
  }
}
