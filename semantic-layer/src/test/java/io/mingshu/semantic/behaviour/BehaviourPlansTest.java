package io.mingshu.semantic.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analyses of random logs equal the naive ones. */
class BehaviourPlansTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, MONDAY, 1000, 80",
    "America/New_York, SUNDAY, 2000, 80",
    "Australia/Lord_Howe, SATURDAY, 3000, 40"
  })
  void everyAnalysisEqualsTheNaiveOne(String zone, DayOfWeek weekStart, long seed, int count)
      throws SQLException {
    WallClock clock = new WallClock(ZoneId.of(zone), weekStart);
    ManyLogs logs = new ManyLogs();
    Map<String, BehaviourComparison> comparisons = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      BehaviourComparison comparison = new BehaviourComparison(seed + i, clock);
      comparison.addTo(logs, "log" + i);
      comparisons.put("log" + i, comparison);
    }
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    List<String> differences = new ArrayList<>();
    int rows = 0;
    try (DuckDbBackend backend = DuckDbBackend.open(file, new DuckDbSettings(2, 512, 2))) {
      for (Map.Entry<String, BehaviourComparison> comparison : comparisons.entrySet()) {
        CatalogSemanticLayer layer =
            new CatalogSemanticLayer(
                ManyLogs.catalog(comparison.getKey(), clock),
                new DuckDbEngine(backend(rows, backend)));
        differences.addAll(comparison.getValue().run(layer).differences());
        rows += comparison.getValue().rows();
      }
    }
    assertThat(differences.stream().limit(2).toList())
        .as("%s of %s answers differ", differences.size(), 12 * count)
        .isEmpty();
    assertThat(rows).isGreaterThan(20 * count);
  }

  /** Now as it is, now such that people are dealt into shares, now such that hashes are alike. */
  private static Backend backend(int number, DuckDbBackend backend) {
    return switch (number % 3) {
      case 0 -> backend;
      case 1 -> new SmallSorts(backend, false);
      default -> new SmallSorts(backend, true);
    };
  }
}
