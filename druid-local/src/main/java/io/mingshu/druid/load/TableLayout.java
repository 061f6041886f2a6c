package io.mingshu.druid.load;

import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.seeds.dataset.Manifest.WideTable;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of a data set and how Druid is to hold it.
 *
 * @param datasource named as the table
 * @param time the column that becomes {@code __time}; absent: the rows have no time
 * @param columns the others, in order; the time too where it is a day without a zone, so that
 *     readers know that {@code __time} is its midnight in UTC
 */
record TableLayout(String datasource, Optional<DruidColumn> time, List<DruidColumn> columns) {

  TableLayout {
    columns = List.copyOf(columns);
  }

  /**
   * All tables that go to Druid: the wide ones, and the narrow ones that none of them widens. A
   * fact's narrow table has nothing that its wide one has not.
   */
  static List<TableLayout> of(Manifest manifest) {
    List<TableLayout> layouts = new ArrayList<>();
    for (Table table : manifest.tables()) {
      Optional<WideTable> wide =
          manifest.wideTables().stream().filter(w -> w.fact().equals(table.name())).findFirst();
      List<TableColumn> columns = new ArrayList<>(table.columns());
      wide.ifPresent(
          w ->
              manifest.tables().stream()
                  .filter(t -> t.name().equals(w.dimension()))
                  .flatMap(t -> t.columns().stream())
                  .filter(column -> !column.name().equals(w.key()))
                  .forEach(columns::add));
      List<DruidColumn> stored = columns.stream().map(TableLayout::stored).toList();
      Optional<DruidColumn> time =
          table.time().flatMap(name -> stored.stream().filter(named(name)).findFirst());
      layouts.add(
          new TableLayout(
              wide.map(WideTable::name).orElse(table.name()),
              time,
              stored.stream()
                  .filter(column -> column.type() == ColumnType.DATE || !isTime(column, time))
                  .toList()));
    }
    return List.copyOf(layouts);
  }

  private static boolean isTime(DruidColumn column, Optional<DruidColumn> time) {
    return time.filter(column::equals).isPresent();
  }

  private static Predicate<DruidColumn> named(String name) {
    return column -> column.name().equals(name);
  }

  /** A column by its name in the data set; its time included. */
  Optional<DruidColumn> column(String name) {
    return Stream.concat(time.stream(), columns.stream()).filter(named(name)).findFirst();
  }

  private static DruidColumn stored(TableColumn column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    int scale = 0;
    if (type.startsWith("DECIMAL(")) {
      scale = Integer.parseInt(type.substring(type.indexOf(',') + 1, type.indexOf(')')).strip());
      type = "DECIMAL";
    }
    return new DruidColumn(
        column.name(),
        switch (type) {
          case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> ColumnType.INTEGER;
          case "DECIMAL" -> ColumnType.DECIMAL;
          case "FLOAT", "DOUBLE" -> ColumnType.DOUBLE;
          case "BOOLEAN" -> ColumnType.BOOLEAN;
          case "TIMESTAMP" -> ColumnType.INSTANT;
          case "DATE" -> ColumnType.DATE;
          default -> ColumnType.STRING;
        },
        scale);
  }

  /** Columns whose sums show whether all arrived. */
  List<DruidColumn> summable() {
    return columns.stream()
        .filter(c -> c.type() == ColumnType.DECIMAL || c.type() == ColumnType.INTEGER)
        .toList();
  }
}
