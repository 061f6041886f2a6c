package io.mingshu.app.eval;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs gold SQL over the narrow tables in an engine of its own, read-only: none of our planning is
 * between the question and its gold figures.
 */
public final class GoldSql implements AutoCloseable {
  private final Connection connection;

  private GoldSql(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a data set that is loaded.
   *
   * @throws MingshuException with {@code ENGINE_FAILED}
   */
  public static GoldSql over(DataSet data) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        String file = data.duckdbFile().toAbsolutePath().toString().replace("'", "''");
        statement.execute("SET TimeZone = 'UTC'");
        statement.execute("ATTACH '" + file + "' AS shop (READ_ONLY)");
        for (Manifest.Table table : data.manifest().tables()) {
          String name = '"' + table.name().replace("\"", "\"\"") + '"';
          statement.execute("CREATE VIEW " + name + " AS SELECT * FROM shop." + name);
        }
      }
      return new GoldSql(connection);
    } catch (SQLException e) {
      throw failed("opening the data", e);
    }
  }

  GoldTable run(String id, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(value(result.getObject(i)));
        }
        rows.add(row);
      }
      return new GoldTable(columns, rows);
    } catch (SQLException e) {
      throw failed(id, e);
    }
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    return value instanceof Date date ? date.toLocalDate() : value;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("closing", e);
    }
  }

  private static MingshuException failed(String where, SQLException e) {
    return new MingshuException(
        ErrorCode.ENGINE_FAILED,
        new Text(
            "标准 SQL 执行失败（" + where + "）：" + e.getMessage(),
            "Gold SQL failed (" + where + "): " + e.getMessage()),
        e);
  }
}
