package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.plan.naive.RandomQueries;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ranking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What no statement to Druid may be, whatever is asked: what it answers wrongly (docs/druid.md), or
 * refuses beyond a size.
 */
class DruidShapesTest {
  private static final Asking ASKING = Asking.at(Instant.parse("2026-04-20T02:00:00Z"));
  private static final int QUERIES = 400;

  @TempDir private Path folder;
  private final List<String> statements = new ArrayList<>();

  @BeforeEach
  void plan() {
    try (DuckDbBackend shop = CornerShop.open(NaiveShop.random(5, 60), folder);
        DruidEngine druid = OnDruid.engine(shop)) {
      CatalogSemanticLayer layer = new CatalogSemanticLayer(CornerShop.catalog(), druid);
      // Random queries seldom take the first of one plain chain.
      statements.addAll(
          toDruid(
              layer,
              MetricQuery.of("gmv")
                  .withDimensions(List.of("province"))
                  .withRanking(Ranking.first(2))));
      RandomQueries queries = new RandomQueries(5);
      for (int i = 0; i < QUERIES; i++) {
        MetricQuery query = queries.next();
        if (layer.validate(query).isEmpty()) {
          statements.addAll(toDruid(layer, query));
        }
      }
    }
  }

  @AfterEach
  void wereEnough() {
    assertThat(statements).hasSizeGreaterThan(QUERIES);
  }

  /** Exact distinct counts over its joins are wrong, and its subqueries are bounded. */
  @Test
  void noJoins() {
    assertThat(statements).noneMatch(sql -> sql.contains(" JOIN ") || sql.contains(" IN (SELECT"));
  }

  @Test
  void noWindowsAndNoUnions() {
    assertThat(statements).noneMatch(sql -> sql.contains(" OVER (") || sql.contains("UNION"));
  }

  /** Several in one aggregation would be joined behind our back. */
  @Test
  void oneDistinctCountAndNothingBesideIt() {
    assertThat(statements)
        .allSatisfy(
            sql -> {
              Matcher select =
                  Pattern.compile("SELECT ([^\\n]*COUNT\\(DISTINCT[^\\n]*)").matcher(sql);
              while (select.find()) {
                assertThat(aggregates(select.group(1))).as(sql).isEqualTo(1);
              }
            });
  }

  private static long aggregates(String selection) {
    return Pattern.compile("\\b(COUNT|SUM|MIN|MAX)\\(").matcher(selection).results().count();
  }

  /** It cannot order raw rows, and orders nulls in its own way. */
  @Test
  void ordersOnlyGroupsAndOnlyToTakeTheFirst() {
    assertThat(statements)
        .filteredOn(sql -> sql.contains("ORDER BY"))
        .isNotEmpty()
        .allMatch(sql -> sql.contains("GROUP BY") && sql.contains("LIMIT"));
  }

  /** Money is summed as whole numbers. */
  @Test
  void noSumsOfDoubles() {
    assertThat(statements)
        .noneMatch(sql -> Pattern.compile("SUM\\(CAST\\([^)]*DOUBLE").matcher(sql).find());
  }

  private static List<String> toDruid(CatalogSemanticLayer layer, MetricQuery query) {
    try {
      return List.of(layer.plan(query, ASKING).split("\n\n")).stream()
          .filter(statement -> !statement.startsWith("-- over these rows"))
          .toList();
    } catch (MingshuException outsideTheData) {
      return List.of();
    }
  }
}
