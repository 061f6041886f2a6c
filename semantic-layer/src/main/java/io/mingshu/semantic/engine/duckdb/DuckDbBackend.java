package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A DuckDB file that is only read. Thread-safe. */
public final class DuckDbBackend implements Backend {
  /** Rows of an event each; more of them spill to disk, which takes ten times as long. */
  private static final int SORTED_ROWS_PER_MEGABYTE = 6_000;

  private final DuckDbConnections connections;
  private final long rowsSortedAtOnce;
  private final Map<String, Map<String, ColumnType>> columns = new ConcurrentHashMap<>();

  private DuckDbBackend(DuckDbConnections connections, DuckDbSettings settings) {
    this.connections = connections;
    this.rowsSortedAtOnce = (long) SORTED_ROWS_PER_MEGABYTE * settings.memoryMegabytes();
  }

  /**
   * Opens a file.
   *
   * @throws MingshuException with {@code DATA_MISSING}, {@code DATA_IN_USE}, {@code DATA_MALFORMED}
   */
  public static DuckDbBackend open(Path file, DuckDbSettings settings) {
    if (!Files.isRegularFile(file)) {
      throw new MingshuException(
          ErrorCode.DATA_MISSING,
          new Text("找不到数据文件 " + file + "，请先导入或生成数据", "There is no data file " + file));
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    try {
      return new DuckDbBackend(
          DuckDbConnections.open(file.toAbsolutePath().toString(), settings, properties), settings);
    } catch (SQLException e) {
      throw DuckDbErrors.opening(file, e);
    }
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, true, true, rowsSortedAtOnce, false);
  }

  @Override
  public Map<String, ColumnType> columns(String table) {
    return columns.computeIfAbsent(table, this::readColumns);
  }

  private Map<String, ColumnType> readColumns(String table) {
    Rows rows =
        execute(
            new Statement(
                "SELECT column_name, data_type FROM information_schema.columns"
                    + " WHERE table_name = ? ORDER BY ordinal_position",
                List.of(table)),
            Limits.DEFAULT,
            Cancellation.none());
    Map<String, ColumnType> found = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows.rows()) {
      found.put(String.valueOf(row.get(0)), type(String.valueOf(row.get(1))));
    }
    return Collections.unmodifiableMap(found);
  }

  private static ColumnType type(String name) {
    return switch (name.replaceAll("\\(.*", "")) {
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT" ->
          ColumnType.INTEGER;
      case "DECIMAL" -> ColumnType.DECIMAL;
      case "FLOAT", "DOUBLE" -> ColumnType.DOUBLE;
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "DATE" -> ColumnType.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.INSTANT;
      default -> ColumnType.STRING;
    };
  }

  @Override
  public @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone) {
    ColumnType type = columns(table).get(timeColumn);
    if (type == null) {
      return null;
    }
    String column = quoted(timeColumn);
    Rows rows =
        execute(
            new Statement(
                "SELECT CAST(MIN("
                    + column
                    + ") AS TIMESTAMP), CAST(MAX("
                    + column
                    + ") AS TIMESTAMP) FROM "
                    + quoted(table),
                List.of()),
            Limits.DEFAULT,
            Cancellation.none());
    Object first = rows.rows().get(0).get(0);
    Object last = rows.rows().get(0).get(1);
    if (first instanceof LocalDateTime from && last instanceof LocalDateTime to) {
      ZoneId used = type == ColumnType.DATE ? ZoneOffset.UTC : zone;
      return new DayRange(businessDay(from, used), businessDay(to, used));
    }
    return null;
  }

  @Override
  public long rowCount(String table) {
    Statement count = new Statement("SELECT COUNT(*) FROM " + quoted(table), List.of());
    Object rows = execute(count, Limits.DEFAULT, Cancellation.none()).rows().get(0).get(0);
    return rows instanceof Number number ? number.longValue() : 0;
  }

  private static LocalDate businessDay(LocalDateTime utc, ZoneId zone) {
    return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    return connections.lend(
        limits, connection -> connections.run(connection, statement, limits, cancellation));
  }

  @Override
  public void stream(
      Statement statement, Limits limits, Cancellation cancellation, RowReader reader) {
    connections.lend(
        limits,
        connection -> connections.stream(connection, statement, limits, cancellation, reader));
  }

  @Override
  public void close() {
    connections.close();
  }
}
