package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Expression;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.plan.Formula.Operation;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Takes metrics apart into formulas over leaves. Thread-safe; a metric is taken apart once. */
final class MetricExpander {
  private final Catalog catalog;
  private final Map<String, Formula> formulas = new ConcurrentHashMap<>();
  private final Map<String, Expression> expressions = new ConcurrentHashMap<>();

  MetricExpander(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Parsed once. */
  SqlNode expression(String text) {
    return parsed(text).node();
  }

  /** The columns that an expression reads. */
  Set<String> identifiers(String text) {
    return parsed(text).identifiers();
  }

  private Expression parsed(String text) {
    return expressions.computeIfAbsent(text, Expression::parse);
  }

  Metric metric(String name) {
    return catalog.metric(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  Formula formula(String metric) {
    Formula known = formulas.get(metric);
    if (known == null) {
      known = expand(metric(metric).definition());
      formulas.put(metric, known);
    }
    return known;
  }

  /**
   * The query with what its metrics ask for by themselves: over time buckets, cumulative metrics
   * are running totals; how many people there are is asked of all time.
   */
  MetricQuery completed(MetricQuery query) {
    if (query.period().isEmpty()
        && MetricPlanner.metrics(query).stream().allMatch(this::isHeadcount)) {
      return query.withPeriod(new Period.All());
    }
    boolean runs =
        query.grain().isPresent()
            && query.accumulation().isEmpty()
            && MetricPlanner.metrics(query).stream().anyMatch(this::isCumulative);
    return runs ? query.withAccumulation(new Accumulation.RunningTotal()) : query;
  }

  /** Whether a metric is the number of all people, whenever they came. */
  boolean isHeadcount(String metric) {
    return catalog.people().filter(people -> people.name().equals(metric)).isPresent();
  }

  /** One figure of a cohort has the numbers of people that it is made of beside it. */
  MetricQuery withPeople(MetricQuery query) {
    boolean plain =
        query.metrics().size() == 1
            && query.conditions().isEmpty()
            && query.grain().isEmpty()
            && query.comparisons().isEmpty()
            && query.share().isEmpty()
            && !query.countGroups();
    List<String> behind = plain ? catalog.behind(query.metrics().get(0)) : List.of();
    return behind.isEmpty()
        ? query
        : query.withMetrics(Stream.concat(query.metrics().stream(), behind.stream()).toList());
  }

  boolean isCumulative(String metric) {
    return catalog
        .metric(metric)
        .filter(m -> m.definition() instanceof MetricDefinition.Cumulative)
        .isPresent();
  }

  /** The facts and time columns whose rows a metric needs. */
  Set<Leaf.Rows> sources(String metric) {
    Set<Leaf.Rows> found = new LinkedHashSet<>();
    formula(metric).leaves().forEach(leaf -> sources(leaf, found));
    return found;
  }

  /** Of its sources those that a period places by a time of their own. */
  Set<Leaf.Rows> placed(String metric) {
    Set<Leaf.Rows> found = new LinkedHashSet<>(sources(metric));
    found.removeIf(
        rows -> catalog.fact(rows.fact()).filter(f -> f.times().contains(rows.time())).isEmpty());
    return found;
  }

  private void sources(Leaf leaf, Set<Leaf.Rows> found) {
    if (leaf instanceof Leaf.Rows rows) {
      found.add(rows);
    } else if (leaf instanceof Leaf.First first) {
      found.add(first.counted());
    } else if (leaf instanceof Leaf.Mean mean) {
      found.addAll(sources(mean.metric()));
    } else if (leaf instanceof Leaf.Entities entities) {
      metricsOf(entities).forEach(metric -> found.addAll(sources(metric)));
    } else if (leaf instanceof Leaf.OfJoined joined) {
      found.add(joined.members());
      found.add(joined.rows());
    } else if (leaf instanceof Leaf.Meeting meeting) {
      found.add(meeting.start());
    }
  }

  /** The metrics that a condition on entities names. */
  Set<String> metricsOf(Leaf.Entities entities) {
    return parsed(entities.condition()).identifiers();
  }

  private Formula expand(MetricDefinition definition) {
    if (definition instanceof MetricDefinition.Aggregate aggregate) {
      return expand(aggregate);
    }
    if (definition instanceof MetricDefinition.Ratio ratio) {
      return new Formula.Quotient(formula(ratio.numerator()), formula(ratio.denominator()));
    }
    if (definition instanceof MetricDefinition.Derived derived) {
      return arithmetic(expression(derived.formula()));
    }
    if (definition instanceof MetricDefinition.PeriodMean mean) {
      return new Formula.Value(new Leaf.Mean(mean.metric(), mean.unit()));
    }
    if (definition instanceof MetricDefinition.EntityCount count) {
      return new Formula.Value(new Leaf.Entities(count.entity(), count.condition()));
    }
    if (definition instanceof MetricDefinition.FirstTime first) {
      if (formula(first.metric()) instanceof Formula.Value value
          && value.leaf() instanceof Leaf.Rows rows
          && rows.function() == Function.COUNT_DISTINCT) {
        return new Formula.Value(new Leaf.First(rows));
      }
      throw new IllegalArgumentException(first.metric() + " is no distinct count");
    }
    if (definition instanceof MetricDefinition.Cumulative cumulative) {
      return formula(cumulative.metric());
    }
    if (definition instanceof BehaviourDefinition behaviour) {
      return new BehaviourFormulas(catalog).of(behaviour);
    }
    throw new IllegalArgumentException(definition.toString());
  }

  private static Formula expand(MetricDefinition.Aggregate aggregate) {
    if (aggregate.function() == Function.AVG) {
      return new Formula.Quotient(leaf(aggregate, Function.SUM), leaf(aggregate, Function.COUNT));
    }
    return leaf(aggregate, aggregate.function());
  }

  private static Formula leaf(MetricDefinition.Aggregate aggregate, Function function) {
    return new Formula.Value(
        new Leaf.Rows(
            aggregate.fact(),
            aggregate.time(),
            function,
            aggregate.expression(),
            aggregate.where()));
  }

  private Formula arithmetic(SqlNode node) {
    if (node instanceof SqlIdentifier identifier) {
      return formula(identifier.getSimple());
    }
    if (node instanceof SqlNumericLiteral number) {
      return new Formula.Constant(number.getValueAs(BigDecimal.class));
    }
    if (node instanceof SqlCall call && !(node instanceof SqlLiteral)) {
      if (call.getKind() == SqlKind.MINUS_PREFIX) {
        return new Formula.Arithmetic(
            Operation.MINUS, new Formula.Constant(BigDecimal.ZERO), arithmetic(call.operand(0)));
      }
      Optional<Operation> operation = operation(call.getKind());
      if (operation.isPresent()) {
        return new Formula.Arithmetic(
            operation.get(), arithmetic(call.operand(0)), arithmetic(call.operand(1)));
      }
      if (call.getKind() == SqlKind.DIVIDE) {
        return new Formula.Quotient(arithmetic(call.operand(0)), arithmetic(call.operand(1)));
      }
    }
    throw new IllegalArgumentException("not arithmetic over metrics: " + node);
  }

  private static Optional<Operation> operation(SqlKind kind) {
    return switch (kind) {
      case PLUS -> Optional.of(Operation.PLUS);
      case MINUS -> Optional.of(Operation.MINUS);
      case TIMES -> Optional.of(Operation.TIMES);
      default -> Optional.empty();
    };
  }
}
