package io.mingshu.app.druid;

import io.mingshu.gateway.answer.Json;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of tests as a data set that a Druid can be loaded with. */
final class WrittenTables {
  private final Duck duck;
  private final Path folder;
  private final List<Manifest.Table> tables = new ArrayList<>();

  WrittenTables(Duck duck, Path folder) {
    this.duck = duck;
    this.folder = folder;
  }

  /**
   * Writes a table in the order of time.
   *
   * @param rows a query
   */
  void add(String name, String time, String rows) {
    Path file = folder.resolve(name + ".parquet");
    duck.run("COPY (SELECT * FROM (" + rows + ") ORDER BY " + time + ") TO " + Duck.literal(file));
    String written = "read_parquet(" + Duck.literal(file) + ")";
    List<TableColumn> columns = new ArrayList<>();
    for (List<String> column : duck.rows("DESCRIBE SELECT * FROM " + written)) {
      columns.add(new TableColumn(column.get(0), column.get(1)));
    }
    long count = duck.number("SELECT count(*) FROM " + written);
    tables.add(
        new Manifest.Table(name, file.getFileName().toString(), count, Optional.of(time), columns));
  }

  /** Says what was written. */
  void describe(String name) throws IOException {
    Manifest manifest =
        new Manifest(
            name,
            "demo-shop",
            "UTC",
            Optional.empty(),
            Format.PARQUET,
            List.copyOf(tables),
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
}
