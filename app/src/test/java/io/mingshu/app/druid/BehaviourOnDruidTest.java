package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.semantic.behaviour.BehaviourComparison;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.engine.druid.DruidBackend;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses of random logs equal the naive ones on Druid, too. */
@Tag("druid")
class BehaviourOnDruidTest {
  private static final List<WallClock> CLOCKS =
      List.of(
          new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY),
          new WallClock(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY),
          new WallClock(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.SATURDAY));
  private static final int LOGS_OF_EACH = 20;
  private static final long SEED = 5_000;

  private static final Map<String, BehaviourComparison> COMPARISONS = new LinkedHashMap<>();
  private static final Map<String, WallClock> ZONES = new LinkedHashMap<>();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void load() throws IOException, SQLException {
    ManyLogs logs = new ManyLogs();
    for (WallClock clock : CLOCKS) {
      for (int i = 0; i < LOGS_OF_EACH; i++) {
        String name = "log" + COMPARISONS.size();
        BehaviourComparison comparison = new BehaviourComparison(SEED + COMPARISONS.size(), clock);
        comparison.addTo(logs, name);
        COMPARISONS.put(name, comparison);
        ZONES.put(name, clock);
      }
    }
    SharedDruid.get().load(written(logs), ManyLogs.catalog("log0", CLOCKS.get(0)));
  }

  private static Path written(ManyLogs logs) throws IOException, SQLException {
    Path set = Files.createDirectories(folder.resolve("logs"));
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    try (Duck duck = Duck.inMemory(folder)) {
      duck.run("ATTACH " + Duck.literal(file) + " AS logs (READ_ONLY)");
      WrittenTables tables = new WrittenTables(duck, set);
      tables.add("happenings", "moment", "SELECT * FROM logs.happenings");
      tables.add("people", "joined", "SELECT * FROM logs.people");
      tables.describe("random-logs");
    }
    return set;
  }

  @Test
  void everyAnalysisEqualsTheNaiveOne() {
    List<String> differences = new ArrayList<>();
    int rows = 0;
    DruidBackend druid =
        DruidBackend.open(
            DruidSettings.at(SharedDruid.get().broker()),
            Map.of("happenings", "moment", "people", "joined"));
    try (DruidEngine engine =
        new DruidEngine(
            druid,
            table -> StoredTable.of(druid.layout(table), Set.of()),
            Scratch.open(new DuckDbSettings(2, 256, 4)))) {
      for (Map.Entry<String, BehaviourComparison> one : COMPARISONS.entrySet()) {
        WallClock clock = ZONES.getOrDefault(one.getKey(), CLOCKS.get(0));
        CatalogSemanticLayer layer =
            new CatalogSemanticLayer(ManyLogs.catalog(one.getKey(), clock), engine);
        differences.addAll(one.getValue().run(layer).differences());
        rows += one.getValue().rows();
      }
    }
    assertThat(differences.stream().limit(2).toList())
        .as("%s answers differ", differences.size())
        .isEmpty();
    assertThat(rows).as("rows compared").isGreaterThan(20 * COMPARISONS.size());
  }
}
