package io.mingshu.semantic.plan;

import com.google.common.collect.ImmutableList;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/** Which rows of a fact a filter lets through. */
final class Filters {
  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Leaves leaves;

  Filters(RelBuilder builder, Rows rows, Leaves leaves) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = rows;
    this.leaves = leaves;
  }

  List<RexNode> conditions(Scope scope, String fact, String time) {
    return Filter.conjuncts(scope.filter()).stream()
        .map(part -> condition(part, scope, fact, time))
        .toList();
  }

  private RexNode condition(Filter filter, Scope scope, String fact, String time) {
    if (filter instanceof Filter.In in) {
      if (rows.dimension(in.dimension()).source() instanceof Dimension.Membership membership) {
        return rows.memberships().matches(in, rows.owner(membership, fact));
      }
      return in(in, rows.dimension(in.dimension(), fact, time, scope.range()));
    }
    if (filter instanceof Filter.Range range) {
      return range(range, rows.dimension(range.dimension(), fact, time, scope.range()));
    }
    if (filter instanceof Filter.IsNull isNull) {
      RexNode value = rows.dimension(isNull.dimension(), fact, time, scope.range());
      return isNull.negated() ? rows.hasValue(value) : rows.hasNone(value);
    }
    if (filter instanceof Filter.EntityHas has) {
      RexNode entity = rows.dimension(has.entity(), fact, time, scope.range());
      return chosen(has, entity, scope);
    }
    if (filter instanceof Filter.Top top) {
      RexNode member = rows.dimension(top.dimension(), fact, time, scope.range());
      return RexSubQuery.in(members(top, scope), ImmutableList.of(member));
    }
    if (filter instanceof Filter.Or or) {
      return builder.or(
          or.parts().stream().map(part -> condition(part, scope, fact, time)).toList());
    }
    Filter.And and = (Filter.And) filter;
    return builder.and(
        and.parts().stream().map(part -> condition(part, scope, fact, time)).toList());
  }

  private RexNode in(Filter.In in, RexNode value) {
    Dimension.ValueType type = valueType(rows.dimension(in.dimension()));
    RexNode compared =
        type == Dimension.ValueType.STRING && !Rows.isText(value) ? rex.asText(value) : value;
    List<RexNode> values = in.values().stream().map(text -> literal(text, type)).toList();
    RexNode isIn =
        values.size() == 1 ? builder.equals(compared, values.get(0)) : builder.in(compared, values);
    return in.negated() ? builder.or(builder.isNull(value), builder.not(isIn)) : isIn;
  }

  /** What a dimension's values are compared as. */
  static Dimension.ValueType valueType(Dimension dimension) {
    if (dimension.source() instanceof Dimension.Columns columns) {
      return columns.type();
    }
    if (dimension.source() instanceof Dimension.Membership membership) {
      return membership.type();
    }
    Dimension.TimePart part = (Dimension.TimePart) dimension.source();
    return part.part() == Dimension.Part.WEEKEND
        ? Dimension.ValueType.BOOLEAN
        : Dimension.ValueType.NUMBER;
  }

  private RexNode literal(String text, Dimension.ValueType type) {
    return switch (type) {
      case STRING -> builder.literal(text);
      case NUMBER -> rex.number(new BigDecimal(text));
      case BOOLEAN -> builder.literal(Boolean.valueOf(text));
    };
  }

  private RexNode range(Filter.Range range, RexNode value) {
    List<RexNode> bounds = new ArrayList<>();
    range.lower().ifPresent(b -> bounds.add(bound(value, b, true)));
    range.upper().ifPresent(b -> bounds.add(bound(value, b, false)));
    return rex.allOf(bounds);
  }

  private RexNode bound(RexNode value, Filter.Bound bound, boolean lower) {
    SqlOperator operator;
    if (lower) {
      operator =
          bound.inclusive()
              ? SqlStdOperatorTable.GREATER_THAN_OR_EQUAL
              : SqlStdOperatorTable.GREATER_THAN;
    } else {
      operator =
          bound.inclusive()
              ? SqlStdOperatorTable.LESS_THAN_OR_EQUAL
              : SqlStdOperatorTable.LESS_THAN;
    }
    return builder.call(operator, value, rex.number(bound.value()));
  }

  /**
   * Whether the conditions hold for the row's entity. Where they hold for an entity without any
   * rows ("fewer than two orders"), those for which they do not hold are taken away instead.
   */
  private RexNode chosen(Filter.EntityHas has, RexNode entity, Scope scope) {
    boolean holdForNothing =
        has.conditions().stream()
            .allMatch(c -> c.holdsFor(leaves.formula(c.metric()).withoutRows()));
    if (!holdForNothing) {
      return RexSubQuery.in(entities(has, scope, true), ImmutableList.of(entity));
    }
    return builder.and(
        rows.hasValue(entity),
        builder.not(RexSubQuery.in(entities(has, scope, false), ImmutableList.of(entity))));
  }

  /** The entities with rows for which the conditions hold, or do not hold. */
  private RelNode entities(Filter.EntityHas has, Scope scope, boolean hold) {
    Scope each =
        new Scope(
            scope.asked(),
            scope.asked(),
            Conjunction.choosingEntities(scope.filter()),
            List.of(has.entity()),
            Optional.empty());
    Map<String, Formula> formulas = new LinkedHashMap<>();
    has.conditions().forEach(c -> formulas.put(c.metric(), leaves.formula(c.metric())));
    builder.push(leaves.values(each, formulas));
    RexNode all =
        rex.allOf(
            has.conditions().stream()
                .map(
                    c -> compare(c, builder.field(c.metric()), rex.number(c.value().orElseThrow())))
                .toList());
    builder.filter(hold ? all : builder.call(SqlStdOperatorTable.IS_NOT_TRUE, all));
    builder.project(List.of(builder.field(has.entity())), List.of(has.entity()), true);
    return builder.build();
  }

  /** The members that rank first. */
  private RelNode members(Filter.Top top, Scope scope) {
    Scope each =
        new Scope(
            scope.asked(),
            scope.asked(),
            Conjunction.rankingMembers(scope.filter()),
            List.of(top.dimension()),
            Optional.empty());
    Formula formula = leaves.formula(top.metric());
    builder.push(leaves.values(each, Map.of(top.metric(), formula)));
    RexNode metric = builder.field(top.metric());
    builder.sortLimit(
        0,
        top.count(),
        builder.nullsLast(top.descending() ? builder.desc(metric) : metric),
        builder.field(top.dimension()));
    builder.project(List.of(builder.field(top.dimension())), List.of(top.dimension()), true);
    return builder.build();
  }

  RexNode compare(MetricCondition condition, RexNode left, RexNode right) {
    return builder.call(operator(condition.operator()), left, right);
  }

  static SqlOperator operator(MetricCondition.Operator operator) {
    return switch (operator) {
      case GREATER -> SqlStdOperatorTable.GREATER_THAN;
      case AT_LEAST -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
      case LESS -> SqlStdOperatorTable.LESS_THAN;
      case AT_MOST -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
      case EQUAL -> SqlStdOperatorTable.EQUALS;
    };
  }
}
