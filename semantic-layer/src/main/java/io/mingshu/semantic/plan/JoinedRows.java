package io.mingshu.semantic.plan;

import com.google.common.collect.ImmutableList;
import io.mingshu.semantic.plan.BehaviourTimes.Stretch;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Aggregates over rows that are placed by when their owners joined. Each row knows that, so that
 * nothing is joined.
 */
final class JoinedRows {
  private static final String VALUE = "value";

  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Filters filters;
  private final Placement placement;
  private final BehaviourTimes times;
  private final RollupRouter router;

  JoinedRows(
      RelBuilder builder,
      Rows rows,
      Filters filters,
      Placement placement,
      BehaviourTimes times,
      RollupRouter router) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = rows;
    this.filters = filters;
    this.placement = placement;
    this.times = times;
    this.router = router;
  }

  Part part(Scope scope, Leaf.OfJoined leaf, String column, boolean grouping) {
    Leaf.Rows source = leaf.rows();
    push(scope, leaf);
    List<RexNode> fields = new ArrayList<>(rows.keys(scope, source.fact(), source.time()));
    fields.add(source.expression().map(rows::scalar).orElseGet(rex::zero));
    List<String> names = new ArrayList<>(scope.keys());
    names.add(VALUE);
    builder.project(fields, names, true);
    RexNode value = builder.field(VALUE);
    builder.aggregate(
        builder.groupKey(scope.keys().toArray(String[]::new)),
        switch (source.function()) {
          case COUNT -> builder.countStar(column);
          case COUNT_DISTINCT -> builder.count(true, column, value);
          case SUM -> builder.sum(value).as(column);
          default -> throw new IllegalArgumentException(source.function().toString());
        });
    scope
        .timeline()
        .filter(timeline -> timeline.kind() == Timeline.Kind.MAPPED)
        .ifPresent(
            timeline -> {
              builder.push(placement.placed(builder.build(), timeline, false));
              List<String> kept = new ArrayList<>(scope.keys());
              kept.add(column);
              builder.project(builder.fields(kept), kept, true);
            });
    return new Part(builder.build(), scope.keys(), Map.of(leaf, column), grouping);
  }

  private void push(Scope scope, Leaf.OfJoined leaf) {
    Leaf.Rows source = leaf.rows();
    router.rows(source.fact());
    builder.scan(source.fact());
    Stretch joined = times.told(scope.range(), leaf.span());
    List<RexNode> conditions =
        new ArrayList<>(rows.conditions(scope, source.fact(), source.time()));
    conditions.add(rows.within(source.time(), joined.from(), joined.until()));
    source.where().map(rows::scalar).ifPresent(conditions::add);
    conditions.addAll(filters.conditions(scope, source.fact(), source.time()));
    leaf.happened().ifPresent(happened -> conditions.addAll(since(joined, happened, leaf)));
    if (!source.equals(leaf.members()) && router.hidesRows(leaf.members().fact())) {
      conditions.add(isMember(joined, leaf));
    }
    builder.filter(conditions);
  }

  /** That something happened in the units of the span, counted from the unit of joining. */
  private List<RexNode> since(Stretch joined, String happened, Leaf.OfJoined leaf) {
    Leaf.Span span = leaf.span();
    Stretch when = times.happening(joined, span);
    TimeRange both = new TimeRange(joined.from(), when.until(), true);
    RexNode units =
        builder.call(
            SemanticOperators.UNITS_BETWEEN,
            rows.localTime(leaf.rows().time(), both),
            rows.localTime(happened, both),
            builder.literal(span.unit().name()),
            builder.literal(rows.weekShift()));
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(rows.within(happened, when.from(), when.until()));
    RexNode first = builder.literal(span.first());
    if (span.first() == span.last()) {
      conditions.add(builder.equals(units, first));
    } else {
      RexNode last = builder.literal(span.last());
      conditions.add(builder.call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, units, first));
      conditions.add(builder.call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, units, last));
    }
    return conditions;
  }

  /** Who must not be seen, or does not count, among those who joined, is not counted later. */
  private RexNode isMember(Stretch joined, Leaf.OfJoined leaf) {
    Leaf.Rows members = leaf.members();
    RexNode owner = rows.scalar(leaf.owner());
    builder.scan(members.fact());
    builder.filter(rows.within(members.time(), joined.from(), joined.until()));
    builder.project(List.of(rows.scalar(members.expression().orElseThrow())), List.of(VALUE), true);
    builder.aggregate(builder.groupKey(VALUE));
    RelNode all = builder.build();
    return RexSubQuery.in(all, ImmutableList.of(owner));
  }
}
