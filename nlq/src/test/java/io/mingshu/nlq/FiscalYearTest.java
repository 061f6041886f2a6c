package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fiscal years are what the catalog says; without a word of it they are not guessed. */
class FiscalYearTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-07-01T10:00");
  private static final DayRange DAYS =
      new DayRange(LocalDate.of(2000, 1, 1), LocalDate.of(2026, 6, 30));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          本财年GMV                             | 2026-04-01 | 2026-07-01T10:00
          财年至今的GMV                         | 2026-04-01 | 2026-07-01T10:00
          上财年GMV                             | 2025-04-01 | 2026-04-01
          上个财年一季度的GMV                   | 2025-04-01 | 2025-07-01
          2026财年GMV                           | 2025-04-01 | 2026-04-01
          26财年上半年GMV                       | 2025-04-01 | 2025-10-01
          2026财年Q4的GMV                       | 2026-01-01 | 2026-04-01
          上财季GMV                             | 2026-04-01 | 2026-07-01
          GMV in FY26                           | 2025-04-01 | 2026-04-01
          FY2026 GMV                            | 2025-04-01 | 2026-04-01
          GMV in Q1 FY27                        | 2026-04-01 | 2026-07-01
          GMV in the third quarter of FY2026    | 2025-10-01 | 2026-01-01
          fiscal 2026 GMV                       | 2025-04-01 | 2026-04-01
          GMV last fiscal year                  | 2025-04-01 | 2026-04-01
          GMV fiscal year to date               | 2026-04-01 | 2026-07-01T10:00
          GMV last fiscal quarter               | 2026-04-01 | 2026-07-01
          """)
  void namesFiscalYearsByTheirEnd(String question, String from, String until) {
    assertThat(read(question, "fiscal_year: {start: april}"))
        .isEqualTo(new TimeRange(time(from), time(until), !until.contains("T")));
  }

  @ParameterizedTest
  @CsvSource({
    "'fiscal_year: {start: april, named_by: start}', 2026-04-01",
    "'fiscal_year: {start: july}', 2025-07-01",
    "'fiscal_year: {start: january}', 2026-01-01"
  })
  void beginsWhereTheCatalogSays(String year, String from) {
    assertThat(read("FY2026 GMV", year).from()).isEqualTo(time(from));
  }

  @ParameterizedTest
  @ValueSource(strings = {"本财年GMV", "2026财年GMV", "GMV in FY26", "GMV last fiscal year"})
  void isNotGuessed(String question) {
    assertThat(DemoShop.ask(question)).isNotInstanceOf(Understood.class);
  }

  private static TimeRange read(String question, String fiscalYear) {
    Catalog catalog = LearningShop.catalog("\n" + fiscalYear + "\n");
    Interpretation reading =
        LearningShop.interpreter("\n" + fiscalYear + "\n")
            .interpret(Question.of(question, DemoShop.AS_OF));
    assertThat(reading).as(question).isInstanceOf(Understood.class);
    MetricQuery query = (MetricQuery) ((Understood) reading).query();
    assertThat(query.comparison()).isEmpty();
    return new PeriodResolver(catalog).resolve(query.period().orElseThrow(), NOW, DAYS);
  }

  private static LocalDateTime time(String text) {
    return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
  }
}
