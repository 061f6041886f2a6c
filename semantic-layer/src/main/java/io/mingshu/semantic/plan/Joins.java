package io.mingshu.semantic.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Joins relations of one row per group. Every fact is aggregated before it comes here, so that
 * nothing is counted twice; keys are never null, so that plain equality joins them.
 */
final class Joins {
  private final RelBuilder builder;

  Joins(RelBuilder builder) {
    this.builder = builder;
  }

  /** The groups of the grouping parts, filled in by the others. */
  RelNode join(List<Part> parts, List<String> keys) {
    List<Part> ordered = new ArrayList<>();
    parts.stream().filter(Part::grouping).forEach(ordered::add);
    parts.stream().filter(part -> !part.grouping()).forEach(ordered::add);
    RelNode joined = ordered.get(0).relation();
    for (Part part : ordered.subList(1, ordered.size())) {
      joined =
          join(
              joined, part.relation(), keys, part.grouping() ? JoinRelType.FULL : JoinRelType.LEFT);
    }
    return joined;
  }

  /** The groups of the left side, filled in. */
  RelNode fillIn(RelNode groups, List<Part> parts) {
    RelNode joined = groups;
    for (Part part : parts) {
      joined = join(joined, part.relation(), part.keys(), JoinRelType.LEFT);
    }
    return joined;
  }

  /** All columns of both sides, the keys once. Without keys both sides are of one row. */
  RelNode join(RelNode left, RelNode right, List<String> keys, JoinRelType type) {
    builder.push(left).push(right);
    JoinRelType used = keys.isEmpty() ? JoinRelType.INNER : type;
    List<RexNode> equal =
        keys.stream()
            .map(key -> builder.equals(builder.field(2, 0, key), builder.field(2, 1, key)))
            .toList();
    builder.join(used, equal);
    int leftWidth = left.getRowType().getFieldCount();
    List<String> rightNames = right.getRowType().getFieldNames();
    Set<String> names = new LinkedHashSet<>(left.getRowType().getFieldNames());
    List<RexNode> columns = new ArrayList<>();
    for (String name : left.getRowType().getFieldNames()) {
      RexNode column = builder.field(left.getRowType().getFieldNames().indexOf(name));
      if (used == JoinRelType.FULL && keys.contains(name)) {
        RexNode other = builder.field(leftWidth + rightNames.indexOf(name));
        column = builder.call(SqlStdOperatorTable.COALESCE, column, other);
      }
      columns.add(column);
    }
    for (int i = 0; i < rightNames.size(); i++) {
      if (names.add(rightNames.get(i))) {
        columns.add(builder.field(leftWidth + i));
      }
    }
    builder.project(columns, names, true);
    return builder.build();
  }
}
