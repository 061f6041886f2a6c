package io.mingshu.semantic.engine.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DuckDB's values as those of answers. */
final class DuckDbValues {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private DuckDbValues() {}

  /** All rows; never some of them. */
  static List<List<@Nullable Object>> read(ResultSet results, int maxRows) throws SQLException {
    ResultSetMetaData meta = results.getMetaData();
    int width = meta.getColumnCount();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (results.next()) {
      if (rows.size() == maxRows) {
        throw DuckDbErrors.tooManyRows(maxRows);
      }
      List<@Nullable Object> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        row.add(value(results, i, meta.getColumnTypeName(i)));
      }
      rows.add(Collections.unmodifiableList(row));
    }
    return rows;
  }

  private static @Nullable Object value(ResultSet results, int column, String type)
      throws SQLException {
    // A java.sql.Timestamp would pass through the machine's own zone.
    if (type.startsWith("TIMESTAMP") && !type.endsWith("ZONE")) {
      return results.getObject(column, LocalDateTime.class);
    }
    Object value = results.getObject(column);
    if (value instanceof BigInteger big) {
      return big.abs().compareTo(MOST) > 0 ? new BigDecimal(big) : (Object) big.longValue();
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float single) {
      return single.doubleValue();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return value;
  }
}
