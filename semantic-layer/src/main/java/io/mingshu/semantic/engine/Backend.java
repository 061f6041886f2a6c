package io.mingshu.semantic.engine;

import io.mingshu.semantic.time.DayRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An engine that holds the data. Thread-safe. What it can do is declared by {@link
 * #capabilities()}, so that plans are chosen by capability and never by class.
 */
public interface Backend extends AutoCloseable {

  /** {@code duckdb}, {@code druid}. */
  String name();

  Capabilities capabilities();

  /** The columns of a table, in order; empty where there is no such table. */
  Map<String, ColumnType> columns(String table);

  /** First and last business day of a time column that has rows, null where it has none. */
  @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone);

  /** How many rows a table has, more or less. */
  long rowCount(String table);

  /**
   * Runs a statement that was planned for this engine.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code QUERY_TIMEOUT}, {@code
   *     QUERY_CANCELLED}, {@code TOO_MANY_ROWS}, {@code OUT_OF_MEMORY}, {@code ENGINE_FAILED}
   */
  Rows execute(Statement statement, Limits limits, Cancellation cancellation);

  /**
   * Runs a statement and gives its rows one by one, however many there are up to the limit.
   *
   * @throws io.mingshu.semantic.error.MingshuException as {@link #execute} does
   */
  default void stream(
      Statement statement, Limits limits, Cancellation cancellation, RowReader reader) {
    execute(statement, limits, cancellation).rows().forEach(row -> reader.read(new ListedRow(row)));
  }

  @Override
  void close();

  /** Types that matter to planning. */
  enum ColumnType {
    STRING,
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    /** An instant in UTC. */
    INSTANT,
    DATE
  }

  /**
   * SQL text with its bound values in order.
   *
   * @param parameters strings, numbers, booleans, times; a list where the engine takes arrays
   * @param tables which tables it reads, for engines that must know whether all of them is there
   */
  record Statement(String sql, List<Object> parameters, Set<String> tables) {
    public Statement {
      parameters = List.copyOf(parameters);
      tables = Set.copyOf(tables);
    }

    public Statement(String sql, List<Object> parameters) {
      this(sql, parameters, Set.of());
    }
  }

  /** Rows by position. */
  record Rows(List<List<@Nullable Object>> rows) {}
}
