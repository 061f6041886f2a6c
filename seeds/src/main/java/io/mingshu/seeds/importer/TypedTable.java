package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.seeds.dataset.Staging;
import io.mingshu.seeds.importer.ImportedColumn.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows with their types, sorted by time, in a Parquet file.
 *
 * @param file its name
 * @param rows how many it has
 * @param rejected how many rows did not fit
 */
record TypedTable(String file, long rows, long rejected) {

  static TypedTable write(
      Duck duck, List<ImportedColumn> columns, String time, Staging staging, String table) {
    String misfit = misfit(columns);
    if (!misfit.isEmpty()) {
      duck.run(
          "INSERT INTO rejected SELECT rowid + 2, CASE "
              + misfit
              + " END AS problem, "
              + content(columns)
              + " FROM raw WHERE problem IS NOT NULL");
    }
    String fits = misfit.isEmpty() ? "TRUE" : "(CASE " + misfit + " END) IS NULL";
    String selected =
        columns.stream()
            .map(column -> column.expression() + " AS " + Duck.name(column.name()))
            .collect(Collectors.joining(", "));
    duck.run(
        "CREATE TABLE typed AS SELECT "
            + selected
            + " FROM raw WHERE "
            + fits
            + " ORDER BY "
            + columns.stream()
                .filter(column -> column.name().equals(time))
                .map(ImportedColumn::expression)
                .findFirst()
                .orElse("1")
            + " NULLS LAST, rowid");
    long rows = duck.number("SELECT count(*) FROM typed");
    long rejected = duck.number("SELECT count(*) FROM rejected");
    if (rows == 0 || rejected > rows) {
      throw SourceFile.malformed(
          rows + " 行可读，" + rejected + " 行不可读",
          rows + " rows can be read and " + rejected + " cannot");
    }
    String file = table + ".parquet";
    duck.run(
        "COPY typed TO "
            + Duck.literal(staging.file(file))
            + " (FORMAT parquet, COMPRESSION zstd)");
    return new TypedTable(file, rows, rejected);
  }

  /** The branches of a CASE that name the first value that does not fit its column. */
  private static String misfit(List<ImportedColumn> columns) {
    return columns.stream()
        .filter(column -> column.role() != Role.TEXT && !column.type().equals("VARCHAR"))
        .filter(column -> column.profile().filled() != Long.MAX_VALUE)
        .map(
            column ->
                "WHEN trim("
                    + Duck.name(column.name())
                    + ") <> '' AND ("
                    + column.expression()
                    + ") IS NULL THEN "
                    + Duck.literal(column.name() + ": not a " + word(column) + ": ")
                    + " || "
                    + Duck.name(column.name()))
        .collect(Collectors.joining(" "));
  }

  private static String word(ImportedColumn column) {
    if (column.role() == Role.TIME) {
      return "time";
    }
    return column.role() == Role.MEASURE ? "number" : "yes or no";
  }

  private static String content(List<ImportedColumn> columns) {
    return "concat_ws(',', "
        + columns.stream()
            .filter(column -> column.profile().filled() != Long.MAX_VALUE)
            .map(column -> "coalesce(" + Duck.name(column.name()) + ", '')")
            .collect(Collectors.joining(", "))
        + ")";
  }

  void writeRejected(Duck duck, Staging staging, String name) {
    duck.run(
        "COPY (SELECT line, problem, content FROM rejected ORDER BY line) TO "
            + Duck.literal(staging.file(name))
            + " (FORMAT csv, HEADER)");
  }

  /** The last business day with rows, as ISO text. */
  Optional<String> lastDay(Duck duck, String time, ZoneId zone) {
    return duck
        .rows(
            "SELECT CAST((max("
                + Duck.name(time)
                + ") AT TIME ZONE 'UTC') AT TIME ZONE "
                + Duck.literal(zone.getId())
                + " AS DATE) FROM typed")
        .stream()
        .flatMap(row -> Optional.ofNullable(row.get(0)).stream())
        .findFirst();
  }

  Table manifestTable(String table, List<ImportedColumn> columns, String time) {
    return new Table(
        table,
        file,
        rows,
        Optional.of(time),
        columns.stream().map(column -> new TableColumn(column.name(), column.type())).toList());
  }
}
