package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors and the reader agree on the shape of a catalog. */
class CatalogSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("schema/catalog.schema.json"), InputFormat.JSON);

  /** What only the reader can see: it knows names, days and units. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "unknown-reference",
          "cycle",
          "ambiguous-alias",
          "incompatible-type",
          "incompatible-unit",
          "no-shared-dimension",
          "bad-expression",
          "invalid-query",
          "bad-date");

  @ParameterizedTest
  @ValueSource(strings = {"demo-shop", "online-retail", "taobao-behavior"})
  void acceptsTheCatalogsOfTheProduct(String name) {
    assertThat(faults(resource("catalogs/" + name + ".yaml"))).isEmpty();
  }

  @Test
  void acceptsTheSmallestCatalog() {
    assertThat(faults(SMALLEST)).isEmpty();
    assertThat(CatalogReader.check("smallest.yaml", SMALLEST).problems()).isEmpty();
  }

  @Test
  void acceptsDailyTotals() {
    assertThat(faults(SMALL)).isEmpty();
    assertThat(CatalogReader.check("small.yaml", SMALL).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catalog: corner-shop                  | catalog: Corner Shop
          catalog: corner-shop                  | catalog: 7
          catalog: corner-shop                  | catalogue: corner-shop
          label: {zh: 小店, en: Corner shop}    | label: {zh: 小店}
          label: {zh: 小店, en: Corner shop}    | label: {zh: 小店, en: Corner shop, de: Laden}
          label: {zh: 小店, en: Corner shop}    | label: Corner shop
          currency: CNY                         | currency: yuan
          currency: CNY                         | week_start: funday
          currency: CNY                         | fiscal_year: april
          currency: CNY                         | fiscal_year: {start: 4}
          currency: CNY                         | fiscal_year: {named_by: end}
          currency: CNY                         | fiscal_year: {start: april, named_by: us}
          {type: all}                           | {type: always}
          {type: all}                           | {type: last, count: 0, unit: day}
          {type: all}                           | {type: last, count: 30}
          {type: all}                           | {type: last, count: 30, unit: fortnight}
          {type: all}                           | {type: all, count: 3}
          times: [at]                           | times: []
          times: [at]                           | times: at
          times: [at]                           | time: at
          column: city                          | column: 7
          column: city                          | personal: true
          column: city                          | time_part: minute
          facts: [sales]                        | geography: true
          ordered: false                        | ordered: sometimes
          ordered: false                        | ordered: true
          ordered: false                        | values: [{code: 7, label: {zh: 七, en: seven}}]
          ordered: false                        | values: [{label: {zh: 七, en: seven}}]
          ordered: false                        | groups: [{label: {zh: 七, en: seven}, codes: []}]
          ordered: false                        | type: text
          ordered: false                        | terms: {zh: 城}
          ordered: false                        | terms: {zh: [""]}
          unit: currency                        | unit: money
          unit: currency                        | terms: {zh: [钱]}
          name: takings                         | name: the takings
          function: sum                         | function: total
          function: sum                         | function: count
          , expression: amount                  | , where: amount > 0
          aggregate:                            | agregate:
          unit: currency                        | derived: takings * 2
          aggregate:                            | ratio:
          metrics:                              | metrix:
          keeps: [city]                         | keeps: city
          keeps: [city]                         | keeps: [city, city]
          keeps: [city]                         | keeps: [row_count]
          keeps: [city]                         | columns: [city]
          keeps: [city]                         | keeps: [""]
          sums: [amount]                        | sums: [7]
          time: at                              | when: at
          above: 1000000                        | above: 0
          above: 1000000                        | above: many
          above: 1000000                        | above: 1.5
          metric: takings                       | metrics: [takings]
          metric: takings                       | value: takings
          metric: takings                       | metric: 7
          metric: takings                       | metric: takings, dimension: city
          terms: {zh: [进账]}                   | terms: {}
          terms: {zh: [进账]}                   | words: {zh: [进账]}
          question: {zh: 卖得好吗}              | question: {}
          question: {zh: 卖得好吗}              | question: 卖得好吗
          question: {zh: 卖得好吗}              | question: {zh: ""}
          kind: metric                          | kind: magic
          w: 12                                 | w: 13
          w: 12                                 | w: 0
          w: 12                                 | width: 12
          h: 3                                  | h: 25
          chart: line                           | chart: lien
          name: week                            | name: this week
          title: {zh: 周报, en: Week}           | title: Week
          description: {zh: 这一周,             | text: {zh: 这一周,
          question: {zh: 营业额, en: takings}   | question: {zh: 营业额}
          question: {zh: 营业额, en: takings}   | query: {zh: 营业额, en: takings}
          kind: metric                          | type: metric
          by: Li                                | by: 7
          by: Li                                | note: fine
          by: Li                                | who: Li
          {fact: sales, actor: customer,        | {fact: sales, who: customer,
          people: {fact: sales}                 | people: sales
          event: {city: [gz]}                   | event: {city: gz}
          event: {city: [gz]}                   | event: {}
          unit: day                             | unit: month
          """)
  void refusesTheSameShapesAsTheReader(String right, String wrong) {
    String broken = SMALL.replace(right, wrong);

    assertThat(broken).isNotEqualTo(SMALL);
    assertThat(CatalogReader.check("broken.yaml", broken).problems()).isNotEmpty();
    assertThat(faults(broken)).isNotEmpty();
  }

  @Test
  void aFileWithTenErrorsFailsForItsShapeToo() throws IOException {
    String broken = Files.readString(CatalogCheckTest.file("ten-errors.yaml"));

    assertThat(faults(broken))
        .anyMatch(f -> f.contains("colums"))
        .anyMatch(f -> f.contains("unit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"city: sold", "amount +", "lower(amount)", "no_such_metric"})
  void leavesMeaningToTheReader(String formula) {
    String broken =
        SMALL
            + "  - {name: other, label: {zh: 别的, en: other}, unit: number, derived: \""
            + formula
            + "\"}\n";

    assertThat(faults(broken)).isEmpty();
    assertThat(CatalogReader.check("broken.yaml", broken).problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(BEYOND_A_SCHEMA).contains(problem.code()));
  }

  private static final String SMALLEST =
      """
      catalog: corner-shop
      label: {zh: 小店, en: Corner shop}
      time_zone: Asia/Shanghai
      currency: CNY
      default_period: {type: all}
      facts:
        - {name: sales, label: {zh: 销售, en: sales}, table: sales, times: [at]}
      dimensions:
        - name: city
          label: {zh: 城市, en: city}
          column: city
          facts: [sales]
          ordered: false
        - {name: customer, label: {zh: 客户, en: customer}, column: customer, facts: [sales], entity: true}
      metrics:
        - name: takings
          label: {zh: 营业额, en: takings}
          unit: currency
          aggregate: {fact: sales, function: sum, expression: amount}
      """;

  private static final String SMALL =
      """
      behaviour: {fact: sales, actor: customer, people: {fact: sales}}
      funnels:
        - name: again
          label: {zh: 复购漏斗, en: repeat funnel}
          steps:
            - {label: {zh: 一, en: one}, event: {city: [gz]}}
            - {label: {zh: 二, en: two}, event: {city: [sz]}}
          window: {count: 7, unit: day}
      approximate_distinct_above: 1000000
      fiscal_year: {start: april, named_by: start}
      rollups:
        - {name: sales_daily, fact: sales, time: at, keeps: [city], sums: [amount]}
      aliases:
        - {terms: {zh: [进账]}, metric: takings}
        - {terms: {zh: [地方]}, dimension: city}
      boards:
        - name: week
          title: {zh: 周报, en: Week}
          description: {zh: 这一周, en: This week}
          tiles:
            - {title: {zh: 卖, en: sold}, question: {zh: 营业额, en: takings}, w: 12, h: 3, chart: line}
      verified:
        - {question: {zh: 卖得好吗}, query: {kind: metric, metrics: [takings]}, by: Li}
      """
          + SMALLEST;

  private static List<String> faults(String yaml) {
    try {
      String json =
          new ObjectMapper().writeValueAsString(new ObjectMapper(new YAMLFactory()).readTree(yaml));
      return SCHEMA.validate(json, InputFormat.JSON).stream().map(String::valueOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = CatalogSchemaTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
