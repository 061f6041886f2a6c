package io.mingshu.semantic.plan.druid;

import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * Which first-N can be left to Druid, so that not all groups have to travel: those by sums, counts
 * and keys. What may be null (Druid has its own place for nulls) or is a quotient is ordered here.
 */
final class Ranked {
  private Ranked() {}

  static boolean sureToOrderAlike(Sort sort) {
    return sort.fetch != null
        && isOverAggregation(sort.getInput())
        && sort.getCollation().getFieldCollations().stream()
            .map(RelFieldCollation::getFieldIndex)
            .allMatch(field -> isSure(field, sort.getInput()))
        && copiesOnly(sort.getInput());
  }

  private static boolean isOverAggregation(RelNode node) {
    return node instanceof Aggregate
        || ((node instanceof Project || node instanceof Filter)
            && isOverAggregation(node.getInput(0)));
  }

  /** Whether each projection after the aggregation only passes on, or puts 0 for null. */
  private static boolean copiesOnly(RelNode node) {
    if (node instanceof Project project) {
      return project.getProjects().stream().allMatch(Ranked::passesOn)
          && copiesOnly(project.getInput());
    }
    return node instanceof Aggregate || (node instanceof Filter && copiesOnly(node.getInput(0)));
  }

  private static boolean passesOn(RexNode node) {
    return node instanceof RexInputRef || zeroForNull(node) != null;
  }

  private static @Nullable RexInputRef zeroForNull(RexNode node) {
    return node instanceof RexCall call
            && call.getKind() == SqlKind.COALESCE
            && call.getOperands().get(0) instanceof RexInputRef ref
            && call.getOperands().get(1) instanceof RexLiteral
        ? ref
        : null;
  }

  /** Whether a field is never null: a key, a count, or one with 0 for null. */
  private static boolean isSure(int field, RelNode node) {
    if (node instanceof Filter filter) {
      return isSure(field, filter.getInput());
    }
    if (node instanceof Project project) {
      RexNode value = project.getProjects().get(field);
      return zeroForNull(value) != null
          || (value instanceof RexInputRef ref && isSure(ref.getIndex(), project.getInput()));
    }
    Aggregate aggregate = (Aggregate) node;
    int keys = aggregate.getGroupCount();
    return field < keys
        || aggregate.getAggCallList().get(field - keys).getAggregation().getKind() == SqlKind.COUNT;
  }
}
