package io.mingshu.nlq.wording;

import static io.mingshu.nlq.wording.Shop.amount;
import static io.mingshu.nlq.wording.Shop.answer;
import static io.mingshu.nlq.wording.Shop.compared;
import static io.mingshu.nlq.wording.Shop.dimension;
import static io.mingshu.nlq.wording.Shop.figure;
import static io.mingshu.nlq.wording.Shop.result;
import static io.mingshu.nlq.wording.Shop.row;
import static io.mingshu.nlq.wording.Shop.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerWordingTest {
  private static final String ZH = "上个月（2026-06-01 至 2026-06-30）";
  private static final String EN = "Last month (2026-06-01 to 2026-06-30)";
  private static final MetricQuery GMV =
      MetricQuery.of("gmv").withPeriod(new Period.Previous(Grain.MONTH, 1));
  private static final Comparison PREVIOUS = new Comparison.PreviousPeriod();

  private static final Column VALUE = figure("gmv", Measure.VALUE);
  private static final Column BEFORE = figure("gmv", Measure.PREVIOUS);
  private static final Column DIFFERENCE = figure("gmv", Measure.DIFFERENCE);
  private static final Column CHANGE = figure("gmv", Measure.CHANGE);
  private static final Column SHARE = figure("gmv", Measure.SHARE);
  private static final Column PROVINCE = dimension("province");

  private final AnswerWording wording = new AnswerWording(Shop.CATALOG);

  @Test
  void oneFigure() {
    assertWords(
        GMV,
        answer(List.of(VALUE), row(amount("1234567.8"))),
        ZH + "，GMV为¥123.46万。",
        EN + ": GMV was ¥1.23M.");
  }

  @Test
  void namesTheFilter() {
    assertWords(
        GMV.withFilter(new Filter.In("province", List.of("广东"), false)),
        answer(List.of(VALUE), row(amount("99.5"))),
        ZH + "，省份为广东，GMV为¥99.50。",
        EN + ", where province is Guangdong: GMV was ¥99.50.");
  }

  @Test
  void aFigureComparedWithThePeriodBefore() {
    assertWords(
        GMV.withComparison(PREVIOUS),
        compared(
            List.of(VALUE, BEFORE, DIFFERENCE, CHANGE),
            row(amount("120000"), amount("100000"), amount("20000"), amount("0.2"))),
        ZH + "，GMV为¥12.00万，比上一期（2026-05-01 至 2026-05-31）的¥10.00万上升¥2.00万（+20%）。",
        EN
            + ": GMV was ¥120.00K, up ¥20.00K (+20%) from ¥100.00K in the period before"
            + " (2026-05-01 to 2026-05-31).");
  }

  @Test
  void aRateChangesInPoints() {
    Column rate = figure("conversion_rate", Measure.VALUE);
    Column before = figure("conversion_rate", Measure.PREVIOUS);
    Column difference = figure("conversion_rate", Measure.DIFFERENCE);
    Column change = figure("conversion_rate", Measure.CHANGE);
    assertWords(
        MetricQuery.of("conversion_rate")
            .withPeriod(new Period.Previous(Grain.MONTH, 1))
            .withComparison(new Comparison.YearBefore()),
        compared(List.of(rate, before, difference, change), row(0.038, 0.05, -0.012, -0.24)),
        ZH + "，支付转化率为3.8%，比去年同期（2026-05-01 至 2026-05-31）的5%下降1.2个百分点（相对-24%）。",
        EN
            + ": conversion rate was 3.8%, down 1.2 points (-24% relative) from 5% in the same period"
            + " a year before (2026-05-01 to 2026-05-31).");
  }

  @Test
  void aChangeFromNothingHasNoRate() {
    assertWords(
        GMV.withComparison(PREVIOUS),
        compared(
            List.of(VALUE, BEFORE, DIFFERENCE, CHANGE),
            row(amount("500"), amount("0"), amount("500"), null)),
        ZH + "，GMV为¥500.00，比上一期（2026-05-01 至 2026-05-31）的¥0.00上升¥500.00。",
        EN
            + ": GMV was ¥500.00, up ¥500.00 from ¥0.00 in the period before"
            + " (2026-05-01 to 2026-05-31).");
  }

  @Test
  void aFigureThatDoesNotExistIsNotZero() {
    assertWords(
        MetricQuery.of("conversion_rate").withPeriod(new Period.Previous(Grain.MONTH, 1)),
        answer(List.of(figure("conversion_rate", Measure.VALUE)), row((Object) null)),
        ZH + "，支付转化率没有数值（没有数据，或分母为0）。",
        EN + ": conversion rate has no value (no data, or nothing to divide by).");
  }

  @Test
  void severalMetrics() {
    assertWords(
        MetricQuery.of("gmv", "paid_orders").withPeriod(new Period.Previous(Grain.MONTH, 1)),
        answer(List.of(VALUE, figure("paid_orders", Measure.VALUE)), row(amount("100"), 12L)),
        ZH + "，GMV为¥100.00；支付订单数为12。",
        EN + ": GMV was ¥100.00; paid orders were 12.");
  }

  @Test
  void aBreakdownNamesItsLeaders() {
    assertWords(
        GMV.withDimensions(List.of("province")),
        answer(
            List.of(PROVINCE, VALUE),
            row("浙江", amount("200")),
            row("广东", amount("300")),
            row("上海", amount("50")),
            row("江苏", amount("100"))),
        ZH + "，共4个省份，GMV最高的是广东（¥300.00）、浙江（¥200.00）、江苏（¥100.00）等。",
        EN
            + ": 4 provinces; highest GMV: Guangdong (¥300.00), Zhejiang (¥200.00), Jiangsu (¥100.00)"
            + " and more.");
  }

  @Test
  void theWinner() {
    assertWords(
        GMV.withDimensions(List.of("province")).withRanking(Ranking.first(1)),
        answer(List.of(PROVINCE, VALUE), row("广东", amount("300"))),
        ZH + "，GMV最高的是广东（¥300.00）。",
        EN + ": highest GMV: Guangdong (¥300.00).");
  }

  @Test
  void theSecond() {
    assertWords(
        GMV.withDimensions(List.of("province")).withRanking(new Ranking(1, 1, List.of(), false)),
        answer(List.of(PROVINCE, VALUE), row("浙江", amount("200"))),
        ZH + "，GMV依次为：浙江（¥200.00）。",
        EN + ": GMV, in order: Zhejiang (¥200.00).");
  }

  @Test
  void theFirstInTimeIsNotTheHighest() {
    assertWords(
        GMV.withGrain(Grain.DAY).withRanking(Ranking.first(1)),
        answer(List.of(time(Grain.DAY), VALUE), row(day("2026-06-01"), amount("100"))),
        ZH + "，GMV依次为：2026年6月1日（¥100.00）。",
        EN + ": GMV, in order: June 1, 2026 (¥100.00).");
    assertWords(
        GMV.withGrain(Grain.DAY)
            .withOrdering(new Ordering("gmv", Measure.VALUE, true))
            .withRanking(Ranking.first(1)),
        answer(List.of(time(Grain.DAY), VALUE), row(day("2026-06-18"), amount("300"))),
        ZH + "，GMV最高的是2026年6月18日（¥300.00）。",
        EN + ": highest GMV: June 18, 2026 (¥300.00).");
  }

  @Test
  void theRestIsNotTheHighest() {
    assertWords(
        GMV.withDimensions(List.of("province")).withRanking(new Ranking(1, 0, List.of(), true)),
        answer(List.of(PROVINCE, VALUE), row("广东", amount("300")), row("其他", amount("900"))),
        ZH + "，GMV最高的是广东（¥300.00），其余合计（¥900.00）。",
        EN + ": highest GMV: Guangdong (¥300.00), the rest (¥900.00).");
  }

  @Test
  void countsHaveMostAndFewest() {
    assertWords(
        MetricQuery.of("buyers")
            .withPeriod(new Period.Previous(Grain.MONTH, 1))
            .withDimensions(List.of("is_first_order")),
        answer(
            List.of(dimension("is_first_order"), figure("buyers", Measure.VALUE)),
            row(true, 3L),
            row(false, 5L)),
        ZH + "，共2组，支付买家数最多的是否（5）、是（3）。",
        EN + ": 2 groups; most buyers: no (5), yes (3).");
  }

  @Test
  void theFastestGrowing() {
    assertWords(
        GMV.withDimensions(List.of("province"))
            .withComparison(PREVIOUS)
            .withOrdering(new Ordering("gmv", Measure.CHANGE, true))
            .withRanking(Ranking.first(2)),
        compared(
            List.of(PROVINCE, VALUE, BEFORE, DIFFERENCE, CHANGE),
            row("四川", amount("30"), amount("10"), amount("20"), amount("2")),
            row("广东", amount("300"), amount("200"), amount("100"), amount("0.5"))),
        ZH + "，GMV的变化率最高的是四川（+200%）、广东（+50%）。",
        EN + ": highest change of GMV: Sichuan (+200%), Guangdong (+50%).");
  }

  @Test
  void groupsComparedShowTheirChange() {
    assertWords(
        GMV.withDimensions(List.of("province")).withComparison(PREVIOUS),
        compared(
            List.of(PROVINCE, VALUE, BEFORE, DIFFERENCE, CHANGE),
            row("广东", amount("300"), amount("200"), amount("100"), amount("0.5")),
            row("四川", amount("30"), amount("0"), amount("30"), null)),
        ZH + "，共2个省份，GMV最高的是广东（¥300.00，+50%）、四川（¥30.00）。",
        EN + ": 2 provinces; highest GMV: Guangdong (¥300.00, +50%), Sichuan (¥30.00).");
  }

  @Test
  void ratesOfGroupsChangeInPoints() {
    Column rate = figure("conversion_rate", Measure.VALUE);
    Column difference = figure("conversion_rate", Measure.DIFFERENCE);
    Column change = figure("conversion_rate", Measure.CHANGE);
    MetricQuery rates =
        MetricQuery.of("conversion_rate")
            .withPeriod(new Period.Previous(Grain.MONTH, 1))
            .withComparison(PREVIOUS);
    assertWords(
        rates.withDimensions(List.of("province")),
        compared(
            List.of(PROVINCE, rate, difference, change),
            row("广东", 0.36, 0.013, 0.0375),
            row("浙江", 0.31, -0.002, -0.0064)),
        ZH + "，共2个省份，支付转化率最高的是广东（36%，+1.3个百分点）、浙江（31%，-0.2个百分点）。",
        EN
            + ": 2 provinces; highest conversion rate: Guangdong (36%, +1.3 points), Zhejiang (31%,"
            + " -0.2 points).");
    assertWords(
        rates.withGrain(Grain.WEEK),
        compared(
            List.of(time(Grain.WEEK), rate, difference, change),
            row(day("2026-06-01"), 0.36, 0.013, 0.0375),
            row(day("2026-06-08"), 0.31, -0.05, -0.1389)),
        ZH + "，支付转化率从2026年6月1日那一周的36%到2026年6月8日那一周的31%，2026年6月8日那一周的变化为-5个百分点。",
        EN
            + ": conversion rate went from the week of June 1, 2026 (36%) to the week of June 8, 2026"
            + " (31%), a change of -5 points in the week of June 8, 2026.");
  }

  @Test
  void sharesOfGroups() {
    assertWords(
        GMV.withDimensions(List.of("province")).withShare(new Share(List.of("province"))),
        answer(
            List.of(PROVINCE, VALUE, SHARE),
            row("广东", amount("300"), amount("0.6")),
            row("浙江", amount("200"), amount("0.4"))),
        ZH + "，共2个省份，GMV的占比最高的是广东（60%）、浙江（40%）。",
        EN + ": 2 provinces; highest share of GMV: Guangdong (60%), Zhejiang (40%).");
  }

  @Test
  void theShareOfOne() {
    assertWords(
        GMV.withFilter(new Filter.In("province", List.of("广东"), false))
            .withShare(new Share(List.of("province"))),
        answer(List.of(VALUE, SHARE), row(amount("300"), amount("0.1234"))),
        ZH + "，省份为广东，GMV为¥300.00，占全部省份的12.3%。",
        EN + ", where province is Guangdong: GMV was ¥300.00, 12.3% of all provinces.");
  }

  @Test
  void aTrend() {
    assertWords(
        GMV.withGrain(Grain.WEEK),
        answer(
            List.of(time(Grain.WEEK), VALUE),
            row(day("2026-06-01"), amount("100")),
            row(day("2026-06-08"), amount("300")),
            row(day("2026-06-15"), amount("50")),
            row(day("2026-06-22"), amount("200"))),
        ZH
            + "，GMV从2026年6月1日那一周的¥100.00到2026年6月22日那一周的¥200.00，"
            + "最高是2026年6月8日那一周的¥300.00，最低是2026年6月15日那一周的¥50.00。",
        EN
            + ": GMV went from the week of June 1, 2026 (¥100.00) to the week of June 22, 2026"
            + " (¥200.00), highest in the week of June 8, 2026 (¥300.00), lowest in the week of"
            + " June 15, 2026 (¥50.00).");
  }

  @Test
  void anUnfinishedBucketIsNoEndAndNoLowest() {
    QueryResult soFar =
        result(
            List.of(time(Grain.MONTH), VALUE),
            new TimeRange(Shop.MAY.from(), LocalDateTime.parse("2026-07-01T10:00"), false),
            Optional.empty(),
            List.of(
                new Note(
                    Note.Code.INCOMPLETE_PERIOD, new Text("本期尚未结束", "The period is not over"))),
            row(day("2026-05-01"), amount("100")),
            row(day("2026-06-01"), amount("300")),
            row(day("2026-07-01"), amount("1")));
    assertThat(
            wording.of(
                GMV.withPeriod(new Period.Since(day("2026-05-01"))).withGrain(Grain.MONTH),
                soFar,
                Language.ZH))
        .isEqualTo(
            "2026年5月1日以来（2026-05-01 至 2026-07-01 10:00），"
                + "GMV从2026年5月的¥100.00到2026年6月的¥300.00。"
                + "本期尚未结束。");
  }

  @Test
  void aRunningTotal() {
    assertWords(
        GMV.withGrain(Grain.MONTH).withAccumulation(new Accumulation.RunningTotal()),
        answer(
            List.of(time(Grain.MONTH), VALUE),
            row(day("2026-05-01"), amount("100")),
            row(day("2026-06-01"), amount("300"))),
        ZH + "，GMV累计到2026年6月为¥300.00。",
        EN + ": GMV added up to ¥300.00 by June 2026.");
  }

  @Test
  void daysThatMeetACondition() {
    assertWords(
        GMV.withGrain(Grain.DAY)
            .withConditions(
                List.of(
                    MetricCondition.of(
                        "gmv", MetricCondition.Operator.GREATER, new BigDecimal("100")))),
        answer(
            List.of(time(Grain.DAY), VALUE),
            row(day("2026-06-17"), amount("120")),
            row(day("2026-06-18"), amount("300"))),
        ZH + "，共2天，GMV最高的是2026年6月18日（¥300.00）、2026年6月17日（¥120.00）。",
        EN + ": 2 days; highest GMV: June 18, 2026 (¥300.00), June 17, 2026 (¥120.00).");
  }

  @Test
  void theNumberOfGroups() {
    Column count =
        new Column(
            "count",
            "integer",
            Text.same("count"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertWords(
        GMV.withDimensions(List.of("province")).withCountGroups(true),
        answer(List.of(count), row(12L)),
        ZH + "，满足条件的省份有12个。",
        EN + ": 12 provinces meet the condition.");
  }

  @Test
  void saysThatThereIsNothing() {
    assertWords(GMV, answer(List.of(VALUE)), ZH + "，没有符合条件的数据。", EN + ": no data match.");
  }

  @Test
  void weekdaysAndHoursHaveNames() {
    assertWords(
        GMV.withDimensions(List.of("weekday")).withRanking(Ranking.first(1)),
        answer(List.of(dimension("weekday"), VALUE), row(6L, amount("300"))),
        ZH + "，GMV最高的是周六（¥300.00）。",
        EN + ": highest GMV: Saturday (¥300.00).");
  }

  private void assertWords(MetricQuery query, QueryResult result, String zh, String en) {
    assertThat(wording.of(query, result, Language.ZH)).isEqualTo(zh);
    assertThat(wording.of(query, result, Language.EN)).isEqualTo(en);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
