package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.Backend.Rows;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that is empty between queries: it joins and finishes what another engine has
 * grouped. Thread-safe; the tables of one query are seen by no other.
 */
public final class Scratch implements AutoCloseable {
  private final DuckDbConnections connections;

  private Scratch(DuckDbConnections connections) {
    this.connections = connections;
  }

  public static Scratch open(DuckDbSettings settings) {
    try {
      return new Scratch(DuckDbConnections.open("", settings, new Properties()));
    } catch (SQLException e) {
      throw DuckDbErrors.running(e);
    }
  }

  /** A column and its type in DuckDB. */
  public record Column(String name, String type) {}

  /** Rows that a query reads: String, Long, Double, BigDecimal, Boolean, times and null. */
  public record Table(String name, List<Column> columns, List<List<@Nullable Object>> rows) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Runs a statement over tables that exist for it alone.
   *
   * @throws io.mingshu.semantic.error.MingshuException as {@link DuckDbBackend#execute} does
   */
  public Rows run(List<Table> tables, String sql, Limits limits, Cancellation cancellation) {
    return over(
        tables,
        limits,
        connection ->
            connections.run(connection, new Statement(sql, List.of()), limits, cancellation));
  }

  /** The same, giving the rows one by one. */
  public void stream(
      List<Table> tables, String sql, Limits limits, Cancellation cancellation, RowReader reader) {
    over(
        tables,
        limits,
        connection ->
            connections.stream(
                connection, new Statement(sql, List.of()), limits, cancellation, reader));
  }

  private <T> T over(List<Table> tables, Limits limits, DuckDbConnections.Work<T> work) {
    return connections.lend(
        limits,
        connection -> {
          try {
            for (Table table : tables) {
              fill(connection, table);
            }
            return work.with(connection);
          } finally {
            for (Table table : tables) {
              execute(connection, "DROP TABLE IF EXISTS temp." + quoted(table.name()));
            }
          }
        });
  }

  private static void fill(DuckDBConnection connection, Table table) throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> quoted(column.name()) + " " + column.type())
            .collect(Collectors.joining(", "));
    execute(connection, "CREATE TEMP TABLE " + quoted(table.name()) + " (" + columns + ")");
    try (DuckDBAppender appender = connection.createAppender("temp", "main", table.name())) {
      for (List<@Nullable Object> row : table.rows()) {
        appender.beginRow();
        for (@Nullable Object value : row) {
          append(appender, value);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof BigDecimal number) {
      appender.append(number);
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else if (value instanceof LocalDateTime time) {
      appender.append(time);
    } else if (value instanceof LocalDate day) {
      appender.append(day);
    } else {
      throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  private static void execute(DuckDBConnection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    connections.close();
  }
}
