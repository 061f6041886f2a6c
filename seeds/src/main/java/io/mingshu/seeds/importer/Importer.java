package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.seeds.dataset.Staging;
import io.mingshu.seeds.importer.ImportedColumn.Role;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes a served data set of one file. */
public final class Importer {
  public static final String CATALOG_FILE = "catalog.yaml";
  public static final String REJECTED_FILE = "rejected.csv";
  private static final int VERSION = 1;
  private static final int STEPS = 4;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private Importer() {}

  /**
   * Imports a file. The folder gets the table as Parquet, the manifest, a drafted catalog and,
   * where rows were left out, {@code rejected.csv} with line and reason of each. All of it or
   * nothing.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code DATA_MISSING}, {@code
   *     DATA_MALFORMED} where the file is no table, {@code DATA_IN_USE}, {@code DISK_FULL}, {@code
   *     OUT_OF_MEMORY} or {@code LOAD_FAILED}
   */
  public static ImportReport importFile(ImportSpec spec, Progress progress) {
    boolean isNew = !Files.exists(spec.into());
    boolean done = false;
    try (DataLock lock = DataLock.toWrite(spec.into());
        Staging staging = Staging.under(lock)) {
      ImportReport report = importInto(spec, staging, progress);
      done = true;
      return report;
    } catch (IOException e) {
      throw DiskFailure.of(e, spec.into());
    } finally {
      if (isNew && !done) {
        DataLock.forget(spec.into());
      }
    }
  }

  private static ImportReport importInto(ImportSpec spec, Staging staging, Progress progress)
      throws IOException {
    progress.report(Stage.IMPORT, 0, STEPS);
    SourceFile source = SourceFile.of(spec.file(), staging);
    String name = dataSetName(spec);
    List<Text> notes = new ArrayList<>();
    try (Duck duck = Duck.onFile(staging.file("import.duckdb"), staging.folder())) {
      List<String> header = RawTable.read(duck, source);
      progress.report(Stage.IMPORT, 1, STEPS);
      Optional<KnownDataSet> known = KnownDataSet.withHeader(header);
      ZoneId zone = spec.zone().or(() -> known.map(KnownDataSet::zone)).orElse(USUAL_ZONE);
      String table = known.map(KnownDataSet::table).orElse(HeaderWords.snake(name));
      List<ImportedColumn> columns =
          new ArrayList<>(header.stream().map(h -> ColumnReader.read(duck, h, zone)).toList());
      requireTable(columns);
      List<String> times = times(columns, notes, spec.file(), zone);
      progress.report(Stage.IMPORT, 2, STEPS);

      TypedTable typed = TypedTable.write(duck, columns, times.get(0), staging, table);
      progress.report(Stage.IMPORT, 3, STEPS);
      Files.writeString(
          staging.file(CATALOG_FILE),
          new CatalogDraft(name, table, zone, columns, times, typed.rows(), values(duck, columns))
              .write());
      List<String> files = new ArrayList<>(List.of(typed.file(), CATALOG_FILE));
      if (typed.rejected() > 0) {
        typed.writeRejected(duck, staging, REJECTED_FILE);
        files.add(REJECTED_FILE);
      }
      known.ifPresent(found -> notes.add(recognised(found)));
      Manifest manifest =
          new Manifest(
              name,
              known.map(KnownDataSet::catalog).orElse(CATALOG_FILE),
              zone.getId(),
              typed.lastDay(duck, times.get(0), zone).map(LocalDate::parse),
              Format.PARQUET,
              List.of(typed.manifestTable(table, columns, times.get(0))),
              List.of(),
              origin(spec, typed.rejected()));
      staging.publish(files, manifest);
      if (typed.rejected() == 0) {
        Files.deleteIfExists(spec.into().resolve(REJECTED_FILE));
      }
      progress.report(Stage.IMPORT, STEPS, STEPS);
      return new ImportReport(
          new DataSet(spec.into(), manifest),
          typed.rows(),
          typed.rejected(),
          typed.rejected() == 0
              ? Optional.empty()
              : Optional.of(spec.into().resolve(REJECTED_FILE)),
          spec.into().resolve(CATALOG_FILE),
          notes);
    }
  }

  private static String dataSetName(ImportSpec spec) {
    String given =
        spec.name()
            .orElseGet(
                () ->
                    String.valueOf(spec.file().getFileName())
                        .replaceAll("(?i)(\\.(csv|tsv|txt|parquet|gz))+$", ""));
    String name =
        HeaderWords.snake(given)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "")
            .toLowerCase(Locale.ROOT);
    return name.isEmpty() ? "imported" : name;
  }

  private static void requireTable(List<ImportedColumn> columns) {
    Role first = columns.get(0).role();
    if (columns.size() == 1 && (first == Role.TEXT || first == Role.DIMENSION)) {
      throw SourceFile.malformed("没有找到列，只有文字", "it has no columns, only text");
    }
  }

  /** The time columns, the one with the most values first. */
  private static List<String> times(
      List<ImportedColumn> columns, List<Text> notes, Path file, ZoneId zone) throws IOException {
    List<ImportedColumn> found =
        columns.stream().filter(column -> column.role() == Role.TIME).toList();
    if (found.isEmpty()) {
      String name = "file_time";
      ImportedColumn added = FileTimeColumn.of(name, file);
      columns.add(added);
      notes.add(
          new Text(
              "文件里没有时间列：每行都记为文件自身的修改时间（列 " + name + "），按时间提问没有意义。",
              "The file has no time column: every row carries the file's own modification time"
                  + " (column "
                  + name
                  + "); questions about time make no sense."));
      return List.of(name);
    }
    ImportedColumn main = found.get(0);
    for (ImportedColumn column : found) {
      if (column.profile().filled() > main.profile().filled()) {
        main = column;
      }
    }
    String chosen = main.name();
    notes.add(
        new Text(
            "时间列：" + chosen + "（没有时区的时间按 " + zone + " 理解）",
            "Time column: " + chosen + " (times without an offset are read in " + zone + ")"));
    List<String> names = new ArrayList<>(List.of(chosen));
    found.stream().map(ImportedColumn::name).filter(n -> !n.equals(chosen)).forEach(names::add);
    return names;
  }

  private static Map<String, List<String>> values(Duck duck, List<ImportedColumn> columns) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (ImportedColumn column : columns) {
      if (column.role() == Role.DIMENSION && column.type().equals("VARCHAR")) {
        String v = Duck.name(column.name());
        values.put(
            column.name(),
            duck
                .rows(
                    "SELECT "
                        + v
                        + " FROM raw WHERE "
                        + v
                        + " IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT "
                        + ColumnReader.MOST_VALUES)
                .stream()
                .map(row -> Objects.requireNonNull(row.get(0)))
                .toList());
      }
    }
    return values;
  }

  private static Text recognised(KnownDataSet known) {
    return new Text(
        "识别为公开数据集，使用内置目录 " + known.catalog() + "。",
        "Recognised as a public data set; the built-in catalog " + known.catalog() + " is used.");
  }

  private static Manifest.Origin origin(ImportSpec spec, long rejected) {
    return new Manifest.Origin(
        Manifest.IMPORT,
        VERSION,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(String.valueOf(spec.file().getFileName())),
        Optional.of(rejected));
  }
}
