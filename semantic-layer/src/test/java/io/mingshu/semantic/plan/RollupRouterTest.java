package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Source;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which table figures are read from, and the reason that is given. */
class RollupRouterTest {
  private static final Catalog CATALOG = CornerShop.catalog();
  private static final Rollup DAILY =
      new Rollup(
          "visits_daily",
          "visits",
          "visit_time",
          List.of("action", "province"),
          List.of("rooms"),
          List.of("user_id"));
  private static final LocalDateTime JUNE = LocalDateTime.parse("2025-06-01T00:00");
  private static final Scope WHOLE_DAYS = scope(JUNE, JUNE.plusDays(30), List.of("province"));

  private static final Leaf.Rows VIEWS =
      visits(Function.COUNT, Optional.empty(), Optional.of("action = 'view'"));
  private static final Leaf.Rows ROOMS =
      visits(Function.SUM, Optional.of("rooms"), Optional.empty());
  private static final Leaf.Rows VISITORS =
      visits(Function.COUNT_DISTINCT, Optional.of("user_id"), Optional.empty());

  private RollupRouter router = router(Estimation.NONE, Principal.LOCAL);

  @Test
  void countsAndSumsComeFromDailyTotals() {
    Reading reading = router.route(WHOLE_DAYS, List.of(VIEWS, ROOMS));

    assertThat(reading.table()).isEqualTo("visits_daily");
    assertThat(reading.figures().get(0).function()).isEqualTo(Function.SUM);
    assertThat(reading.figures().get(0).expression()).contains(Rollup.ROW_COUNT);
    assertThat(router.estimates()).isFalse();
    assertThat(reason()).contains("daily totals");
  }

  @Test
  void exactDistinctCountsNeedTheRows() {
    assertThat(router.route(WHOLE_DAYS, List.of(VISITORS)).table()).isEqualTo("visits");
    assertThat(reason()).isEqualTo("rows: no daily totals have exact distinct user_id");
  }

  @Test
  void estimatedOnesDoNot() {
    router = router(new Estimation(Set.of("visits")), Principal.LOCAL);

    assertThat(router.route(WHOLE_DAYS, List.of(VISITORS)).table()).isEqualTo("visits_daily");
    assertThat(router.estimates()).isTrue();
  }

  @Test
  void partsOfDaysNeedTheRows() {
    Scope untilNow = scope(JUNE, JUNE.plusHours(10), List.of());

    assertThat(router.route(untilNow, List.of(VIEWS)).table()).isEqualTo("visits");
    assertThat(reason()).contains("hours");
  }

  @Test
  void hoursNeedTheRows() {
    Bucket hour = new Bucket(JUNE, JUNE, JUNE.plusHours(1), true);
    Scope byHour =
        new Scope(
            WHOLE_DAYS.range(),
            WHOLE_DAYS.range(),
            Optional.empty(),
            List.of(),
            Optional.of(Timeline.of(Grain.HOUR, List.of(hour))));

    assertThat(router.route(byHour, List.of(VIEWS)).table()).isEqualTo("visits");
  }

  @Test
  void whatTheyDoNotKeepNeedsTheRows() {
    Scope byCampaign = scope(JUNE, JUNE.plusDays(30), List.of("campaign"));
    Scope ofOneCampaign =
        WHOLE_DAYS.with(Optional.of(new Filter.In("campaign", List.of("618"), false)));

    assertThat(router.route(byCampaign, List.of(VIEWS)).table()).isEqualTo("visits");
    assertThat(router.route(ofOneCampaign, List.of(VIEWS)).table()).isEqualTo("visits");
    assertThat(reason()).contains("campaign");
  }

  @Test
  void whatAPersonMayNotSeeIsNotReadAroundTheRows() {
    Principal filtered = new Principal("a", Map.of("visits", "campaign = '618'"), Map.of());
    Principal masked = new Principal("b", Map.of(), Map.of("visits", Set.of("user_id")));
    Principal within = new Principal("c", Map.of("visits", "province = '广东'"), Map.of());

    assertThat(tableFor(filtered)).isEqualTo("visits");
    assertThat(tableFor(masked)).isEqualTo("visits");
    assertThat(tableFor(within)).isEqualTo("visits_daily");
  }

  private static String tableFor(Principal principal) {
    return router(Estimation.NONE, principal).route(WHOLE_DAYS, List.of(VIEWS)).table();
  }

  private String reason() {
    List<Source> sources = router.sources();
    return sources.get(sources.size() - 1).reason().en();
  }

  private static RollupRouter router(Estimation estimation, Principal principal) {
    return new RollupRouter(
        CATALOG, new MetricExpander(CATALOG), List.of(DAILY), principal, estimation);
  }

  private static Scope scope(LocalDateTime from, LocalDateTime until, List<String> dimensions) {
    TimeRange range = new TimeRange(from, until, true);
    return new Scope(range, range, Optional.empty(), dimensions, Optional.empty());
  }

  private static Leaf.Rows visits(
      Function function, Optional<String> expression, Optional<String> where) {
    return new Leaf.Rows("visits", "visit_time", function, expression, where);
  }
}
