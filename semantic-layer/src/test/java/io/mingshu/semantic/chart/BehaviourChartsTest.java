package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Answers.answer;
import static io.mingshu.semantic.chart.Answers.dimension;
import static io.mingshu.semantic.chart.Answers.month;
import static io.mingshu.semantic.chart.Answers.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Breakdown;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BehaviourChartsTest {
  private static final Column COHORT = Answers.time("cohort", Grain.MONTH);
  private static final Column MONTH = Answers.time("month", Grain.MONTH);
  private static final Column GROUP = Answers.dimension("gender");
  private static final Column EVENT = Answers.dimension("event");
  private static final Column NUMBER = ordinal("period_number");
  private static final Column LAST = ordinal("period_last");
  private static final Column STEP = ordinal("step");
  private static final Column USERS = people("users");
  private static final Column RATE = rate("rate");
  private static final List<Column> MATRIX =
      List.of(COHORT, NUMBER, people("cohort_users"), people("retained_users"), RATE);
  private static final List<Column> STEPS =
      List.of(STEP, EVENT, USERS, rate("conversion_from_first"), rate("conversion_from_previous"));

  private static final RetentionQuery RETENTION =
      RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.MONTH);
  private static final Filter VIEW = new Filter.In("event_type", List.of("view"), false);
  private static final Filter PAY = new Filter.In("event_type", List.of("pay"), false);

  @Test
  void aRetentionMatrixIsAHeatMapOfItsCohorts() {
    assertChart(
        RETENTION,
        answer(MATRIX, 6, i -> row(month(i / 3), i % 3, 100, 40, 0.4)),
        "COHORT_HEATMAP x=period_number y=[rate, retained_users, cohort_users] by=cohort",
        ChartSpec.Type.RETENTION_CURVES,
        ChartSpec.Type.TABLE);
  }

  @Test
  void oneCohortIsACurve() {
    assertChart(
        RETENTION,
        answer(MATRIX, 3, i -> row(month(0), i, 100, 40, 0.4)),
        "RETENTION_CURVES x=period_number y=[rate, retained_users, cohort_users] by=cohort",
        ChartSpec.Type.COHORT_HEATMAP,
        ChartSpec.Type.TABLE);
  }

  @Test
  void moreCohortsThanAScreenHoldsAreCurvesOnly() {
    assertChart(
        RETENTION,
        answer(MATRIX, 140, i -> row(month(i / 2), i % 2, 100, 40, 0.4)),
        "RETENTION_CURVES x=period_number y=[rate, retained_users, cohort_users] by=cohort",
        ChartSpec.Type.TABLE);
  }

  @Test
  void groupsOfARetentionMatrixAreCurves() {
    assertChart(
        retentionBy("gender"),
        answer(with(GROUP, MATRIX), 8, i -> row(i < 4 ? "女" : "男", month(i / 2), i % 2, 9, 4, 0.4)),
        "RETENTION_CURVES x=period_number y=[rate, retained_users, cohort_users] by=gender",
        ChartSpec.Type.COHORT_HEATMAP,
        ChartSpec.Type.TABLE);
  }

  @Test
  void oneReturnOfEachCohortIsALine() {
    assertChart(
        RETENTION,
        answer(MATRIX, 5, i -> row(month(i), 1, 100, 40, 0.4)),
        "LINE x=cohort y=[rate] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void rangesOfIntervalsSayWhereTheyEnd() {
    List<Column> columns = List.of(COHORT, NUMBER, LAST, MATRIX.get(2), MATRIX.get(3), RATE);
    QueryResult ranges =
        answer(columns, 4, i -> row(month(i / 2), 1, i % 2 == 0 ? 7 : null, 100, 40, 0.4));

    assertThat(ChartChooser.choose(RETENTION, ranges).xEnd()).contains("period_last");
  }

  @Test
  void stepsAreAFunnel() {
    assertChart(
        FunnelQuery.of(VIEW, PAY),
        answer(STEPS, 2, i -> row(i + 1, i == 0 ? "view" : "pay", 10, 1.0, 1.0)),
        "FUNNEL x=event y=[users, conversion_from_first, conversion_from_previous] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void stepsInAnyOrderHaveNumbersNotNames() {
    assertChart(
        funnel(Order.ANY, Optional.empty(), new View.Steps(false)),
        answer(STEPS, 2, i -> row(i + 1, i == 0 ? "view" : "pay", 10, 1.0, 1.0)),
        "FUNNEL x=step y=[users, conversion_from_first, conversion_from_previous] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void groupsOfAFunnelStandSideBySide() {
    assertChart(
        funnel(Order.ORDERED, Optional.of(Breakdown.by("gender")), new View.Steps(false)),
        answer(
            with(GROUP, STEPS),
            4,
            i -> row(i < 2 ? "女" : "男", i % 2 + 1, i % 2 == 0 ? "view" : "pay", 10, 1.0, 1.0)),
        "FUNNEL x=event y=[users, conversion_from_first, conversion_from_previous] by=gender",
        ChartSpec.Type.TABLE);
  }

  @Test
  void aFunnelOverTimeIsALine() {
    List<Column> columns = List.of(MONTH, USERS, people("converted_users"), rate("conversion"));
    FunnelQuery trend =
        funnel(
            Order.ORDERED,
            Optional.empty(),
            new View.Trend(Grain.MONTH, Optional.<Integer>empty()));

    assertChart(
        trend,
        answer(columns, 3, i -> row(month(i), 10, 4, 0.4)),
        "LINE x=month y=[conversion] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        trend,
        answer(columns, 1, i -> row(month(i), 10, 4, 0.4)),
        "NUMBERS x=null y=[users, converted_users, conversion] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void moreGroupsThanLinesCanShowAreShades() {
    List<Column> columns =
        List.of(GROUP, MONTH, USERS, people("converted_users"), rate("conversion"));
    assertChart(
        funnel(
            Order.ORDERED,
            Optional.of(Breakdown.by("gender")),
            new View.Trend(Grain.MONTH, Optional.<Integer>empty())),
        answer(columns, 16, i -> row("g" + i / 2, month(i % 2), 10, 4, 0.4)),
        "HEATMAP x=month y=[conversion] by=gender",
        ChartSpec.Type.TABLE);
  }

  @Test
  void timesTakenAreColumnsUnlessGroupsHaveClassesOfTheirOwn() {
    View times = new View.TimeToConvert(1, 2, Optional.<Integer>empty());
    Column from = ordinal("from_seconds");
    assertChart(
        funnel(Order.ORDERED, Optional.empty(), times),
        answer(List.of(from, USERS), 5, i -> row(i * 60.0, 10)),
        "COLUMN x=from_seconds y=[users] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        funnel(Order.ORDERED, Optional.of(Breakdown.by("gender")), times),
        answer(List.of(GROUP, from, USERS), 4, i -> row("g" + i % 2, i * 60.0, 10)),
        "TABLE x=null y=[] by=null");
  }

  @Test
  void waysArePagesJoinedByHowManyGoThem() {
    Column first = Answers.dimension("page_1");
    Column second = Answers.dimension("page_2");
    PathQuery nodes =
        PathQuery.of(PathQuery.Direction.TO, "pay").withDepth(2).withView(PathQuery.View.NODES);
    QueryResult beginnings =
        answer(
            List.of(
                ordinal("depth"),
                first,
                second,
                count("sessions"),
                count("dropped"),
                rate("drop_rate")),
            2,
            i -> row(i + 1, "pay", i == 0 ? null : "cart", 10, 4, 0.4));

    assertChart(
        nodes, beginnings, "SANKEY x=depth y=[sessions, dropped] by=null", ChartSpec.Type.TABLE);
    assertThat(ChartChooser.choose(nodes, beginnings).flow())
        .contains(new ChartSpec.Flow(List.of("page_1", "page_2"), PathQuery.Direction.TO));

    assertChart(
        PathQuery.of(PathQuery.Direction.FROM, "home"),
        answer(
            List.of(first, second, count("sessions"), rate("share")),
            2,
            i -> row("home", i == 0 ? "cart" : null, 10, 0.4)),
        "SANKEY x=null y=[sessions, share] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void aLifecycleHasThoseWhoWentLast() {
    assertChart(
        LifecycleQuery.by(Grain.MONTH),
        answer(
            List.of(
                MONTH,
                people("new_users"),
                people("retained_users"),
                people("resurrected_users"),
                people("dormant_users")),
            3,
            i -> row(month(i), 1, 2, 3, 4)),
        "LIFECYCLE x=month y=[new_users, retained_users, resurrected_users, dormant_users] by=null",
        ChartSpec.Type.LINE,
        ChartSpec.Type.TABLE);
  }

  @Test
  void stickinessIsAHistogramAndConversionALine() {
    assertChart(
        StickinessQuery.by(Grain.DAY),
        answer(List.of(ordinal("active_periods"), USERS), 9, i -> row(i + 1, 10)),
        "COLUMN x=active_periods y=[users] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        ConversionQuery.of(VIEW, PAY, 7),
        answer(
            List.of(MONTH, count("base_events"), count("conversions"), RATE),
            3,
            i -> row(month(i), 10, 4, 0.4)),
        "LINE x=month y=[rate] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        ConversionQuery.of(VIEW, PAY, 7),
        answer(List.of(count("base_events"), count("conversions"), RATE), 1, i -> row(10, 4, 0.4)),
        "NUMBERS x=null y=[base_events, conversions, rate] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void oneClassOfAHistogramKeepsItsName() {
    assertChart(
        StickinessQuery.by(Grain.DAY),
        answer(List.of(ordinal("active_periods"), USERS), 1, i -> row(1, 10)),
        "COLUMN x=active_periods y=[users] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void whatIsComparedStandsBesideItsBase() {
    Optional<Comparison> before = Optional.of(new Comparison.PreviousPeriod());
    FunnelQuery steps = funnel(Order.ORDERED, Optional.empty(), new View.Steps(false));
    assertChart(
        steps.withComparison(before),
        answer(compared(STEPS), 2, i -> row(i + 1, "view", 10, 8, 0.5, 0.4, 0.5, 0.4)),
        "FUNNEL x=event y=[users, conversion_from_first, conversion_from_previous, users_previous,"
            + " conversion_from_first_previous, conversion_from_previous_previous] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        funnel(Order.ORDERED, Optional.empty(), new View.Trend(Grain.MONTH, Optional.empty()))
            .withComparison(before),
        answer(
            compared(List.of(time("month", Grain.MONTH), rate("conversion"))),
            3,
            i -> row(month(i), 0.5, 0.4)),
        "LINE x=month y=[conversion, conversion_previous] by=null",
        ChartSpec.Type.GROUPED_COLUMN,
        ChartSpec.Type.TABLE);
    assertChart(
        funnel(Order.ORDERED, Optional.of(Breakdown.by("device")), new View.Conversion())
            .withComparison(before),
        answer(
            compared(List.of(dimension("device"), USERS, rate("conversion"))),
            3,
            i -> row("d" + i, 9, 8, 0.5, 0.4)),
        "GROUPED_COLUMN x=device y=[conversion, conversion_previous] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        RETENTION.together().withComparison(before),
        answer(
            compared(List.of(NUMBER, people("cohort_users"), people("retained_users"), RATE)),
            3,
            i -> row(i, 100, 90, 40, 30, 0.4, 0.3)),
        "RETENTION_CURVES x=period_number y=[rate, retained_users, cohort_users, rate_previous,"
            + " retained_users_previous, cohort_users_previous] by=null",
        ChartSpec.Type.TABLE);
    assertChart(
        StickinessQuery.by(Grain.DAY).withComparison(before),
        answer(compared(List.of(ordinal("active_periods"), USERS)), 2, i -> row(i, 10, 9)),
        "GROUPED_COLUMN x=active_periods y=[users, users_previous] by=null",
        ChartSpec.Type.TABLE);
  }

  /** Each figure followed by what it was. */
  private static List<Column> compared(List<Column> columns) {
    List<Column> all = new ArrayList<>();
    for (Column column : columns) {
      all.add(column);
      if (column.unit().isPresent()) {
        all.add(
            new Column(
                column.name() + "_previous",
                column.type(),
                column.label(),
                Optional.empty(),
                Optional.of(Measure.PREVIOUS),
                column.unit(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return all;
  }

  @Test
  void whatIsEmptyOrCutIsNotDrawn() {
    assertChart(RETENTION, answer(MATRIX, 0, i -> row()), "EMPTY x=null y=[] by=null");
    QueryResult whole = answer(MATRIX, 6, i -> row(month(i / 3), i % 3, 100, 40, 0.4));
    QueryResult cut =
        new QueryResult(
            whole.columns(),
            whole.rows(),
            whole.period(),
            List.of(),
            List.of(new Note(Note.Code.ROWS_CUT, Text.same("cut"))),
            "",
            "",
            "duckdb",
            false,
            List.of(),
            0,
            0);
    assertChart(RETENTION, cut, "TABLE x=null y=[] by=null");
  }

  private static void assertChart(
      BehaviourQuery query, QueryResult result, String expected, ChartSpec.Type... others) {
    ChartSpec chart = ChartChooser.choose(query, result);

    assertThat(
            "%s x=%s y=%s by=%s"
                .formatted(
                    chart.type(), chart.x().orElse(null), chart.y(), chart.series().orElse(null)))
        .isEqualTo(expected);
    assertThat(chart.alternatives()).containsExactly(others);
    assertThat(chart.reason().zh()).isNotEmpty();
    assertThat(chart.reason().en()).isNotEmpty();
  }

  private static RetentionQuery retentionBy(String dimension) {
    return new RetentionQuery(
        RetentionQuery.Cohorts.SIGNUP,
        Optional.empty(),
        Optional.empty(),
        Grain.MONTH,
        List.of(),
        1,
        Optional.of(dimension),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static FunnelQuery funnel(Order order, Optional<Breakdown> breakdown, View view) {
    return new FunnelQuery(
        Optional.of("purchase"),
        List.of(),
        order,
        Optional.empty(),
        false,
        List.of(),
        breakdown,
        Optional.of(view),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Column> with(Column first, List<Column> more) {
    List<Column> columns = new ArrayList<>(List.of(first));
    columns.addAll(more);
    return columns;
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static Column ordinal(String name) {
    return column(name, Optional.empty());
  }

  private static Column people(String name) {
    return column(name, Optional.of(Unit.PEOPLE));
  }

  private static Column count(String name) {
    return column(name, Optional.of(Unit.COUNT));
  }

  private static Column rate(String name) {
    return column(name, Optional.of(Unit.PERCENT));
  }

  private static Column column(String name, Optional<Unit> unit) {
    return new Column(
        name,
        "integer",
        Text.same(name),
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.empty(),
        Optional.empty());
  }
}
