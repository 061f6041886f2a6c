package io.mingshu.seeds.load;

import io.mingshu.seeds.dataset.DataFiles;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.WideTable;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.seeds.dataset.Staging;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Brings a data set into the embedded engine's file, {@link DataSet#DUCKDB_FILE}. Times are
 * TIMESTAMPs in UTC, empty strings are NULL, rows keep the files' order, which is by time.
 */
public final class DataSetLoader {
  private DataSetLoader() {}

  /**
   * Makes the engine's file where it is missing or older than the data, and gives its path. The
   * file appears whole; an interrupted load leaves the one before, or none.
   *
   * <p>Rows that cannot be read are left out, counted in the table {@code load_report} and told to
   * {@code progress}.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code DATA_MISSING}, {@code
   *     DATA_MALFORMED}, {@code DATA_IN_USE}, {@code DISK_FULL}, {@code OUT_OF_MEMORY} or {@code
   *     LOAD_FAILED}
   */
  public static Path load(Path directory, Progress progress) {
    DataSet data = DataSet.open(directory);
    if (isFresh(data)) {
      return data.duckdbFile();
    }
    try (DataLock lock = DataLock.toWrite(directory);
        Staging staging = Staging.under(lock)) {
      // Read again behind the lock: another process may have just written or loaded.
      DataSet locked = DataSet.open(directory);
      if (!isFresh(locked)) {
        fill(locked, staging, progress);
        staging.publish(DataSet.DUCKDB_FILE);
      }
      return locked.duckdbFile();
    } catch (IOException e) {
      throw DiskFailure.of(e, directory);
    }
  }

  /** Whether the engine's file is there and younger than what it was made from. */
  public static boolean isFresh(DataSet data) {
    try {
      if (!Files.isRegularFile(data.duckdbFile())) {
        return false;
      }
      FileTime loaded = Files.getLastModifiedTime(data.duckdbFile());
      if (isYounger(data.directory().resolve(DataSet.MANIFEST_FILE), loaded)) {
        return false;
      }
      for (Table table : data.manifest().tables()) {
        if (isYounger(data.directory().resolve(table.file()), loaded)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw DiskFailure.of(e, data.directory());
    }
  }

  private static boolean isYounger(Path file, FileTime loaded) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(loaded) > 0;
  }

  private static void fill(DataSet data, Staging staging, Progress progress) {
    Manifest manifest = data.manifest();
    List<Table> tables = manifest.tables();
    List<WideTable> wideTables = manifest.wideTables();
    long steps = tables.size() + (long) wideTables.size();
    long step = 0;
    progress.report(Stage.LOAD, step, steps);
    try (Duck duck = Duck.onFile(staging.file(DataSet.DUCKDB_FILE), staging.folder())) {
      duck.run(
          "CREATE TABLE load_report (table_name VARCHAR, rows_loaded BIGINT, rows_rejected BIGINT,"
              + " first_problem VARCHAR)");
      for (Table table : tables) {
        copy(duck, data, table, progress);
        progress.report(Stage.LOAD, ++step, steps);
      }
      for (WideTable wide : wideTables) {
        widen(duck, manifest, wide);
        progress.report(Stage.LOAD, ++step, steps);
      }
      duck.run("CHECKPOINT");
    }
  }

  private static void copy(Duck duck, DataSet data, Table table, Progress progress) {
    Format format = data.manifest().format();
    duck.run(
        "CREATE TABLE "
            + Duck.name(table.name())
            + " AS SELECT * FROM "
            + DataFiles.reading(table, data.directory().resolve(table.file()), format));
    long loaded = duck.number("SELECT count(*) FROM " + Duck.name(table.name()));
    long rejected = 0;
    String problem = "NULL";
    if (format == Format.CSV) {
      rejected = duck.number("SELECT count(DISTINCT (scan_id, file_id, line)) FROM reject_errors");
      if (rejected > 0) {
        String first =
            String.valueOf(
                duck.rows("SELECT error_message FROM reject_errors ORDER BY line LIMIT 1")
                    .get(0)
                    .get(0));
        problem = Duck.literal(first);
        long count = rejected;
        progress.notice(
            new Text(
                table.file() + "：有 " + count + " 行无法读取，未载入；例如：" + first,
                table.file()
                    + ": "
                    + count
                    + " rows could not be read and were left out; "
                    + first));
      }
      duck.run("DROP TABLE IF EXISTS reject_errors");
      duck.run("DROP TABLE IF EXISTS reject_scans");
    }
    duck.run(
        "INSERT INTO load_report VALUES ("
            + Duck.literal(table.name())
            + ", "
            + loaded
            + ", "
            + rejected
            + ", "
            + problem
            + ")");
  }

  private static void widen(Duck duck, Manifest manifest, WideTable wide) {
    String key = Duck.name(wide.key());
    String time =
        manifest.tables().stream()
            .filter(table -> table.name().equals(wide.fact()))
            .findFirst()
            .flatMap(Table::time)
            .map(column -> " ORDER BY f." + Duck.name(column) + ", f.rowid")
            .orElse("");
    duck.run(
        "CREATE TABLE "
            + Duck.name(wide.name())
            + " AS SELECT f.*, d.* EXCLUDE ("
            + key
            + ") FROM "
            + Duck.name(wide.fact())
            + " f LEFT JOIN "
            + Duck.name(wide.dimension())
            + " d ON f."
            + key
            + " = d."
            + key
            + time);
  }
}
