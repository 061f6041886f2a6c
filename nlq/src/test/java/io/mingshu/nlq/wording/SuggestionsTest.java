package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final MetricQuery GMV =
      MetricQuery.of("gmv").withPeriod(new Period.Previous(Grain.MONTH, 1));

  private final Suggestions suggestions = new Suggestions(Shop.CATALOG);

  @Test
  void offersABreakdownAComparisonATrendAndATop() {
    assertThat(suggestions.of(GMV, Language.ZH))
        .containsExactly("上个月各省份的GMV", "上个月的GMV环比", "上个月每天的GMV");
    assertThat(suggestions.of(GMV, Language.EN))
        .containsExactly(
            "GMV by province last month",
            "GMV last month vs the month before",
            "GMV by day last month");
  }

  @Test
  void aBreakdownOffersItsTopAndItsShares() {
    assertThat(suggestions.of(GMV.withDimensions(List.of("province")), Language.ZH))
        .containsExactly("上个月的GMV环比", "上个月每天的GMV", "上个月GMV最高的5个省份", "上个月各省份的GMV占比");
    assertThat(suggestions.of(GMV.withDimensions(List.of("province")), Language.EN))
        .contains("Top 5 provinces by GMV last month", "Share of GMV by province last month");
  }

  @Test
  void keepsASimpleFilterAndNeverBreaksDownByIt() {
    MetricQuery guangdong = GMV.withFilter(new Filter.In("province", List.of("广东"), false));

    assertThat(suggestions.of(guangdong, Language.ZH))
        .containsExactly("上个月广东各品类的GMV", "上个月广东的GMV环比", "上个月广东每天的GMV");
    assertThat(suggestions.of(guangdong, Language.EN))
        .contains("GMV for Guangdong by category last month");
  }

  @Test
  void neverOffersWhatTheMetricDoesNotHave() {
    List<String> ofARateOverTwoFacts =
        suggestions.of(
            MetricQuery.of("conversion_rate").withDimensions(List.of("province")), Language.ZH);

    assertThat(ofARateOverTwoFacts).noneMatch(q -> q.contains("页面") || q.contains("占比"));
  }

  @Test
  void aCampaignIsNotComparedWithThePeriodBefore() {
    MetricQuery campaign =
        MetricQuery.of("gmv").withPeriod(new Period.Campaign("618", Optional.empty(), false));

    assertThat(suggestions.of(campaign, Language.EN))
        .containsExactly("GMV by province during 618", "GMV by day during 618");
  }

  @Test
  void howManyBelongToASegmentNowHasNoTrend() {
    Catalog shop = CatalogReader.builtIn("demo-shop");
    MetricQuery people =
        MetricQuery.of(shop.people().orElseThrow().name())
            .withPeriod(new Period.All())
            .withDimensions(List.of("rfm"));

    assertThat(new Suggestions(shop).of(people, Language.ZH))
        .isNotEmpty()
        .noneMatch(question -> question.contains("每"));
  }

  @Test
  void aTrendOffersAnotherGrain() {
    assertThat(suggestions.of(GMV.withGrain(Grain.DAY), Language.ZH)).contains("上个月每周的GMV");
  }

  @Test
  void aMonthlyMetricHasNoDays() {
    MetricQuery mau = MetricQuery.of("mau").withPeriod(new Period.Last(12, Grain.MONTH, false));

    assertThat(suggestions.of(mau, Language.ZH))
        .contains("近12个月每月的月活")
        .doesNotContain("近12个月每天的月活");
  }

  @Test
  void aComparisonOffersNoOther() {
    assertThat(suggestions.of(GMV.withComparison(new Comparison.PreviousPeriod()), Language.ZH))
        .noneMatch(q -> q.contains("环比"));
  }
}
