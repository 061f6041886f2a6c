package io.mingshu.app.druid;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.semantic.plan.naive.NaiveShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Random shops in one data set, told apart by a column, so that loading them takes no longer than
 * loading one.
 */
final class RandomShops {
  private RandomShops() {}

  /** Writes a data set with the rows of all shops. */
  static Path write(Path folder, Map<String, NaiveShop> shops) throws IOException, SQLException {
    Files.createDirectories(folder);
    try (Duck duck = Duck.inMemory(folder)) {
      List<String> names = List.copyOf(shops.keySet());
      for (Map.Entry<String, NaiveShop> shop : shops.entrySet()) {
        Path file = folder.resolve(shop.getKey() + ".part");
        shop.getValue().writeTo(file);
        String attached = Duck.name(shop.getKey());
        duck.run("ATTACH " + Duck.literal(file) + " AS " + attached + " (READ_ONLY)");
      }
      WrittenTables tables = new WrittenTables(duck, folder);
      tables.add("purchases", "order_time", rows(names, "purchases"));
      tables.add("visit_log", "visit_time", rows(names, "visit_log"));
      tables.add("members", "join_time", rows(names, "members"));
      tables.describe("random-shops");
    }
    return folder;
  }

  private static String rows(List<String> shops, String table) {
    return shops.stream()
        .map(
            shop ->
                "SELECT "
                    + Duck.literal(shop)
                    + " AS shop, * FROM "
                    + Duck.name(shop)
                    + "."
                    + table)
        .collect(Collectors.joining(" UNION ALL "));
  }
}
