package io.mingshu.seeds.shop;

import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the demo shop's data set. */
public final class ShopGenerator {
  /** Goes up when the same spec makes other rows than before. */
  public static final int VERSION = 1;

  /** The catalog that the data set belongs to. */
  public static final String CATALOG = "demo-shop";

  private ShopGenerator() {}

  /**
   * Writes {@code users}, {@code events}, {@code order_items} and the manifest into a folder. All
   * of them appear at the end or none does; what was there before stays until then.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code DATA_IN_USE} while the folder is
   *     read or written by others, {@code DISK_FULL}, or {@code LOAD_FAILED} where the folder
   *     cannot be written
   */
  public static DataSet generate(ShopSpec spec, Path out, Format format, Progress progress) {
    try (DataLock lock = DataLock.toWrite(out);
        Staging staging = Staging.under(lock)) {
      Simulation.RowCounts rows =
          new Simulation(spec)
              .run(
                  staging.file("users.csv"),
                  staging.file("events.csv"),
                  staging.file("order_items.csv"),
                  progress);
      if (format == Format.PARQUET) {
        ShopParquet.convert(staging, rows, progress);
      }
      Manifest manifest = manifest(spec, format, rows);
      staging.publish(manifest.tables().stream().map(Manifest.Table::file).toList(), manifest);
      return new DataSet(out, manifest);
    } catch (IOException e) {
      throw DiskFailure.of(e, out);
    }
  }

  private static Manifest manifest(ShopSpec spec, Format format, Simulation.RowCounts rows) {
    String ending = "." + format.extension();
    return new Manifest(
        "demo-shop-" + spec.scale().label(),
        CATALOG,
        BusinessDays.ZONE.getId(),
        Optional.of(spec.end()),
        format,
        ShopTables.of(ending, rows),
        ShopTables.WIDE,
        new Manifest.Origin(
            Manifest.SHOP,
            VERSION,
            Optional.of(spec.scale().label()),
            Optional.of(spec.seed()),
            Optional.of(spec.days()),
            Optional.empty(),
            Optional.empty()));
  }
}
