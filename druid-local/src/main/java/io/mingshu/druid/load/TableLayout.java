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

/**
 * A table of a data set and how Druid is to hold it.
 *
 * @param datasource named as the table
 * @param time the column that becomes {@code __time}; absent: the rows have no time
 * @param columns the others, in order
 */
record TableLayout(String datasource, Optional<String> time, List<DruidColumn> columns) {

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
      layouts.add(
          new TableLayout(
              wide.map(WideTable::name).orElse(table.name()),
              table.time(),
              columns.stream()
                  .filter(column -> !table.time().equals(Optional.of(column.name())))
                  .map(TableLayout::stored)
                  .toList()));
    }
    return List.copyOf(layouts);
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
