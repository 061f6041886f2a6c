package io.mingshu.druid.load;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rollup and how Druid is to hold it. Its {@code __time} is the start of the business day.
 *
 * @param datasource named as the rollup
 * @param table whose rows it adds up
 * @param time whose days they are
 * @param zone of the days
 * @param keeps the dimensions, in the order by which rows of one day are sorted
 */
record RollupLayout(
    String datasource,
    TableLayout table,
    DruidColumn time,
    ZoneId zone,
    List<DruidColumn> keeps,
    List<DruidColumn> sums,
    List<DruidColumn> distinct) {

  /** Up to so many distinct values a sketch is exact; beyond, 95 of 100 are within 1.6%. */
  static final int SKETCH_SIZE = 16_384;

  private static final Set<ColumnType> TIMES = Set.of(ColumnType.INSTANT, ColumnType.DATE);
  private static final Set<ColumnType> SUMMED =
      Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.DOUBLE);

  RollupLayout {
    keeps = List.copyOf(keeps);
    sums = List.copyOf(sums);
    distinct = List.copyOf(distinct);
  }

  /**
   * The rollups of a catalog over the tables of its data.
   *
   * @throws MingshuException with {@code CATALOG_INVALID} where one does not fit the tables
   */
  static List<RollupLayout> of(Catalog catalog, List<TableLayout> tables) {
    List<RollupLayout> layouts = new ArrayList<>();
    for (Rollup rollup : catalog.rollups()) {
      if (tables.stream().anyMatch(table -> table.datasource().equals(rollup.name()))) {
        throw misfit(rollup, "已有同名的表", "a table has its name");
      }
      String name = catalog.fact(rollup.fact()).map(Fact::table).orElse("");
      TableLayout table =
          tables.stream()
              .filter(t -> t.datasource().equals(name))
              .findFirst()
              .orElseThrow(() -> misfit(rollup, "没有表 " + name, "there is no table " + name));
      layouts.add(
          new RollupLayout(
              rollup.name(),
              table,
              column(rollup, table, rollup.time(), TIMES),
              catalog.zone(),
              columns(rollup, table, rollup.keeps(), Set.of(ColumnType.values())),
              columns(rollup, table, rollup.sums(), SUMMED),
              columns(rollup, table, rollup.distinct(), Set.of(ColumnType.values()))));
    }
    return List.copyOf(layouts);
  }

  /** Whether its days are those of {@code __time} in the table. */
  boolean isByOwnTime() {
    return table.time().filter(time::equals).isPresent();
  }

  /** What its rows depend on besides those of its table. */
  String definition() {
    return "days of "
        + time.name()
        + " in "
        + zone.getId()
        + ", keeps "
        + names(keeps)
        + ", sums "
        + names(sums)
        + ", distinct "
        + names(distinct)
        + " by "
        + SKETCH_SIZE;
  }

  private static List<String> names(List<DruidColumn> columns) {
    return columns.stream().map(DruidColumn::name).toList();
  }

  private static List<DruidColumn> columns(
      Rollup rollup, TableLayout table, List<String> names, Set<ColumnType> fitting) {
    return names.stream()
        .map(
            name -> {
              if (table.time().filter(own -> own.name().equals(name)).isPresent()) {
                throw misfit(
                    rollup, name + " 是表自身的时间", name + " is the table's own time, not a value");
              }
              return column(rollup, table, name, fitting);
            })
        .toList();
  }

  private static DruidColumn column(
      Rollup rollup, TableLayout table, String name, Set<ColumnType> fitting) {
    DruidColumn column =
        table
            .column(name)
            .orElseThrow(
                () ->
                    misfit(
                        rollup,
                        "表 " + table.datasource() + " 没有列 " + name,
                        "the table " + table.datasource() + " has no column " + name));
    if (!fitting.contains(column.type())) {
      throw misfit(
          rollup,
          name + " 的类型 " + column.type() + " 不合用",
          name + " is of type " + column.type() + ", which does not do");
    }
    return column;
  }

  private static MingshuException misfit(Rollup rollup, String zh, String en) {
    return new MingshuException(
        ErrorCode.CATALOG_INVALID,
        new Text("汇总表 " + rollup.name() + "：" + zh, "The rollup " + rollup.name() + ": " + en));
  }
}
