package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.util.List;
import java.util.Objects;

/**
 * The file's rows as text, in the table {@code raw}, and the lines that are no rows, in {@code
 * rejected}. Types are decided afterwards, from all rows, and not from a sample.
 */
final class RawTable {
  static final String NAME = "raw";
  static final String REJECTED = "rejected";
  private static final int MOST_COLUMNS = 1_000;

  private RawTable() {}

  /** Reads the file and returns its columns as the header spells them. */
  static List<String> read(Duck duck, SourceFile source) {
    duck.run("CREATE TABLE rejected (line BIGINT, problem VARCHAR, content VARCHAR)");
    try {
      if (source.kind() == SourceFile.Kind.PARQUET) {
        duck.run(
            "CREATE TABLE raw AS SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet("
                + Duck.literal(source.path())
                + ")");
      } else {
        readCsv(duck, source);
      }
    } catch (MingshuException e) {
      if (e.code() == ErrorCode.LOAD_FAILED) {
        throw SourceFile.malformed(
            "内容不是可读的表格（" + engineReason(e) + "）",
            "it is no readable table (" + engineReason(e) + ")");
      }
      throw e;
    }
    List<String> columns =
        duck.rows("SELECT column_name FROM (DESCRIBE raw)").stream()
            .map(row -> Objects.requireNonNull(row.get(0)))
            .toList();
    if (columns.size() > MOST_COLUMNS) {
      throw SourceFile.malformed(
          "列数超过 " + MOST_COLUMNS, "it has more than " + MOST_COLUMNS + " columns");
    }
    return columns;
  }

  private static String engineReason(MingshuException e) {
    Throwable cause = e.getCause();
    String reason = cause == null ? "" : String.valueOf(cause.getMessage());
    return reason.lines().findFirst().orElse("");
  }

  private static void readCsv(Duck duck, SourceFile source) {
    String compression =
        source.kind() == SourceFile.Kind.GZIPPED_CSV ? ", compression = 'gzip'" : "";
    List<List<String>> dialect =
        duck
            .rows(
                "SELECT Delimiter, Quote, Escape, HasHeader FROM sniff_csv("
                    + Duck.literal(source.path())
                    + compression
                    + ", all_varchar = true, ignore_errors = true)")
            .stream()
            .map(row -> row.stream().map(String::valueOf).toList())
            .toList();
    String delimiter = dialect.get(0).get(0);
    String options =
        compression
            + ", delim = "
            + Duck.literal(delimiter)
            + ", quote = "
            + Duck.literal(character(dialect.get(0).get(1), "\""))
            + ", escape = "
            + Duck.literal(character(dialect.get(0).get(2), "\""));
    boolean header = looksLikeHeader(duck, source, options);
    duck.run(
        "CREATE TABLE raw AS SELECT * FROM read_csv("
            + Duck.literal(source.path())
            + options
            + ", all_varchar = true, nullstr = '', store_rejects = true, rejects_limit = 0, header = "
            + header
            + ")");
    duck.run(
        "INSERT INTO rejected SELECT line, any_value(error_message), any_value(csv_line)"
            + " FROM reject_errors GROUP BY line ORDER BY line");
  }

  /** What the engine found, or the usual where it found none. */
  private static String character(String found, String usual) {
    return found.length() == 1 ? found : usual;
  }

  /** A first line is a header if all its cells are words, each another: no numbers, no blanks. */
  private static boolean looksLikeHeader(Duck duck, SourceFile source, String options) {
    List<List<String>> first =
        duck
            .rows(
                "SELECT * FROM read_csv("
                    + Duck.literal(source.path())
                    + options
                    + ", all_varchar = true, header = false, ignore_errors = true) LIMIT 1")
            .stream()
            .map(row -> row.stream().map(cell -> cell == null ? "" : cell).toList())
            .toList();
    if (first.isEmpty()) {
      throw SourceFile.malformed("没有任何一行数据", "it has no rows");
    }
    List<String> cells = first.get(0);
    long numbers = cells.stream().filter(cell -> cell.matches("[-+0-9.,:/ ]+")).count();
    return numbers == 0 && cells.stream().anyMatch(cell -> !cell.isBlank());
  }
}
