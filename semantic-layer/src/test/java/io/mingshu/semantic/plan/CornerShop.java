package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.naive.NaiveShop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** The corner shop's catalog and random rows, in an engine. */
public final class CornerShop {
  private CornerShop() {}

  static Catalog catalog() {
    return catalog("Asia/Shanghai", "monday");
  }

  static Catalog catalog(String zone, String weekStart) {
    return catalog(zone, weekStart, "");
  }

  /**
   * The catalog of one of several shops whose rows are in the same tables.
   *
   * @param shop the value of its rows' column {@code shop}; empty where there is no such column
   */
  public static Catalog catalog(String zone, String weekStart, String shop) {
    String own = "shop = '" + shop + "'";
    try (InputStream yaml =
        Objects.requireNonNull(CornerShop.class.getResourceAsStream("corner-shop.yaml"))) {
      String text =
          new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
              .replace("Asia/Shanghai", zone)
              .replace("week_start: monday", "week_start: " + weekStart);
      if (!shop.isEmpty()) {
        text =
            text.replace("amount >= 0\"", "amount >= 0 AND " + own + "\"")
                .replace("times: [visit_time]", "times: [visit_time]\n    where: \"" + own + "\"")
                .replace("times: [join_time]", "times: [join_time]\n    where: \"" + own + "\"");
      }
      CatalogReader.CheckResult result = CatalogReader.check("corner-shop.yaml", text);
      return result
          .catalog()
          .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DuckDbBackend open(NaiveShop shop, Path folder) {
    Path file = folder.resolve("shop.duckdb");
    try {
      shop.writeTo(file);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return DuckDbBackend.open(file, new DuckDbSettings(2, 512, 2));
  }
}
