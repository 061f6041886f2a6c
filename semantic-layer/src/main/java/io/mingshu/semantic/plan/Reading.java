package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.MetricDefinition.Function;
import java.util.List;
import java.util.Optional;

/**
 * Leaves of the same rows as they are read from a table.
 *
 * @param table as the plan's builder knows it: a fact, or a rollup of it
 * @param figures one for each leaf, in order
 */
record Reading(String table, List<Figure> figures) {
  Reading {
    figures = List.copyOf(figures);
  }

  /**
   * An aggregate over the table.
   *
   * @param estimated whether a distinct count is estimated
   */
  record Figure(
      Function function, Optional<String> expression, Optional<String> where, boolean estimated) {}

  List<Optional<String>> wheres() {
    return figures.stream().map(Figure::where).distinct().toList();
  }
}
