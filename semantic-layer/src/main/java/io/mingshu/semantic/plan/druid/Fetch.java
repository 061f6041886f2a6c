package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.engine.duckdb.Scratch;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * One statement to Druid and what its rows mean.
 *
 * @param name the table in which its rows are read afterwards
 * @param datasource that it reads
 * @param parameters the programs whose values are its parameters, in order
 */
record Fetch(
    String name, String datasource, String sql, List<Program> parameters, List<Column> columns) {

  Fetch {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param stored Druid's type of it
   */
  record Column(String name, Held held, SqlTypeName stored) {

    /** Its type where the rows are read afterwards. */
    String type() {
      if (held instanceof Held.Scaled scaled) {
        return "DECIMAL(38, " + scaled.scale() + ")";
      }
      if (held instanceof Held.Day) {
        return "DATE";
      }
      if (held instanceof Held.Sketch) {
        return "VARCHAR";
      }
      if (!(held instanceof Held.Plain)) {
        return "TIMESTAMP";
      }
      return switch (stored) {
        case CHAR, VARCHAR -> "VARCHAR";
        case BOOLEAN -> "BOOLEAN";
        case DOUBLE, FLOAT, REAL -> "DOUBLE";
        case INTEGER, BIGINT, DECIMAL -> "BIGINT";
        default -> throw new IllegalStateException(stored.toString());
      };
    }

    /** What Druid's value means. */
    @Nullable Object read(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      if (held instanceof Held.Scaled scaled) {
        return BigDecimal.valueOf(((Number) value).longValue(), scaled.scale());
      }
      if (held instanceof Held.Sketch) {
        return value.toString().replace("\"", "");
      }
      if (held instanceof Held.Millis) {
        long millis = ((Number) value).longValue();
        return LocalDateTime.ofEpochSecond(
            Math.floorDiv(millis, 1000L),
            (int) Math.floorMod(millis, 1000L) * 1_000_000,
            ZoneOffset.UTC);
      }
      if (held instanceof Held.Day) {
        return ((LocalDateTime) value).toLocalDate();
      }
      if (held instanceof Held.Shown shown) {
        return ((LocalDateTime) value)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(ZoneId.of(shown.zone()))
            .toLocalDateTime();
      }
      if (value instanceof Number number && !type().equals("BIGINT")) {
        return number.doubleValue();
      }
      return value instanceof Number number ? (Object) number.longValue() : value;
    }
  }

  Scratch.Table table(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> read = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> values = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        values.add(columns.get(i).read(row.get(i)));
      }
      read.add(Collections.unmodifiableList(values));
    }
    return new Scratch.Table(
        name, columns.stream().map(c -> new Scratch.Column(c.name(), c.type())).toList(), read);
  }
}
