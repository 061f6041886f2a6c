package io.mingshu.app.druid;

import io.mingshu.gateway.answer.Json;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.semantic.plan.naive.NaiveShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      List<Manifest.Table> tables =
          List.of(
              table(duck, folder, names, "purchases", "order_time"),
              table(duck, folder, names, "visit_log", "visit_time"),
              table(duck, folder, names, "members", "join_time"));
      Manifest manifest =
          new Manifest(
              "random-shops",
              "demo-shop",
              "UTC",
              Optional.empty(),
              Format.PARQUET,
              tables,
              List.of(),
              new Manifest.Origin(
                  Manifest.IMPORT,
                  1,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      Json.mapper().writeValue(folder.resolve(DataSet.MANIFEST_FILE).toFile(), manifest);
    }
    return folder;
  }

  private static Manifest.Table table(
      Duck duck, Path folder, List<String> shops, String name, String time) {
    Path file = folder.resolve(name + ".parquet");
    String rows =
        shops.stream()
            .map(
                shop ->
                    "SELECT "
                        + Duck.literal(shop)
                        + " AS shop, * FROM "
                        + Duck.name(shop)
                        + "."
                        + name)
            .collect(Collectors.joining(" UNION ALL "));
    duck.run("COPY (SELECT * FROM (" + rows + ") ORDER BY " + time + ") TO " + Duck.literal(file));
    List<TableColumn> columns = new ArrayList<>();
    for (List<String> column :
        duck.rows("DESCRIBE SELECT * FROM read_parquet(" + Duck.literal(file) + ")")) {
      columns.add(new TableColumn(column.get(0), column.get(1)));
    }
    long count = duck.number("SELECT count(*) FROM read_parquet(" + Duck.literal(file) + ")");
    return new Manifest.Table(
        name, file.getFileName().toString(), count, Optional.of(time), columns);
  }
}
