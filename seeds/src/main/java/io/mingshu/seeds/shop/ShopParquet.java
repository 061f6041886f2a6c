package io.mingshu.seeds.shop;

import io.mingshu.seeds.dataset.DataFiles;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.seeds.dataset.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns the shop's CSV files into Parquet: the same rows in the same order. */
final class ShopParquet {
  private ShopParquet() {}

  static void convert(Staging staging, Simulation.RowCounts rows, Progress progress)
      throws IOException {
    List<Table> tables = ShopTables.of(".csv", rows);
    try (Duck duck = Duck.inMemory(staging.folder())) {
      for (int i = 0; i < tables.size(); i++) {
        Table table = tables.get(i);
        Path csv = staging.file(table.file());
        duck.run(
            "COPY (SELECT * FROM "
                + DataFiles.reading(table, csv, Format.CSV)
                + ") TO "
                + Duck.literal(staging.file(table.name() + ".parquet"))
                + " (FORMAT parquet, COMPRESSION zstd)");
        Files.delete(csv);
        progress.report(Stage.CONVERT, i + 1L, tables.size());
      }
    }
  }
}
