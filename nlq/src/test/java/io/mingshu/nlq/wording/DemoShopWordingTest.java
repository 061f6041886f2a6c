package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodResolver;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric of the demo shop can be put into words, in both languages. */
class DemoShopWordingTest {
  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");

  static Stream<Metric> metrics() {
    return CATALOG.metrics().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void everyMetricHasWords(Metric metric) {
    MetricQuery query =
        MetricQuery.of(metric.name()).withPeriod(new Period.Previous(Grain.MONTH, 1));
    Text definition = new DefinitionWording(CATALOG).of(metric);
    Text reading =
        new QueryWording(CATALOG, new PeriodResolver(CATALOG)).of(query, Shop.NOW, Shop.DATA);
    List<String> zh = new Suggestions(CATALOG).of(query, Language.ZH);
    List<String> en = new Suggestions(CATALOG).of(query, Language.EN);

    assertThat(definition.zh()).isNotBlank().isNotEqualTo(definition.en());
    assertThat(reading.zh()).startsWith(metric.label().zh());
    assertThat(reading.en()).startsWith(metric.label().en());
    assertThat(zh).hasSizeBetween(2, 4).doesNotHaveDuplicates();
    assertThat(en)
        .hasSameSizeAs(zh)
        .allSatisfy(question -> assertThat(question).containsIgnoringCase(metric.label().en()));
  }
}
