package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Further words and verified questions, which may stand in a file of their own. */
class LearnedWordsTest {
  private static final String SHOP =
      """
      catalog: corner-shop
      label: {zh: 小店, en: Corner shop}
      time_zone: Asia/Shanghai
      currency: CNY
      default_period: {type: last, count: 30, unit: day}
      facts:
        - {name: orders, label: {zh: 订单, en: orders}, table: orders, times: [order_time]}
      dimensions:
        - name: city
          label: {zh: 城市, en: city}
          columns: {orders: city}
          values:
            - {code: gz, label: {zh: 广州, en: Guangzhou}}
      metrics:
        - name: sales
          label: {zh: 销售额, en: sales}
          terms: {zh: [卖了多少]}
          unit: currency
          aggregate: {fact: orders, function: sum, expression: amount}
        - name: buyers
          label: {zh: 买家数, en: buyers}
          unit: people
          aggregate: {fact: orders, function: count_distinct, expression: user_id}
      calendar:
        - {name: fair, label: {zh: 集市, en: fair}, yearly: {from: 05-01, to: 05-03}}
      ambiguities:
        - {terms: {zh: [业绩]}, question: {zh: 哪个？, en: "Which?"}, metrics: [sales, buyers]}
      unavailable:
        - {terms: {zh: [利润]}, reason: {zh: 没有成本, en: no costs}}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aliasesAreWordsOfWhatTheyStandFor() {
    Catalog catalog =
        valid(
            """
            aliases:
              - {terms: {zh: [水位], en: [water line]}, metric: sales}
              - {terms: {zh: [地方]}, dimension: city}
              - {terms: {zh: [羊城]}, dimension: city, value: gz}
            """);

    Dimension city = catalog.dimension("city").orElseThrow();
    assertThat(catalog.metric("sales").orElseThrow().terms().all())
        .containsExactly("卖了多少", "水位", "water line");
    assertThat(city.terms().zh()).containsExactly("地方");
    assertThat(city.value("gz").orElseThrow().terms().zh()).containsExactly("羊城");
  }

  @ParameterizedTest(name = "{1} → {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown-reference | {terms: {zh: [水位]}, metric: sale}
          unknown-reference | {terms: {zh: [地方]}, dimension: town}
          unknown-reference | {terms: {zh: [羊城]}, dimension: city, value: gzz}
          ambiguous-alias   | {terms: {zh: [买家数]}, metric: sales}
          ambiguous-alias   | {terms: {zh: [利润]}, metric: sales}
          ambiguous-alias   | {terms: {en: [Fair]}, metric: sales}
          missing-key       | {terms: {zh: [水位]}}
          missing-key       | {metric: sales}
          bad-value         | {terms: {}, metric: sales}
          bad-value         | {terms: {zh: [水位]}, metric: sales, dimension: city}
          unknown-key       | {terms: {zh: [水位]}, metric: sales, note: x}
          wrong-type        | 水位
          """)
  void refusesAliasesThatCouldNotWork(String code, String alias) {
    assertThat(codes("aliases:\n  - " + alias + "\n")).containsExactly(code);
  }

  @Test
  void oneWordDoesNotStandForTwoThings() {
    assertThat(
            CatalogReader.check(
                    "shop.yaml",
                    SHOP
                        + """
                        aliases:
                          - {terms: {zh: [水位]}, metric: sales}
                          - {terms: {zh: [水位]}, metric: buyers}
                        """)
                .problems())
        .extracting(CatalogProblem::toString)
        .containsExactly(
            "shop.yaml:32:19: the word '水位' already stands for the metric 'sales' (first in"
                + " shop.yaml, line 31; drop one, or list the word under 'ambiguities')"
                + " [ambiguous-alias]");
  }

  @Test
  void aVerifiedQuestionHasItsQuery() {
    Catalog catalog =
        valid(
            """
            verified:
              - question: {zh: 上个月广州业绩, en: Guangzhou last month}
                query:
                  kind: metric
                  metrics: [sales]
                  period: {type: previous, unit: month, back: 1}
                  filter: {type: in, dimension: city, values: [gz]}
                by: Li Na
                note: {zh: 按下单时间, en: by order time}
            """);

    VerifiedQuestion question = catalog.verified().get(0);
    assertThat(question.wordings()).containsExactly("上个月广州业绩", "Guangzhou last month");
    assertThat(question.query())
        .isEqualTo(
            MetricQuery.of("sales")
                .withPeriod(new Period.Previous(Grain.MONTH, 1))
                .withFilter(new Filter.In("city", List.of("gz"), false)));
    assertThat(question.by()).contains("Li Na");
    assertThat(question.note()).contains(new Text("按下单时间", "by order time"));
  }

  @ParameterizedTest(name = "{1} → {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          invalid-query:3:54     | {kind: metric, metrics: [sales], filters: []}
          invalid-query:3:53     | {kind: metric, metrics: [sales], period: {type: 'weekly'}}
          invalid-query:3:12     | {kind: quiz, metrics: [sales]}
          invalid-query:3:12     | {metrics: [sales]}
          invalid-query:3:12     | sales
          unknown-reference:3:45 | {kind: metric, metrics: [buyers, sale]}
          unknown-reference:3:76 | {kind: metric, metrics: [sales], period: {type: campaign, name: fare, peakOnly: false}}
          unknown-reference:3:64 | {kind: metric, metrics: [sales], dimensions: [city, town]}
          """)
  void refusesQueriesWithTheirPlaces(String expected, String query) {
    List<CatalogProblem> problems =
        CatalogReader.check(
                "shop.yaml", SHOP + "verified:\n  - question: {zh: 业绩}\n    query: " + query)
            .problems();

    int first = (int) SHOP.lines().count();
    assertThat(problems)
        .extracting(p -> p.code() + ":" + (p.line() - first) + ":" + p.column())
        .containsExactly(expected);
  }

  @ParameterizedTest(name = "{1} → {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing-key    | {question: {zh: 业绩}}
          missing-key    | {query: {kind: metric, metrics: [sales]}}
          missing-key    | {question: {}, query: {kind: metric, metrics: [sales]}}
          wrong-type     | {question: 业绩, query: {kind: metric, metrics: [sales]}}
          unknown-key    | {question: {zh: 业绩, de: x}, query: {kind: metric, metrics: [sales]}}
          unknown-key    | {question: {zh: 业绩}, query: {kind: metric, metrics: [sales]}, who: x}
          missing-key    | {question: {zh: 业绩}, query: {kind: metric, metrics: [sales]}, note: {zh: x}}
          """)
  void refusesVerifiedQuestionsThatAreNone(String code, String question) {
    assertThat(codes("verified:\n  - " + question + "\n")).containsExactly(code);
  }

  @Test
  void aQuestionIsVerifiedOnce() {
    assertThat(
            codes(
                """
                verified:
                  - {question: {zh: 业绩 GMV}, query: {kind: metric, metrics: [sales]}}
                  - {question: {zh: 业绩 gmv}, query: {kind: metric, metrics: [buyers]}}
                """))
        .containsExactly("duplicate-name");
  }

  @Test
  void additionsLeaveWhatPeopleWroteAsItIs() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    Path file = folder.resolve("learned.yaml");
    Files.writeString(
        file,
        """
        # Our own words
        aliases:   # short ones
        - terms: {zh: [水位]}   # as the warehouse says
          metric: sales

        # Confirmed in June
        verified:
        - {question: {zh: 业绩}, query: {kind: metric, metrics: [sales]}}
        """);

    CatalogChange change =
        CatalogChange.adding(
            folder,
            file,
            List.of(
                new Addition.Alias(
                    "羊城", Language.ZH, new AliasTarget.OfValue("city", "gz"), "a-1, said 2×"),
                new Addition.Verified(
                    "Sales in 2025: \"all\"?",
                    Language.EN,
                    MetricQuery.of("sales")
                        .withPeriod(
                            new Period.Between(
                                LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))),
                    Optional.of("Li Na"),
                    "v-1\nsaid")));

    assertThat(change.check().problems()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(change.before());
    change.write();
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            # Our own words
            aliases:   # short ones
            - terms: {zh: [水位]}   # as the warehouse says
              metric: sales
            # a-1, said 2×
            - terms: {zh: [羊城]}
              dimension: city
              value: gz

            # Confirmed in June
            verified:
            - {question: {zh: 业绩}, query: {kind: metric, metrics: [sales]}}
            # v-1 said
            - question: {en: "Sales in 2025: \\"all\\"?"}
              query:
                kind: metric
                metrics: [sales]
                period: {type: between, from: "2025-01-01", to: "2025-12-31"}
              by: "Li Na"
            """);
    Catalog catalog = CatalogReader.read(folder);
    assertThat(catalog.verified()).hasSize(2);
    assertThat(catalog.dimension("city").orElseThrow().value("gz").orElseThrow().terms().zh())
        .containsExactly("羊城");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void anAdditionThatDoesNotFitIsSeenBeforeItIsWritten() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    CatalogChange change =
        CatalogChange.adding(
            folder,
            folder.resolve("learned.yaml"),
            List.of(
                new Addition.Alias("买家数", Language.ZH, new AliasTarget.OfMetric("sales"), "a-1")));

    assertThat(change.check().problems())
        .extracting(CatalogProblem::toString)
        .singleElement()
        .asString()
        .startsWith("learned.yaml:3:18: the word '买家数' already stands for the metric 'buyers'");
  }

  @Test
  void aChangeGoesIntoAFileOfTheCatalogThatNobodyElseChanges() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    Path file = folder.resolve("learned.yaml");
    List<Addition> one =
        List.of(new Addition.Alias("水位", Language.ZH, new AliasTarget.OfMetric("sales"), "a-1"));

    refuses(() -> CatalogChange.adding(folder, folder.resolve("learned.txt"), one), "no part");
    refuses(() -> CatalogChange.adding(folder, Path.of("learned.yaml"), one), "no part");
    CatalogChange late = CatalogChange.adding(folder, file, one);
    Files.writeString(file, "aliases: []\n");
    refuses(late::write, "changed by others");
    refuses(() -> CatalogChange.adding(folder, file, one), "stands on one line");
    assertThat(Files.readString(file)).isEqualTo("aliases: []\n");
  }

  private static void refuses(Runnable change, String words) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_USAGE);
              assertThat(e.text().en()).contains(words);
            });
  }

  private static Catalog valid(String more) {
    CatalogReader.CheckResult result = CatalogReader.check("shop.yaml", SHOP + more);
    assertThat(result.problems()).isEmpty();
    return result.catalog().orElseThrow();
  }

  private static List<String> codes(String more) {
    return CatalogReader.check("shop.yaml", SHOP + more).problems().stream()
        .map(CatalogProblem::code)
        .toList();
  }
}
