package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.Note.Code;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about figures of who comes back; the figures are those of the naive reference. */
class BehaviourMetricsTest {
  /** Before the end of the data, so that yesterday is March 9. */
  private static final Asking ASKING = Asking.at(Instant.parse("2026-03-10T02:00:00Z"));

  private static final Period EARLY_MARCH =
      new Period.Between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9));

  @TempDir private Path folder = Path.of("");

  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() {
    NaiveShop random = NaiveShop.random(5, 250);
    List<NaiveShop.Member> members = new ArrayList<>(random.members());
    members.add(new NaiveShop.Member("early", Instant.parse("2024-06-01T00:00:00Z"), "gold"));
    backend = CornerShop.open(new NaiveShop(random.purchases(), random.visits(), members), folder);
    layer = new CatalogSemanticLayer(CornerShop.catalog(), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void whereNoPeriodIsNamedItIsTheLatestDaysThatCanBeTold() {
    QueryResult nextDay = layer.run(MetricQuery.of("retention_d1"), ASKING);
    assertThat(nextDay.period().firstDay()).isEqualTo(LocalDate.of(2026, 2, 7));
    assertThat(nextDay.period().lastDay()).isEqualTo(LocalDate.of(2026, 3, 8));
    assertThat(codes(nextDay))
        .contains(Code.DEFAULT_PERIOD)
        .doesNotContain(Code.INCOMPLETE_COHORTS);

    QueryResult worth = layer.run(MetricQuery.of("ltv_20"), ASKING);
    assertThat(worth.period().lastDay()).isEqualTo(LocalDate.of(2026, 2, 18));

    QueryResult beside = layer.run(MetricQuery.of("retention_d1", "active_users"), ASKING);
    assertThat(beside.period().lastDay()).isEqualTo(LocalDate.of(2026, 3, 9));
  }

  @Test
  void cohortsThatAreTooYoungAreLeftOutAndThatIsSaid() {
    QueryResult some = layer.run(MetricQuery.of("again_d7").withPeriod(EARLY_MARCH), ASKING);
    assertThat(codes(some)).contains(Code.INCOMPLETE_COHORTS);
    assertThat(text(some, Code.INCOMPLETE_COHORTS)).contains("2026-03-01 – 2026-03-02");

    Period yesterday = new Period.DaysAgo(1);
    assertThatThrownBy(() -> layer.run(MetricQuery.of("again_d7").withPeriod(yesterday), ASKING))
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.COHORTS_INCOMPLETE);
              assertThat(e.text().zh()).contains("2026-03-02");
              assertThat(e.context()).containsEntry("last", "2026-03-02");
            });
  }

  @Test
  void cohortsFromBeforeTheDataAreLeftOutToo() {
    Period longAgo = new Period.Calendar(Grain.YEAR, LocalDate.of(2024, 1, 1));
    QueryResult result = layer.run(MetricQuery.of("retention_d1").withPeriod(longAgo), ASKING);
    assertThat(text(result, Code.INCOMPLETE_COHORTS)).contains("2024-11-").contains("2024-12-31");
  }

  @Test
  void theStretchesThatAreComparedAreSaid() {
    assertThat(text(layer.run(MetricQuery.of("churn_rate"), ASKING), Code.STRETCHES))
        .contains("2026-01-04 – 2026-02-12", "2026-02-13 – 2026-03-09");
    Period february = new Period.Calendar(Grain.MONTH, LocalDate.of(2026, 2, 1));
    assertThat(
            text(
                layer.run(MetricQuery.of("resurrected").withPeriod(february), ASKING),
                Code.STRETCHES))
        .contains("2026-01-01 – 2026-01-31");
  }

  @Test
  void oneRateHasItsNumbersOfPeopleBesideIt() {
    MetricQuery query = MetricQuery.of("again_m1").withDimensions(List.of("province"));
    assertThat(layer.run(query, ASKING).columns().stream().map(Column::name).toList())
        .containsExactly(
            "province", "again_m1", "again_m1/cohort_users", "again_m1/retained_users");
    assertThat(layer.run(query.withGrain(Grain.MONTH), ASKING).columns()).hasSize(3);
  }

  @Test
  void groupsAreThoseOfTheStartAndOfMembersTheirOwn() {
    assertThat(problems(MetricQuery.of("retention_d1").withDimensions(List.of("province"))))
        .containsExactly(ErrorCode.INCOMPATIBLE_DIMENSION);
    assertThat(problems(MetricQuery.of("retention_d1").withDimensions(List.of("level")))).isEmpty();
    assertThat(problems(MetricQuery.of("again_d7").withDimensions(List.of("province")))).isEmpty();
  }

  @Test
  void whoComesBackIsNeitherAccumulatedNorSeenByTheHour() {
    MetricQuery trend = MetricQuery.of("kept_users").withPeriod(EARLY_MARCH);
    assertThat(problems(trend.withGrain(Grain.HOUR))).containsExactly(ErrorCode.INVALID_QUERY);
    assertThat(
            problems(trend.withGrain(Grain.DAY).withAccumulation(new Accumulation.RunningTotal())))
        .containsExactly(ErrorCode.INVALID_QUERY);
  }

  @Test
  void thoseWhoSignedUpAreToldByTheLogOrLookedUpWhereTheirTimeMustNotBeSeen() {
    RetentionQuery signups = RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.DAY);
    Principal masked = new Principal("masked", Map.of(), Map.of("visits", Set.of("join_time")));

    QueryResult told = layer.run(signups, ASKING);
    QueryResult lookedUp =
        layer.run(
            signups, new Asking(ASKING.asOf(), masked, Limits.DEFAULT, Cancellation.none(), false));

    assertThat(told.sql()).doesNotContain("IN (SELECT");
    assertThat(lookedUp.sql()).contains("IN (SELECT");
    assertThat(lookedUp.rows()).isEqualTo(told.rows());
    assertThat(told.rows())
        .filteredOn(row -> Long.valueOf(1).equals(row.get(1)))
        .anySatisfy(row -> assertThat(row.get(3)).isNotEqualTo(0L));
  }

  private List<ErrorCode> problems(MetricQuery query) {
    return layer.validate(query).stream().map(QueryProblem::code).toList();
  }

  private static List<Code> codes(QueryResult result) {
    return result.notes().stream().map(Note::code).toList();
  }

  private static String text(QueryResult result, Code code) {
    return result.notes().stream()
        .filter(note -> note.code() == code)
        .map(note -> note.text().zh())
        .findFirst()
        .orElse("");
  }
}
