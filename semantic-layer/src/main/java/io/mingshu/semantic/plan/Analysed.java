package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.time.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An analysis, and the same of the period that it is compared with.
 *
 * @param periods of both
 */
record Analysed(BehaviourQuery query, ComparedPeriods periods, Part asked, Optional<Part> base) {

  List<Column> columns() {
    List<Column> columns = asked.analysis().columns();
    return base.isPresent() ? beside(columns).columns() : columns;
  }

  /** After all rows have been read. */
  List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = asked.analysis().rows();
    if (base.isEmpty()) {
      return rows;
    }
    List<List<@Nullable Object>> before = base.get().analysis().rows();
    asked.scene().notes().ofBase(base.get().scene().notes());
    return beside(asked.analysis().columns()).rows(rows, before);
  }

  /** After all rows have been read. */
  boolean estimates() {
    return asked.analysis().estimates()
        || base.filter(one -> one.analysis().estimates()).isPresent();
  }

  /** What reads which leaves. */
  String explained(List<PreparedPlan> leaves) {
    String over = query.getClass().getSimpleName().replace("Query", "Fold");
    return leaves.stream()
        .map(PreparedPlan::plan)
        .map(leaf -> "  " + leaf.replace("\n", "\n  "))
        .distinct()
        .collect(Collectors.joining("\n", over + "(" + days(periods.asked()) + ")\n", ""));
  }

  private static String days(TimeRange range) {
    return range.from() + "/" + range.until();
  }

  private ComparedRows beside(List<Column> columns) {
    return new ComparedRows(query, columns, periods.buckets());
  }

  /**
   * One of both.
   *
   * @param router decides what its figures are read from
   */
  record Part(BehaviourScene scene, BehaviourAnalysis analysis, RollupRouter router) {}
}
