package io.mingshu.druid.load;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.Comparator;
import java.util.List;

/**
 * In which order a table's columns make a row's place among those of the same time: first those of
 * few values, which questions filter by and which compress well together; then other words, what
 * identifies things, numbers.
 */
final class DimensionOrder {
  private static final int WORDS = 1_000_000;
  private static final int ENTITIES = 2_000_000;
  private static final int NUMBERS = 3_000_000;

  private final Catalog catalog;

  DimensionOrder(Catalog catalog) {
    this.catalog = catalog;
  }

  List<DruidColumn> of(TableLayout table) {
    List<String> facts =
        catalog.facts().stream()
            .filter(fact -> fact.table().equals(table.datasource()))
            .map(Fact::name)
            .toList();
    return table.columns().stream()
        .sorted(Comparator.comparingInt(column -> rank(column, facts)))
        .toList();
  }

  private int rank(DruidColumn column, List<String> facts) {
    if (column.type() == ColumnType.BOOLEAN) {
      return 2;
    }
    if (column.type() != ColumnType.STRING && column.type() != ColumnType.DATE) {
      return NUMBERS;
    }
    for (Dimension dimension : catalog.dimensions()) {
      if (dimension.source() instanceof Dimension.Columns columns
          && facts.stream().anyMatch(f -> column.name().equals(columns.expressions().get(f)))) {
        if (dimension.entity()) {
          return ENTITIES;
        }
        return dimension.values().isEmpty() ? WORDS : dimension.values().size();
      }
    }
    return WORDS;
  }
}
