package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Answers.amount;
import static io.mingshu.semantic.chart.Answers.answer;
import static io.mingshu.semantic.chart.Answers.dimension;
import static io.mingshu.semantic.chart.Answers.figure;
import static io.mingshu.semantic.chart.Answers.month;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartChooserTest {
  private static final Column MONTH = Answers.time("month", Grain.MONTH);
  private static final Column PROVINCE = Answers.dimension("province");
  private static final Column CATEGORY = Answers.dimension("category");
  private static final Column AGE = Answers.dimension("age_group");
  private static final Column GMV = Answers.figure("gmv", Measure.VALUE, Unit.CURRENCY);
  private static final Column GMV_BEFORE = Answers.figure("gmv", Measure.PREVIOUS, Unit.CURRENCY);
  private static final Column GMV_CHANGE = Answers.figure("gmv", Measure.CHANGE, Unit.PERCENT);
  private static final Column GMV_SHARE = Answers.figure("gmv", Measure.SHARE, Unit.PERCENT);
  private static final Column PAID = Answers.figure("paid_amount", Measure.VALUE, Unit.CURRENCY);
  private static final Column BUYERS = Answers.figure("buyers", Measure.VALUE, Unit.PEOPLE);
  private static final Column BUYERS_SHARE = Answers.figure("buyers", Measure.SHARE, Unit.PERCENT);

  private static final MetricQuery QUERY = MetricQuery.of("gmv");
  private static final MetricQuery TREND = QUERY.withGrain(Grain.MONTH);
  private static final MetricQuery BY_PROVINCE = QUERY.withDimensions(List.of("province"));
  private static final Comparison YEAR_BEFORE = new Comparison.YearBefore();

  private final ChartChooser chooser = new ChartChooser(Answers.shop());

  @Test
  void nothingToDrawWithoutRows() {
    assertChart(TREND, answer(List.of(MONTH, GMV), 0, i -> List.of()), "EMPTY x=null y=[] by=null");
  }

  @Test
  void oneFigureIsANumber() {
    assertChart(
        QUERY, answer(List.of(GMV), 1, i -> List.of(amount(5))), "NUMBER x=null y=[gmv] by=null");
  }

  @Test
  void oneFigureComparedIsANumberWithItsChange() {
    assertChart(
        QUERY.withComparison(YEAR_BEFORE),
        answer(
            List.of(GMV, GMV_BEFORE, GMV_CHANGE), 1, i -> List.of(amount(5), amount(4), amount(1))),
        "NUMBER x=null y=[gmv, gmv_previous, gmv_change] by=null");
  }

  @Test
  void theWinnerIsANumberWithItsName() {
    assertChart(
        BY_PROVINCE,
        answer(List.of(PROVINCE, GMV), 1, i -> List.of("广东", amount(5))),
        "NUMBER x=province y=[gmv] by=null");
  }

  @Test
  void severalMetricsAreNumbers() {
    assertChart(
        MetricQuery.of("gmv", "buyers"),
        answer(List.of(GMV, BUYERS), 1, i -> List.of(amount(5), 3L)),
        "NUMBERS x=null y=[gmv, buyers] by=null");
  }

  @Test
  void aTrendIsALine() {
    assertChart(
        TREND,
        answer(List.of(MONTH, GMV), 12, i -> List.of(month(i), amount(i))),
        "LINE x=month y=[gmv] by=null",
        ChartSpec.Type.AREA,
        ChartSpec.Type.COLUMN,
        ChartSpec.Type.TABLE);
  }

  @Test
  void aFewPointsOfASumAreColumns() {
    assertChart(
        TREND,
        answer(List.of(MONTH, GMV), 3, i -> List.of(month(i), amount(i))),
        "COLUMN x=month y=[gmv] by=null");
  }

  @Test
  void aDistinctCountIsNeverAnArea() {
    assertChart(
        MetricQuery.of("buyers").withGrain(Grain.MONTH),
        answer(List.of(MONTH, BUYERS), 3, i -> List.of(month(i), (long) i)),
        "LINE x=month y=[buyers] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void aRunningTotalIsALineAndIsNotStacked() {
    assertChart(
        TREND.withAccumulation(new Accumulation.RunningTotal()),
        answer(List.of(MONTH, GMV), 3, i -> List.of(month(i), amount(i))),
        "LINE x=month y=[gmv] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void aTrendComparedIsTwoLines() {
    assertChart(
        TREND.withComparison(YEAR_BEFORE),
        answer(
            List.of(MONTH, GMV, GMV_BEFORE, GMV_CHANGE),
            6,
            i -> List.of(month(i), amount(i), amount(i), amount(0))),
        "LINE x=month y=[gmv, gmv_previous] by=null",
        ChartSpec.Type.GROUPED_COLUMN,
        ChartSpec.Type.TABLE);
  }

  @Test
  void twoMetricsOverTimeAreTwoLines() {
    assertChart(
        MetricQuery.of("gmv", "buyers").withGrain(Grain.MONTH),
        answer(List.of(MONTH, GMV, BUYERS), 6, i -> List.of(month(i), amount(i), 1L)),
        "LINE x=month y=[gmv, buyers] by=null");
  }

  @Test
  void threeMetricsOfTwoUnitsOverTimeAreATable() {
    assertChart(
        MetricQuery.of("gmv", "paid_amount", "buyers").withGrain(Grain.MONTH),
        answer(
            List.of(MONTH, GMV, PAID, BUYERS), 6, i -> List.of(month(i), amount(i), amount(i), 1L)),
        "TABLE x=month y=[gmv, paid_amount, buyers] by=null");
  }

  @Test
  void rankedOrChosenDaysAreNotJoinedByALine() {
    QueryResult days = answer(List.of(MONTH, GMV), 9, i -> List.of(month(i), amount(i)));

    assertChart(TREND.withRanking(Ranking.first(9)), days, "BAR x=month y=[gmv] by=null");
    assertChart(
        TREND.withConditions(
            List.of(MetricCondition.of("gmv", MetricCondition.Operator.GREATER, BigDecimal.ONE))),
        days,
        "COLUMN x=month y=[gmv] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void aFewGroupsOverTimeAreALineEach() {
    assertChart(
        TREND.withDimensions(List.of("province")),
        answer(
            List.of(MONTH, PROVINCE, GMV), 21, i -> List.of(month(i / 7), "省" + i % 7, amount(i))),
        "LINE x=month y=[gmv] by=province",
        ChartSpec.Type.STACKED_COLUMN,
        ChartSpec.Type.AREA,
        ChartSpec.Type.TABLE);
  }

  @Test
  void manyGroupsOverTimeAreAHeatMap() {
    assertChart(
        TREND.withDimensions(List.of("province")),
        answer(
            List.of(MONTH, PROVINCE, GMV), 24, i -> List.of(month(i / 8), "省" + i % 8, amount(i))),
        "HEATMAP x=month y=[gmv] by=province");
  }

  @Test
  void aShareOverTimeIsALineOfTheShare() {
    assertChart(
        TREND.withShare(new Share(List.of("province"))),
        answer(List.of(MONTH, GMV, GMV_SHARE), 9, i -> List.of(month(i), amount(i), amount(i))),
        "LINE x=month y=[gmv_share] by=null");
  }

  @Test
  void aFewSharesOfTheWholeAreADonut() {
    assertChart(
        BY_PROVINCE.withShare(new Share(List.of("province"))),
        answer(
            List.of(PROVINCE, GMV, GMV_SHARE),
            3,
            i -> List.of("省" + i, amount(1), new BigDecimal(List.of("0.5", "0.3", "0.2").get(i)))),
        "DONUT x=province y=[gmv_share] by=null",
        ChartSpec.Type.BAR,
        ChartSpec.Type.TABLE);
  }

  @Test
  void sharesThatAreNotTheWholeAreBars() {
    assertChart(
        BY_PROVINCE.withShare(new Share(List.of("province"))).withRanking(Ranking.first(3)),
        answer(
            List.of(PROVINCE, GMV, GMV_SHARE),
            3,
            i -> List.of("省" + i, amount(1), new BigDecimal(List.of("0.4", "0.3", "0.2").get(i)))),
        "BAR x=province y=[gmv_share] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void sharesOfADistinctCountAreNeverADonut() {
    assertChart(
        MetricQuery.of("buyers")
            .withDimensions(List.of("province"))
            .withShare(new Share(List.of("province"))),
        answer(
            List.of(PROVINCE, BUYERS, BUYERS_SHARE),
            2,
            i -> List.of("省" + i, 1L, new BigDecimal(i == 0 ? "0.7" : "0.3"))),
        "BAR x=province y=[buyers_share] by=null",
        ChartSpec.Type.TABLE);
  }

  @Test
  void nearlyEqualSharesAreBars() {
    assertChart(
        BY_PROVINCE.withShare(new Share(List.of("province"))),
        answer(
            List.of(PROVINCE, GMV, GMV_SHARE),
            2,
            i -> List.of("省" + i, amount(1), new BigDecimal(i == 0 ? "0.51" : "0.49"))),
        "BAR x=province y=[gmv_share] by=null");
  }

  @Test
  void groupsAreRankedBars() {
    assertChart(
        BY_PROVINCE,
        answer(List.of(PROVINCE, GMV), 5, i -> List.of("省" + i, amount(9 - i))),
        "BAR x=province y=[gmv] by=null",
        ChartSpec.Type.COLUMN,
        ChartSpec.Type.DONUT,
        ChartSpec.Type.TABLE);
  }

  @Test
  void theTopFewOfManyAreNoDonut() {
    assertChart(
        BY_PROVINCE.withRanking(Ranking.first(5)),
        answer(List.of(PROVINCE, GMV), 5, i -> List.of("省" + i, amount(9 - i))),
        "BAR x=province y=[gmv] by=null",
        ChartSpec.Type.COLUMN,
        ChartSpec.Type.TABLE);
  }

  @Test
  void manyGroupsAreATable() {
    assertChart(
        BY_PROVINCE,
        answer(List.of(PROVINCE, GMV), 31, i -> List.of("省" + i, amount(i))),
        "TABLE x=province y=[gmv] by=null",
        ChartSpec.Type.BAR);
  }

  @Test
  void orderedValuesAndHoursKeepTheirOrder() {
    assertChart(
        QUERY.withDimensions(List.of("age_group")),
        answer(List.of(AGE, GMV), 4, i -> List.of("组" + i, amount(i))),
        "COLUMN x=age_group y=[gmv] by=null");
    assertChart(
        QUERY.withDimensions(List.of("hour")),
        answer(List.of(dimension("hour"), GMV), 24, i -> List.of((long) i, amount(i))),
        "COLUMN x=hour y=[gmv] by=null");
  }

  @Test
  void metricsOfOneUnitStandSideBySide() {
    assertChart(
        MetricQuery.of("gmv", "paid_amount").withDimensions(List.of("category")),
        answer(List.of(CATEGORY, GMV, PAID), 6, i -> List.of("类" + i, amount(i), amount(i))),
        "GROUPED_COLUMN x=category y=[gmv, paid_amount] by=null");
  }

  @Test
  void metricsOfTwoUnitsShowTheRankingOne() {
    assertChart(
        MetricQuery.of("gmv", "buyers")
            .withDimensions(List.of("category"))
            .withOrdering(new Ordering("buyers", Measure.VALUE, true)),
        answer(List.of(CATEGORY, GMV, BUYERS), 6, i -> List.of("类" + i, amount(i), 1L)),
        "BAR x=category y=[buyers] by=null");
  }

  @Test
  void twoMetricsOfManyThingsAreAScatter() {
    assertChart(
        MetricQuery.of("gmv", "buyers").withDimensions(List.of("item_id")),
        answer(
            List.of(dimension("item_id"), GMV, BUYERS), 40, i -> List.of("i" + i, amount(i), 1L)),
        "SCATTER x=item_id y=[gmv, buyers] by=null");
  }

  @Test
  void groupsComparedStandSideBySide() {
    assertChart(
        BY_PROVINCE.withComparison(YEAR_BEFORE),
        answer(
            List.of(PROVINCE, GMV, GMV_BEFORE, GMV_CHANGE),
            5,
            i -> List.of("省" + i, amount(i), amount(i), amount(0))),
        "GROUPED_COLUMN x=province y=[gmv, gmv_previous] by=null");
  }

  @Test
  void groupsRankedByGrowthShowTheGrowth() {
    assertChart(
        BY_PROVINCE
            .withComparison(YEAR_BEFORE)
            .withOrdering(new Ordering("gmv", Measure.CHANGE, true)),
        answer(
            List.of(PROVINCE, GMV, GMV_BEFORE, GMV_CHANGE),
            3,
            i -> List.of("省" + i, amount(i), amount(i), amount(0))),
        "BAR x=province y=[gmv_change] by=null");
  }

  @Test
  void twoDimensionsOfASumAreStacked() {
    assertChart(
        QUERY.withDimensions(List.of("province", "category")),
        answer(
            List.of(PROVINCE, CATEGORY, GMV),
            12,
            i -> List.of("省" + i / 3, "类" + i % 3, amount(i))),
        "STACKED_COLUMN x=province y=[gmv] by=category");
  }

  @Test
  void twoDimensionsOfADistinctCountAreNotStacked() {
    assertChart(
        MetricQuery.of("buyers").withDimensions(List.of("province", "category")),
        answer(List.of(PROVINCE, CATEGORY, BUYERS), 12, i -> List.of("省" + i / 3, "类" + i % 3, 1L)),
        "GROUPED_COLUMN x=province y=[buyers] by=category",
        ChartSpec.Type.HEATMAP,
        ChartSpec.Type.TABLE);
  }

  @Test
  void twoDimensionsWithNegativeSumsAreNotStacked() {
    assertChart(
        MetricQuery.of("net").withDimensions(List.of("province", "category")),
        answer(
            List.of(PROVINCE, CATEGORY, figure("net", Measure.VALUE, Unit.CURRENCY)),
            12,
            i -> List.of("省" + i / 3, "类" + i % 3, amount(i - 2))),
        "GROUPED_COLUMN x=province y=[net] by=category");
  }

  @Test
  void twoLargeDimensionsAreAHeatMap() {
    assertChart(
        QUERY.withDimensions(List.of("province", "category")),
        answer(
            List.of(PROVINCE, CATEGORY, GMV),
            70,
            i -> List.of("省" + i / 7, "类" + i % 7, amount(i))),
        "HEATMAP x=province y=[gmv] by=category");
  }

  @Test
  void theBestOfEachGroupIsATable() {
    assertChart(
        QUERY
            .withDimensions(List.of("province", "category"))
            .withRanking(new Ranking(1, 0, List.of("province"), false)),
        answer(List.of(PROVINCE, CATEGORY, GMV), 3, i -> List.of("省" + i, "类" + i, amount(i))),
        "TABLE x=province y=[gmv] by=null");
  }

  @Test
  void knowsWhatAddsUp() {
    Additivity additivity = new Additivity(Answers.shop());

    assertThat(additivity.isAdditive("gmv")).isTrue();
    assertThat(additivity.isAdditive("net")).isTrue();
    assertThat(additivity.isAdditive("buyers")).isFalse();
    assertThat(additivity.isAdditive("arppu")).isFalse();
    assertThat(additivity.isAdditive("scaled")).isFalse();
  }

  private void assertChart(
      MetricQuery query, QueryResult answer, String chart, ChartSpec.Type... alternatives) {
    ChartSpec spec = chooser.choose(query, answer);
    assertThat(
            spec.type()
                + " x="
                + spec.x().orElse(null)
                + " y="
                + spec.y()
                + " by="
                + spec.series().orElse(null))
        .isEqualTo(chart);
    assertThat(spec.reason().zh()).isNotBlank();
    assertThat(spec.reason().en()).isNotBlank();
    assertThat(spec.alternatives()).doesNotContain(spec.type());
    if (alternatives.length > 0) {
      assertThat(spec.alternatives()).containsExactly(alternatives);
    }
  }
}
