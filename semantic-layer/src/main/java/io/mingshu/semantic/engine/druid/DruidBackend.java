package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.druid.DruidErrors.UnknownName;
import io.mingshu.semantic.engine.druid.Statements.Answer;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.time.DayRange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The datasources of a Druid, asked over HTTP. Thread-safe. */
public final class DruidBackend implements Backend {
  private static final Limits HEALTH = new Limits(Duration.ofSeconds(2), 1);
  private static final String COLUMNS =
      "SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = 'druid' AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";

  private final Brokers brokers;
  private final Slots slots;
  private final Statements statements;
  private final Coverage coverage;
  private final Tables tables;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private DruidBackend(DruidSettings settings, Map<String, String> timeColumns) {
    Transport transport = new Transport(settings);
    this.brokers = new Brokers(settings.brokers());
    this.slots = new Slots(settings.maxConcurrent());
    this.statements = new Statements(transport, settings);
    this.coverage = new Coverage(transport, statements);
    this.tables = new Tables(timeColumns, this::readColumns);
    this.clock = clock();
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "druid-timeouts");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  /**
   * A backend for a Druid, which need not be there yet.
   *
   * @param timeColumns what a table's {@code __time} is called in the catalog
   * @throws MingshuException with {@code INVALID_USAGE} when the trust store cannot be read
   */
  public static DruidBackend open(DruidSettings settings, Map<String, String> timeColumns) {
    return new DruidBackend(settings, timeColumns);
  }

  @Override
  public String name() {
    return "druid";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, true, false, false, Capabilities.NO_SHARES, true);
  }

  @Override
  public Map<String, ColumnType> columns(String table) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    layout(table).forEach((name, column) -> types.put(name, column.type()));
    return Collections.unmodifiableMap(types);
  }

  /**
   * How the columns of a table are held, by their names in the catalog, in order; empty where there
   * is no such table. The column of the rows' own time is {@link DruidColumn#TIME}.
   */
  public Map<String, DruidColumn> layout(String table) {
    return tables.layout(table);
  }

  private List<List<@Nullable Object>> readColumns(String table) {
    return asked(
        Limits.DEFAULT,
        Cancellation.none(),
        (call, broker) -> {
          Statement statement = new Statement(COLUMNS, List.of(table));
          Answer answer = statements.run(call, broker, statement, Limits.DEFAULT.maxRows());
          // Of a table that no server announces Druid knows no columns.
          if (answer.rows().isEmpty() && coverage.exists(call, broker, table)) {
            throw DruidErrors.partial(table);
          }
          return answer.rows();
        });
  }

  @Override
  public @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone) {
    DruidColumn column = layout(table).get(timeColumn);
    if (column == null) {
      return null;
    }
    ZoneId used = column.type() == ColumnType.DATE ? ZoneOffset.UTC : zone;
    Object first = end(table, column, false);
    Object last = end(table, column, true);
    return first == null || last == null ? null : new DayRange(day(first, used), day(last, used));
  }

  private @Nullable Object end(String table, DruidColumn column, boolean last) {
    String stored = quoted(column.stored());
    // Strings have no least and no greatest in Druid's aggregations.
    String sql =
        column.type() == ColumnType.DATE && !column.name().equals(DruidColumn.TIME)
            ? "SELECT %s FROM %s WHERE %s IS NOT NULL GROUP BY 1 ORDER BY 1 %s LIMIT 1"
                .formatted(stored, quoted(table), stored, last ? "DESC" : "ASC")
            : "SELECT %s(%s) FROM %s".formatted(last ? "MAX" : "MIN", stored, quoted(table));
    List<List<@Nullable Object>> rows = read(table, sql);
    return rows.isEmpty() ? null : rows.get(0).get(0);
  }

  private static LocalDate day(Object value, ZoneId zone) {
    if (value instanceof LocalDateTime utc) {
      return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
    }
    if (value instanceof Long millis) {
      return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }
    return LocalDate.parse(value.toString());
  }

  /** How many rows a table has. */
  @Override
  public long rowCount(String table) {
    Object count = read(table, "SELECT COUNT(*) FROM " + quoted(table)).get(0).get(0);
    return count instanceof Long rows ? rows : 0;
  }

  private List<List<@Nullable Object>> read(String table, String sql) {
    Statement statement = new Statement(sql, List.of(), Set.of(table));
    return execute(statement, Limits.DEFAULT, Cancellation.none()).rows();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    return asked(
        limits,
        cancellation,
        (call, broker) -> {
          if (coverage.isToldByHeader(statement)) {
            Answer answer = run(call, broker, statement, limits);
            if (coverage.isWhole(statement, answer)) {
              return new Rows(answer.rows());
            }
          }
          // What is moved or replaced meanwhile would be counted half here, half there.
          for (int i = 0; i < 2; i++) {
            Optional<Rows> rows = once(call, broker, statement, limits);
            if (rows.isPresent()) {
              return rows.get();
            }
          }
          throw DruidErrors.changing();
        });
  }

  /** Empty where the broker's data changed while it read them. */
  private Optional<Rows> once(Call call, URI broker, Statement statement, Limits limits) {
    Map<String, Set<Segment>> before = coverage.served(call, broker, statement.tables());
    Answer answer = run(call, broker, statement, limits);
    Map<String, Set<Segment>> after = coverage.served(call, broker, statement.tables());
    coverage.requireWhole(call, broker, statement, after);
    return after.equals(before) && !Coverage.isContradicted(answer, after)
        ? Optional.of(new Rows(answer.rows()))
        : Optional.empty();
  }

  private Answer run(Call call, URI broker, Statement statement, Limits limits) {
    try {
      return statements.run(call, broker, statement, limits.maxRows());
    } catch (UnknownName e) {
      tables.forget(statement.tables());
      if (!e.table().isEmpty() && coverage.exists(call, broker, e.table())) {
        throw DruidErrors.partial(e.table());
      }
      throw e;
    }
  }

  /**
   * Asks Druid for nothing, which takes some milliseconds, and none while it is known not to
   * answer.
   *
   * @throws MingshuException that says what is wrong
   */
  public void requireHealthy() {
    asked(
        HEALTH,
        Cancellation.none(),
        (call, broker) -> statements.run(call, broker, new Statement("SELECT 1", List.of()), 1));
  }

  private <T> T asked(Limits limits, Cancellation cancellation, BiFunction<Call, URI, T> question) {
    if (closed) {
      throw DruidErrors.closed();
    }
    try (Call call = new Call(Deadline.in(limits.timeout()), cancellation, clock)) {
      running.add(call);
      try {
        slots.take(call);
        try {
          return brokers.ask(call, broker -> question.apply(call, broker));
        } catch (UnknownName e) {
          throw e.meaning();
        } finally {
          slots.give();
        }
      } finally {
        running.remove(call);
      }
    } catch (RejectedExecutionException e) {
      // It was closed in the same moment.
      throw DruidErrors.closed();
    }
  }

  /** Ends what runs. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Call::cancel);
    clock.shutdownNow();
  }
}
