package io.mingshu.seeds;

import io.mingshu.seeds.dataset.DataFiles;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Manifest.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a data set's own files in SQL; {@code +8h} stands for the business clock. */
public final class SqlOverFiles implements AutoCloseable {
  private final Duck duck;

  public SqlOverFiles(DataSet data) {
    duck = Duck.inMemory(data.directory());
    for (Table table : data.manifest().tables()) {
      duck.run(
          "CREATE TABLE "
              + table.name()
              + " AS SELECT * FROM "
              + DataFiles.reading(
                  table, data.directory().resolve(table.file()), data.manifest().format()));
    }
  }

  public void run(String sql) {
    duck.run(sql);
  }

  public List<List<@Nullable String>> rows(String sql) {
    return duck.rows(sql.replace("+8h", "+ INTERVAL 8 HOUR"));
  }

  /** The numbers of the first row. */
  public double[] numbers(String sql) {
    return rows(sql).get(0).stream()
        .mapToDouble(value -> Double.parseDouble(String.valueOf(value)))
        .toArray();
  }

  public double number(String sql) {
    return numbers(sql)[0];
  }

  @Override
  public void close() {
    duck.close();
  }
}
