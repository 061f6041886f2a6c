package io.mingshu.seeds.dataset;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine as a tool for writing data sets, with its memory capped and its spill files
 * kept in the staging folder. Not thread-safe.
 */
public final class Duck implements AutoCloseable {
  private static final String MEMORY = "1500MB";

  private final Connection connection;
  private final Path directory;

  private Duck(Connection connection, Path directory) {
    this.connection = connection;
    this.directory = directory;
  }

  /** Without a file of its own. */
  public static Duck inMemory(Path spillFolder) {
    return open("jdbc:duckdb:", spillFolder);
  }

  /** On a new file. */
  public static Duck onFile(Path file, Path spillFolder) {
    return open("jdbc:duckdb:" + file, spillFolder);
  }

  private static Duck open(String url, Path spillFolder) {
    try {
      Properties properties = new Properties();
      properties.setProperty("memory_limit", MEMORY);
      properties.setProperty("temp_directory", spillFolder.resolve("spill").toString());
      Duck duck = new Duck(DriverManager.getConnection(url, properties), spillFolder);
      duck.run("SET TimeZone = 'UTC'");
      return duck;
    } catch (SQLException e) {
      throw DiskFailure.of(e, spillFolder);
    }
  }

  /**
   * Runs a statement.
   *
   * @throws MingshuException with {@code DISK_FULL}, {@code OUT_OF_MEMORY} or {@code LOAD_FAILED}
   */
  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The rows of a query as strings, nulls as null. */
  public List<List<@Nullable String>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The one number that a query gives. */
  public long number(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private MingshuException failure(SQLException e) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.startsWith("out of memory")) {
      return new MingshuException(
          ErrorCode.OUT_OF_MEMORY,
          new Text("载入时内存不足：" + e.getMessage(), "Not enough memory to load: " + e.getMessage()),
          e);
    }
    return DiskFailure.of(e, directory);
  }

  /** A name in SQL. */
  public static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A string in SQL. */
  public static String literal(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
