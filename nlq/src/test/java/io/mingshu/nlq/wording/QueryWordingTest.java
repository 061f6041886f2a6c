package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodResolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryWordingTest {
  private static final Period LAST_MONTH = new Period.Previous(Grain.MONTH, 1);
  private static final MetricQuery GMV = MetricQuery.of("gmv").withPeriod(LAST_MONTH);

  private final QueryWording wording =
      new QueryWording(Shop.CATALOG, new PeriodResolver(Shop.CATALOG));

  @Test
  void namesTheMetricAndTheExactDays() {
    assertWords(
        GMV, "GMV，上个月（2026-06-01 至 2026-06-30）", "GMV, last month (2026-06-01 to 2026-06-30)");
  }

  @Test
  void saysThatThePeriodIsTheDefault() {
    assertWords(
        MetricQuery.of("gmv"),
        "GMV，默认近30天（2026-06-01 至 2026-06-30）",
        "GMV, by default the past 30 days (2026-06-01 to 2026-06-30)");
  }

  @Test
  void saysGroupsFiltersAndRanking() {
    assertWords(
        GMV.withDimensions(List.of("province"))
            .withFilter(new Filter.In("channel", List.of("直播"), true))
            .withRanking(Ranking.first(5)),
        "各省份的GMV，上个月（2026-06-01 至 2026-06-30），只看渠道不是直播，按GMV从高到低取前5名",
        "GMV by province, last month (2026-06-01 to 2026-06-30), only channel is not livestream,"
            + " the first 5 by GMV from the highest");
  }

  @Test
  void saysGroupsOfValuesByTheirName() {
    assertWords(
        GMV.withFilter(new Filter.In("province", List.of("浙江", "江苏", "上海"), false)),
        "GMV，上个月（2026-06-01 至 2026-06-30），只看省份为江浙沪",
        "GMV, last month (2026-06-01 to 2026-06-30), only province is Jiangsu-Zhejiang-Shanghai");
  }

  @Test
  void saysCompoundFilters() {
    Filter women = new Filter.In("category", List.of("女装"), false);
    Filter evening =
        new Filter.Range(
            "hour",
            Optional.of(new Filter.Bound(BigDecimal.valueOf(20), true)),
            Optional.of(new Filter.Bound(BigDecimal.valueOf(23), false)));
    Filter first = new Filter.In("is_first_order", List.of("true"), false);
    Filter named = new Filter.IsNull("channel", true);
    assertWords(
        GMV.withFilter(
            new Filter.And(List.of(evening, new Filter.Or(List.of(women, first)), named))),
        "GMV，上个月（2026-06-01 至 2026-06-30），只看小时 ≥ 20 且 < 23，（品类为女装 或 首单为是），有渠道",
        "GMV, last month (2026-06-01 to 2026-06-30), only hour ≥ 20 and < 23,"
            + " (category is womenswear or first order is yes), channel is present");
  }

  @Test
  void saysGrainAndComparison() {
    assertWords(
        GMV.withComparison(new Comparison.PreviousPeriod()),
        "GMV，上个月（2026-06-01 至 2026-06-30），和上一期比（2026-05-01 至 2026-05-31）",
        "GMV, last month (2026-06-01 to 2026-06-30),"
            + " compared with the period before (2026-05-01 to 2026-05-31)");
    assertWords(
        GMV.withGrain(Grain.WEEK).withComparison(new Comparison.YearBefore()),
        "GMV，上个月（2026-06-01 至 2026-06-30），按周，和去年同期比",
        "GMV, last month (2026-06-01 to 2026-06-30), by week, compared with a year before");
  }

  @Test
  void ofTwoNamedPeriodsTheLaterIsTheCurrentOne() {
    Period may = new Period.Calendar(Grain.MONTH, LocalDate.parse("2026-05-01"));
    Period june = new Period.Calendar(Grain.MONTH, LocalDate.parse("2026-06-01"));
    assertWords(
        MetricQuery.of("gmv").withPeriod(may).withComparison(new Comparison.With(june)),
        "GMV，2026年6月（2026-06-01 至 2026-06-30），和2026年5月比（2026-05-01 至 2026-05-31）",
        "GMV, June 2026 (2026-06-01 to 2026-06-30),"
            + " compared with May 2026 (2026-05-01 to 2026-05-31)");
  }

  @Test
  void saysConditionsShareAndOrder() {
    assertWords(
        GMV.withDimensions(List.of("category"))
            .withConditions(
                List.of(
                    MetricCondition.of(
                        "gmv", MetricCondition.Operator.GREATER, new BigDecimal("100000")),
                    MetricCondition.againstOverall(
                        "conversion_rate", MetricCondition.Operator.LESS)))
            .withShare(new Share(List.of("category")))
            .withOrdering(new Ordering("gmv", Measure.SHARE, false)),
        "各品类的GMV，上个月（2026-06-01 至 2026-06-30），占全部品类的比例，"
            + "满足 GMV > ¥100,000且支付转化率 < 整体水平，按GMV的占比从低到高",
        "GMV by category, last month (2026-06-01 to 2026-06-30), as a share of every category,"
            + " where GMV > ¥100,000 and conversion rate < the overall figure,"
            + " ordered by share of GMV from the lowest");
  }

  @Test
  void saysWhatIsCounted() {
    assertWords(
        GMV.withDimensions(List.of("category"))
            .withConditions(
                List.of(
                    MetricCondition.of(
                        "paid_orders", MetricCondition.Operator.AT_LEAST, new BigDecimal("5"))))
            .withCountGroups(true),
        "有多少个品类，上个月（2026-06-01 至 2026-06-30），满足 支付订单数 ≥ 5",
        "the number of categories, last month (2026-06-01 to 2026-06-30), where paid orders ≥ 5");
  }

  @Test
  void theFirstBucketsAreTheEarliestWhereNothingElseIsSaid() {
    assertWords(
        GMV.withGrain(Grain.DAY).withRanking(Ranking.first(3)),
        "GMV，上个月（2026-06-01 至 2026-06-30），按天，按时间从早到晚取前3名",
        "GMV, last month (2026-06-01 to 2026-06-30), by day, the first 3 in time");
  }

  @Test
  void doesNotSayEachOfYesAndNo() {
    assertWords(
        GMV.withDimensions(List.of("is_first_order", "weekday")),
        "按首单、星期的GMV，上个月（2026-06-01 至 2026-06-30）",
        "GMV by first order, weekday, last month (2026-06-01 to 2026-06-30)");
  }

  @Test
  void saysThatDaysAreCounted() {
    assertWords(
        GMV.withGrain(Grain.DAY).withCountGroups(true),
        "有多少天，上个月（2026-06-01 至 2026-06-30），按天",
        "the number of days, last month (2026-06-01 to 2026-06-30), by day");
  }

  @Test
  void saysWhoCounts() {
    assertWords(
        GMV.withFilter(
            new Filter.And(
                List.of(
                    new Filter.EntityHas(
                        "user_id",
                        List.of(
                            MetricCondition.of(
                                "paid_orders",
                                MetricCondition.Operator.AT_LEAST,
                                new BigDecimal("2")))),
                    new Filter.Top("province", "gmv", 5, true)))),
        "GMV，上个月（2026-06-01 至 2026-06-30），只看每个用户自己的支付订单数 ≥ 2，GMV最高的5个省份",
        "GMV, last month (2026-06-01 to 2026-06-30), only each user with paid orders ≥ 2,"
            + " the 5 provinces with the highest GMV");
  }

  @Test
  void saysRunningAndRollingFigures() {
    assertWords(
        GMV.withGrain(Grain.DAY).withAccumulation(new Accumulation.RunningTotal()),
        "GMV，上个月（2026-06-01 至 2026-06-30），按天，从期初累计",
        "GMV, last month (2026-06-01 to 2026-06-30), by day, running total from the start");
    assertWords(
        GMV.withGrain(Grain.DAY).withAccumulation(new Accumulation.Rolling(7)),
        "GMV，上个月（2026-06-01 至 2026-06-30），按天，每期含之前共7期",
        "GMV, last month (2026-06-01 to 2026-06-30), by day, each over the 7 that end with it");
  }

  @Test
  void saysTheSecondAndTheFirstOfEach() {
    assertWords(
        GMV.withDimensions(List.of("category")).withRanking(new Ranking(1, 1, List.of(), false)),
        "各品类的GMV，上个月（2026-06-01 至 2026-06-30），按GMV从高到低取第2名",
        "GMV by category, last month (2026-06-01 to 2026-06-30), number 2 by GMV from the highest");
    assertWords(
        GMV.withDimensions(List.of("province", "category"))
            .withRanking(new Ranking(1, 0, List.of("province"), false)),
        "各省份、品类的GMV，上个月（2026-06-01 至 2026-06-30），每个省份内按GMV从高到低取第1名",
        "GMV by province, category, last month (2026-06-01 to 2026-06-30),"
            + " in each province number 1 by GMV from the highest");
  }

  private void assertWords(MetricQuery query, String zh, String en) {
    assertThat(wording.of(query, Shop.NOW, Shop.DATA)).isEqualTo(new Text(zh, en));
  }
}
