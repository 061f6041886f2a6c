package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promise in one test: random queries equal plain loops over the rows. */
class NaiveReferenceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, monday, 11, 150",
    "America/New_York, sunday, 22, 150",
    "Australia/Lord_Howe, sunday, 23, 50"
  })
  void randomQueriesEqualLoopsOverRows(String zone, String weekStart, long seed, int count) {
    NaiveShop shop = NaiveShop.random(seed, 250);
    try (DuckDbBackend backend = CornerShop.open(shop, folder)) {
      NaiveComparison comparison =
          new NaiveComparison(layer(zone, weekStart, backend), shop).random(seed, count);

      assertThat(comparison.differences().stream().limit(3).toList())
          .as("%s of %s answers differ", comparison.differences().size(), comparison.answered())
          .isEmpty();
      assertThat(comparison.withRows()).as("answers with rows").isGreaterThan(count * 2 / 3);
    }
  }

  /** Who comes back, in every shape of query: other metrics beside them are met above. */
  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, monday, 12, 150",
    "America/New_York, sunday, 24, 150",
    "Australia/Lord_Howe, sunday, 25, 80"
  })
  void figuresOfWhoComesBackEqualLoopsOverRows(
      String zone, String weekStart, long seed, int count) {
    NaiveShop shop = NaiveShop.random(seed, 250);
    try (DuckDbBackend backend = CornerShop.open(shop, folder)) {
      NaiveComparison comparison =
          new NaiveComparison(layer(zone, weekStart, backend), shop)
              .random(seed, count, NaiveComparison.WHO_COMES_BACK);

      assertThat(comparison.differences().stream().limit(3).toList())
          .as("%s of %s answers differ", comparison.differences().size(), comparison.answered())
          .isEmpty();
      assertThat(comparison.withRows()).as("answers with rows").isGreaterThan(count / 2);
    }
  }

  /** Weeks 52 and 53 have the same base, cut in two ways; random queries meet that too rarely. */
  @ParameterizedTest
  @CsvSource({"America/New_York, sunday, 32", "Australia/Lord_Howe, sunday, 33"})
  void weeksAreComparedAcrossTheYearsEnd(String zone, String weekStart, long seed) {
    NaiveShop shop = NaiveShop.random(seed, 250);
    try (DuckDbBackend backend = CornerShop.open(shop, folder)) {
      NaiveComparison comparison = new NaiveComparison(layer(zone, weekStart, backend), shop);
      for (String metric : List.of("gmv", "abandonment", "new_buyers", "repurchase_rate")) {
        comparison.compare(
            MetricQuery.of(metric)
                .withGrain(Grain.WEEK)
                .withPeriod(new Period.Calendar(Grain.YEAR, LocalDate.of(2025, 3, 3)))
                .withComparison(new Comparison.YearBefore()));
      }
      assertThat(comparison.answered()).isEqualTo(4);
      assertThat(comparison.differences()).isEmpty();
    }
  }

  private static CatalogSemanticLayer layer(String zone, String weekStart, DuckDbBackend backend) {
    return new CatalogSemanticLayer(CornerShop.catalog(zone, weekStart), new DuckDbEngine(backend));
  }
}
