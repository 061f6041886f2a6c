package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.BehaviourDefinition.RetentionFigure;
import io.mingshu.semantic.catalog.Draft.Kind;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Cumulative;
import io.mingshu.semantic.catalog.MetricDefinition.Derived;
import io.mingshu.semantic.catalog.MetricDefinition.EntityCount;
import io.mingshu.semantic.catalog.MetricDefinition.FirstTime;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.catalog.MetricDefinition.Ratio;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Whether the unit of a metric fits what it is made of. */
final class UnitChecks {
  private static final Set<Unit> COUNTED = Set.of(Unit.COUNT, Unit.PEOPLE, Unit.NUMBER);

  private final Draft draft;
  private final Map<String, Metric> metrics;

  UnitChecks(Draft draft, Map<String, Metric> metrics) {
    this.draft = draft;
    this.metrics = metrics;
  }

  void check(Metric metric) {
    MetricDefinition definition = metric.definition();
    if (definition instanceof Aggregate aggregate) {
      checkAggregate(metric, aggregate);
    } else if (definition instanceof Ratio ratio) {
      checkRatio(metric, ratio);
    } else if (definition instanceof Derived derived) {
      sum(metric, Expression.parse(derived.formula()).node());
    } else if (definition instanceof EntityCount) {
      requireCounted(metric, "a number of entities");
    } else if (definition instanceof FirstTime first) {
      requireSame(metric, first.metric());
    } else if (definition instanceof Cumulative cumulative) {
      requireSame(metric, cumulative.metric());
    } else if (definition instanceof PeriodMean mean) {
      requireSame(metric, mean.metric());
    } else if (definition instanceof BehaviourDefinition behaviour) {
      checkBehaviour(metric, behaviour);
    }
  }

  private void checkBehaviour(Metric metric, BehaviourDefinition behaviour) {
    if (behaviour instanceof LifetimeValue value && value.figure() == LifetimeFigure.MEAN) {
      requireSame(metric, value.value());
    } else if (behaviour instanceof Retention retention
        && retention.figure() == RetentionFigure.RATE) {
      if (metric.unit() != Unit.PERCENT) {
        incompatible(metric, "a rate of retention is percent, not " + name(metric.unit()));
      }
    } else {
      requireCounted(metric, "a number of those who come back or not");
    }
  }

  /** Whether a formula only adds, subtracts and scales by constants. */
  static boolean isLinear(SqlNode node) {
    if (node instanceof SqlCall call) {
      return switch (call.getKind()) {
        case PLUS, MINUS, MINUS_PREFIX ->
            call.getOperandList().stream().allMatch(UnitChecks::isLinear);
        case TIMES ->
            isLinear(call.operand(0))
                && isLinear(call.operand(1))
                && (isConstant(call.operand(0)) || isConstant(call.operand(1)));
        case DIVIDE -> isLinear(call.operand(0)) && isConstant(call.operand(1));
        default -> false;
      };
    }
    return true;
  }

  private static boolean isConstant(SqlNode node) {
    return !(node instanceof SqlIdentifier)
        && (!(node instanceof SqlCall call)
            || call.getOperandList().stream().allMatch(UnitChecks::isConstant));
  }

  private void checkAggregate(Metric metric, Aggregate aggregate) {
    if (metric.unit() == Unit.PERCENT) {
      incompatible(
          metric,
          "a percentage is a ratio of two metrics, never a "
              + (aggregate.function() == Function.AVG ? "mean" : "sum")
              + " over rows");
    } else if (aggregate.function() == Function.COUNT
        || aggregate.function() == Function.COUNT_DISTINCT) {
      requireCounted(metric, "a count");
    }
  }

  private void checkRatio(Metric metric, Ratio ratio) {
    Optional<Unit> over = unit(ratio.numerator());
    Optional<Unit> under = unit(ratio.denominator());
    if (over.isEmpty() || under.isEmpty()) {
      return;
    }
    boolean alike =
        over.get() == under.get()
            || (COUNTED.contains(over.get()) && COUNTED.contains(under.get()));
    if (metric.unit() == Unit.PERCENT && !alike) {
      incompatible(
          metric,
          "a percentage needs like units, not " + name(over.get()) + " over " + name(under.get()));
    } else if (metric.unit() == Unit.CURRENCY
        && (over.get() != Unit.CURRENCY || under.get() == Unit.CURRENCY)) {
      incompatible(metric, "an amount is currency over a count");
    } else if (metric.unit() == Unit.COUNT || metric.unit() == Unit.PEOPLE) {
      incompatible(metric, "a ratio is percent, number or currency");
    }
  }

  /** The unit of a formula where it has a plain one; reports sums of unlike units and of rates. */
  private Optional<Unit> sum(Metric metric, SqlNode node) {
    if (node instanceof SqlIdentifier identifier) {
      return unit(identifier.getSimple());
    }
    if (!(node instanceof SqlCall call)) {
      return Optional.empty();
    }
    Optional<Unit> left = Optional.empty();
    Optional<Unit> right = Optional.empty();
    for (int i = 0; i < call.operandCount(); i++) {
      SqlNode operand = call.getOperandList().get(i);
      Optional<Unit> unit = operand == null ? Optional.empty() : sum(metric, operand);
      if (i == 0) {
        left = unit;
      } else {
        right = unit;
      }
    }
    if (call.getKind() != SqlKind.PLUS && call.getKind() != SqlKind.MINUS) {
      return call.getKind() == SqlKind.MINUS_PREFIX ? left : Optional.empty();
    }
    if (left.isPresent() && right.isPresent()) {
      boolean alike =
          left.equals(right) || (COUNTED.contains(left.get()) && COUNTED.contains(right.get()));
      if (!alike) {
        incompatible(
            metric, "'" + call + "' mixes " + name(left.get()) + " and " + name(right.get()));
      } else if (left.get() == Unit.PERCENT && call.getKind() == SqlKind.PLUS) {
        incompatible(metric, "percentages cannot be added up");
      }
    }
    return left.isPresent() ? left : right;
  }

  private void requireCounted(Metric metric, String what) {
    if (!COUNTED.contains(metric.unit())) {
      incompatible(
          metric, what + " has the unit count, people or number, not " + name(metric.unit()));
    }
  }

  private void requireSame(Metric metric, String part) {
    Optional<Unit> unit = unit(part);
    boolean alike =
        unit.isEmpty()
            || unit.get() == metric.unit()
            || (COUNTED.contains(unit.get()) && COUNTED.contains(metric.unit()));
    if (!alike) {
      incompatible(
          metric,
          "its unit is "
              + name(metric.unit())
              + " but that of '"
              + part
              + "' is "
              + name(unit.get()));
    }
  }

  private Optional<Unit> unit(String name) {
    return Optional.ofNullable(metrics.get(name)).map(Metric::unit);
  }

  private static String name(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  private void incompatible(Metric metric, String why) {
    draft.problems.add(
        ProblemCode.INCOMPATIBLE_UNIT,
        draft.at(Kind.METRIC, metric.name()),
        "the metric '" + metric.name() + "': " + why);
  }
}
