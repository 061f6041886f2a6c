package io.mingshu.semantic.engine.duckdb;

import io.mingshu.semantic.engine.Backend.Rows;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** Some connections to one database, lent to one query each. Thread-safe. */
final class DuckDbConnections implements AutoCloseable {
  private final BlockingQueue<DuckDBConnection> idle;
  private final List<DuckDBConnection> all;
  private final ScheduledExecutorService clock;
  private volatile boolean closed;

  private DuckDbConnections(List<DuckDBConnection> connections) {
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
   * Opens a database, which then can read no files.
   *
   * @param path of its file; empty for one in memory
   */
  static DuckDbConnections open(String path, DuckDbSettings settings, Properties properties)
      throws SQLException {
    properties.setProperty("threads", String.valueOf(settings.threads()));
    properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    List<DuckDBConnection> connections = new ArrayList<>();
    try {
      DuckDBConnection first =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + path, properties);
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
      return new DuckDbConnections(connections);
    } catch (SQLException e) {
      connections.forEach(DuckDbConnections::closeQuietly);
      throw e;
    }
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(DuckDBConnection connection) throws SQLException;
  }

  /** Lends a connection, waiting for one no longer than the time limit. */
  <T> T lend(Limits limits, Work<T> work) {
    DuckDBConnection connection = borrow(limits);
    try {
      return work.with(connection);
    } catch (SQLException e) {
      throw closed ? closed() : DuckDbErrors.running(e);
    } catch (RejectedExecutionException e) {
      // It was closed in the same moment.
      throw closed();
    } finally {
      idle.add(connection);
    }
  }

  private DuckDBConnection borrow(Limits limits) {
    if (closed) {
      throw closed();
    }
    try {
      DuckDBConnection connection = idle.poll(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
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

  private static MingshuException closed() {
    return new MingshuException(ErrorCode.DATA_MISSING, new Text("数据已关闭", "The data are closed"));
  }

  /** Runs a statement within its limits; it ends when the switch is thrown. */
  Rows run(Connection connection, Statement statement, Limits limits, Cancellation cancellation) {
    return within(
        connection,
        statement,
        limits,
        cancellation,
        (prepared, late) -> {
          try (ResultSet results = prepared.executeQuery()) {
            return new Rows(DuckDbValues.read(results, limits.maxRows()));
          }
        });
  }

  /** The same, giving the rows one by one; returns how many there were. */
  long stream(
      Connection connection,
      Statement statement,
      Limits limits,
      Cancellation cancellation,
      RowReader reader) {
    return within(
        connection,
        statement,
        limits,
        cancellation,
        (prepared, late) -> {
          BooleanSupplier stopped = () -> late.get() || cancellation.isCancelled();
          long rows = DuckDbStream.read(prepared, limits.maxRows(), reader, stopped);
          if (late.get()) {
            throw DuckDbErrors.timeout(limits, new SQLException("late"));
          }
          return rows;
        });
  }

  /** What is done with a statement, and a flag that says when its time is over. */
  @FunctionalInterface
  private interface Running<T> {
    T with(DuckDBPreparedStatement prepared, AtomicBoolean late) throws SQLException;
  }

  private <T> T within(
      Connection connection,
      Statement statement,
      Limits limits,
      Cancellation cancellation,
      Running<T> running) {
    AtomicBoolean late = new AtomicBoolean();
    AtomicBoolean finished = new AtomicBoolean();
    // After an error DuckDB closes the statement: one statement per query.
    try (DuckDBPreparedStatement prepared =
        (DuckDBPreparedStatement) connection.prepareStatement(statement.sql())) {
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
        T result = running.with(prepared, late);
        if (cancellation.isCancelled()) {
          throw DuckDbErrors.cancelled();
        }
        return result;
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
    all.forEach(DuckDbConnections::closeQuietly);
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
