package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A DuckDB file that is only read. Thread-safe. */
public final class DuckDbBackend implements Backend {
  private final Path file;
  private final BlockingQueue<Connection> idle;
  private final List<Connection> all;
  private final ScheduledExecutorService clock;
  private final Map<String, Map<String, ColumnType>> columns = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private DuckDbBackend(Path file, List<Connection> connections) {
    this.file = file;
    this.all = List.copyOf(connections);
    this.idle = new ArrayBlockingQueue<>(connections.size(), true, connections);
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "duckdb-timeouts");
              thread.setDaemon(true);
              return thread;
            });
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
    properties.setProperty("threads", String.valueOf(settings.threads()));
    properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    List<Connection> connections = new ArrayList<>();
    try {
      DuckDBConnection first =
          (DuckDBConnection)
              DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), properties);
      connections.add(first);
      for (String setting :
          List.of(
              "SET GLOBAL TimeZone = 'UTC'",
              "SET enable_external_access = false",
              "SET lock_configuration = true")) {
        try (java.sql.Statement statement = first.createStatement()) {
          statement.execute(setting);
        }
      }
      while (connections.size() < settings.connections()) {
        connections.add(first.duplicate());
      }
      return new DuckDbBackend(file, connections);
    } catch (SQLException e) {
      connections.forEach(DuckDbBackend::closeQuietly);
      throw DuckDbErrors.opening(file, e);
    }
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true);
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

  private static LocalDate businessDay(LocalDateTime utc, ZoneId zone) {
    return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    Connection connection = borrow(limits);
    try {
      return run(connection, statement, limits, cancellation);
    } finally {
      idle.add(connection);
    }
  }

  private Connection borrow(Limits limits) {
    if (closed) {
      throw closed();
    }
    try {
      Connection connection = idle.poll(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (connection == null) {
        throw new MingshuException(
            ErrorCode.TOO_BUSY,
            new Text("正在执行的查询太多，请稍后再试", "Too many queries are running; try again shortly"));
      }
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DuckDbErrors.cancelled();
    }
  }

  private MingshuException closed() {
    return new MingshuException(
        ErrorCode.DATA_MISSING,
        new Text("数据文件 " + file + " 已关闭", "The data file " + file + " is closed"));
  }

  private Rows run(
      Connection connection, Statement statement, Limits limits, Cancellation cancellation) {
    AtomicBoolean late = new AtomicBoolean();
    AtomicBoolean finished = new AtomicBoolean();
    // After an error DuckDB closes the statement: one statement per query.
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      ScheduledFuture<?> timer =
          clock.schedule(
              () -> {
                late.set(true);
                stop(prepared, finished);
              },
              limits.timeout().toMillis(),
              TimeUnit.MILLISECONDS);
      cancellation.onCancel(() -> stop(prepared, finished));
      try {
        for (int i = 0; i < statement.parameters().size(); i++) {
          prepared.setObject(i + 1, statement.parameters().get(i));
        }
        if (cancellation.isCancelled()) {
          throw DuckDbErrors.cancelled();
        }
        try (ResultSet results = prepared.executeQuery()) {
          List<List<@Nullable Object>> rows = DuckDbValues.read(results, limits.maxRows());
          if (cancellation.isCancelled()) {
            throw DuckDbErrors.cancelled();
          }
          return new Rows(rows);
        }
      } finally {
        timer.cancel(false);
        synchronized (finished) {
          finished.set(true);
        }
      }
    } catch (SQLException e) {
      if (late.get()) {
        throw DuckDbErrors.timeout(limits, e);
      }
      if (cancellation.isCancelled()) {
        throw DuckDbErrors.cancelled();
      }
      throw closed ? closed() : DuckDbErrors.running(e);
    }
  }

  private static void stop(PreparedStatement prepared, AtomicBoolean finished) {
    synchronized (finished) {
      if (finished.get()) {
        return;
      }
      try {
        prepared.cancel();
      } catch (SQLException e) {
        // It ended by itself in between; there is nothing left to stop.
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    all.forEach(DuckDbBackend::closeQuietly);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing was written; there is nothing to lose.
      return;
    }
  }
}
