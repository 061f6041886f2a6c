package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.engine.druid.DruidBackend;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.CornerShop;
import io.mingshu.semantic.plan.NaiveComparison;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import io.mingshu.semantic.plan.naive.NaiveShop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promise on Druid: random queries equal plain loops over the rows. */
@Tag("druid")
class RandomQueriesOnDruidTest {
  private static final Map<String, NaiveShop> SHOPS = new LinkedHashMap<>();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void load() throws IOException, SQLException {
    SHOPS.put("shanghai", NaiveShop.random(11, 250));
    SHOPS.put("new_york", NaiveShop.random(22, 250));
    SHOPS.put("lord_howe", NaiveShop.random(23, 250));
    Path shops = RandomShops.write(folder.resolve("shops"), SHOPS);
    SharedDruid.get().load(shops, CornerShop.catalog("Asia/Shanghai", "monday", "shanghai"));
  }

  @ParameterizedTest
  @CsvSource({
    "shanghai, Asia/Shanghai, monday, 11, 120",
    "new_york, America/New_York, sunday, 22, 120",
    "lord_howe, Australia/Lord_Howe, sunday, 23, 60"
  })
  void randomQueriesEqualLoopsOverRows(
      String shop, String zone, String weekStart, long seed, int count) {
    Catalog catalog = CornerShop.catalog(zone, weekStart, shop);
    DruidBackend druid =
        DruidBackend.open(
            DruidSettings.at(SharedDruid.get().broker()),
            Map.of("purchases", "order_time", "visit_log", "visit_time", "members", "join_time"));
    // Its days are those of its own rows, which the tables of all shops do not show.
    try (DruidEngine engine =
        new DruidEngine(
            new OneOfTheShops(druid, shop),
            table -> StoredTable.of(druid.layout(table), Set.of()),
            Scratch.open(new DuckDbSettings(2, 256, 4)))) {
      NaiveComparison comparison =
          new NaiveComparison(
                  new CatalogSemanticLayer(catalog, engine),
                  Objects.requireNonNull(SHOPS.get(shop)))
              .random(seed, count)
              .random(seed + 1, count / 2, NaiveComparison.WHO_COMES_BACK);

      assertThat(comparison.differences().stream().limit(3).toList())
          .as("%s of %s answers differ", comparison.differences().size(), comparison.answered())
          .isEmpty();
      assertThat(comparison.withRows()).as("answers with rows").isGreaterThan(count * 2 / 3);
    }
  }
}
