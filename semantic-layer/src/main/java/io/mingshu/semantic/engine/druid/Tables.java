package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Backend.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of tables under the names that they have in the catalog; read once. */
final class Tables {
  private final Map<String, String> timeColumns;
  private final Function<String, List<List<@Nullable Object>>> columnsOf;
  private final Map<String, Map<String, DruidColumn>> layouts = new ConcurrentHashMap<>();

  /**
   * @param timeColumns what a table's {@code __time} is called in the catalog
   * @param columnsOf name and SQL type of the columns of a table, in order
   */
  Tables(
      Map<String, String> timeColumns, Function<String, List<List<@Nullable Object>>> columnsOf) {
    this.timeColumns = Map.copyOf(timeColumns);
    this.columnsOf = columnsOf;
  }

  /** Empty where there is no such table, which is not remembered. */
  Map<String, DruidColumn> layout(String table) {
    Map<String, DruidColumn> known = layouts.get(table);
    if (known != null) {
      return known;
    }
    Map<String, DruidColumn> read = read(table);
    if (!read.isEmpty()) {
      layouts.put(table, read);
    }
    return read;
  }

  /** Druid says that they are not as we believe. */
  void forget(Set<String> tables) {
    layouts.keySet().removeAll(tables);
  }

  private Map<String, DruidColumn> read(String table) {
    String time = timeColumns.getOrDefault(table, DruidColumn.TIME);
    Map<String, DruidColumn> layout = new LinkedHashMap<>();
    for (List<@Nullable Object> row : columnsOf.apply(table)) {
      String stored = String.valueOf(row.get(0));
      if (stored.equals(DruidColumn.TIME)) {
        layout.put(time, new DruidColumn(DruidColumn.TIME, ColumnType.INSTANT, 0));
      } else {
        column(stored, String.valueOf(row.get(1)))
            .ifPresent(column -> layout.put(column.name(), column));
      }
    }
    // Where days are the rows' time, they stand in __time at midnight of UTC.
    DruidColumn own = layout.get(time);
    if (own != null && own.type() == ColumnType.DATE) {
      layout.put(time, new DruidColumn(DruidColumn.TIME, ColumnType.DATE, 0));
    }
    return Collections.unmodifiableMap(layout);
  }

  private static Optional<DruidColumn> column(String stored, String sqlType) {
    Optional<DruidColumn> told = DruidColumn.ofStored(stored);
    if (told.isPresent()) {
      return told;
    }
    return type(sqlType).map(type -> new DruidColumn(stored, type, 0));
  }

  /** Sketches and other such things cannot be asked about. */
  private static Optional<ColumnType> type(String sqlType) {
    return switch (sqlType) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> Optional.of(ColumnType.INTEGER);
      case "FLOAT", "REAL", "DOUBLE", "DECIMAL" -> Optional.of(ColumnType.DOUBLE);
      case "BOOLEAN" -> Optional.of(ColumnType.BOOLEAN);
      case "TIMESTAMP" -> Optional.of(ColumnType.INSTANT);
      case "CHAR", "VARCHAR" -> Optional.of(ColumnType.STRING);
      default -> Optional.empty();
    };
  }
}
