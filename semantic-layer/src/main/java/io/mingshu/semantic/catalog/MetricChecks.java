package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Draft.Kind;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Cumulative;
import io.mingshu.semantic.catalog.MetricDefinition.Derived;
import io.mingshu.semantic.catalog.MetricDefinition.EntityCount;
import io.mingshu.semantic.catalog.MetricDefinition.FirstTime;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.catalog.MetricDefinition.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the metrics make sense together: no cycles, fitting types and units, shared dimensions.
 */
final class MetricChecks {
  private final Draft draft;
  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  MetricChecks(Draft draft) {
    this.draft = draft;
    draft.metrics.forEach(metric -> metrics.putIfAbsent(metric.name(), metric));
  }

  void run() {
    Set<String> cyclic = reportCycles();
    for (Metric metric : metrics.values()) {
      if (!reachesAny(metric.name(), cyclic)) {
        checkTypes(metric);
        new UnitChecks(draft, metrics).check(metric);
        checkSharedDimensions(metric);
      }
    }
  }

  /** The metrics that a metric is made of. */
  static Set<String> parts(MetricDefinition definition) {
    if (definition instanceof Ratio ratio) {
      return new LinkedHashSet<>(List.of(ratio.numerator(), ratio.denominator()));
    } else if (definition instanceof Derived derived) {
      return new TreeSet<>(Expression.parse(derived.formula()).identifiers());
    } else if (definition instanceof PeriodMean mean) {
      return Set.of(mean.metric());
    } else if (definition instanceof EntityCount count) {
      return new TreeSet<>(Expression.parse(count.condition()).identifiers());
    } else if (definition instanceof FirstTime first) {
      return Set.of(first.metric());
    } else if (definition instanceof Cumulative cumulative) {
      return Set.of(cumulative.metric());
    } else if (definition instanceof BehaviourDefinition behaviour) {
      return BehaviourChecks.parts(behaviour);
    }
    return Set.of();
  }

  private Set<String> partsOf(String name) {
    Metric metric = metrics.get(name);
    return metric == null ? Set.of() : parts(metric.definition());
  }

  private Set<String> reportCycles() {
    Set<String> done = new LinkedHashSet<>();
    Set<String> cyclic = new LinkedHashSet<>();
    for (String name : metrics.keySet()) {
      visit(name, new ArrayList<>(), done, cyclic);
    }
    return cyclic;
  }

  private void visit(String name, List<String> path, Set<String> done, Set<String> cyclic) {
    int start = path.indexOf(name);
    if (start >= 0) {
      List<String> cycle = new ArrayList<>(path.subList(start, path.size()));
      if (cycle.stream().noneMatch(cyclic::contains)) {
        draft.problems.add(
            ProblemCode.CYCLE,
            draft.at(Kind.METRIC, name),
            "metrics are defined by each other: " + String.join(" → ", cycle) + " → " + name);
      }
      cyclic.addAll(cycle);
      return;
    }
    if (!done.contains(name)) {
      path.add(name);
      partsOf(name).forEach(part -> visit(part, path, done, cyclic));
      path.remove(path.size() - 1);
      done.add(name);
    }
  }

  private boolean reachesAny(String name, Set<String> targets) {
    return targets.contains(name)
        || (!targets.isEmpty()
            && partsOf(name).stream().anyMatch(part -> reachesAny(part, targets)));
  }

  private void checkTypes(Metric metric) {
    MetricDefinition definition = metric.definition();
    if (definition instanceof FirstTime first) {
      requireDistinctCount(metric, first.metric());
    } else if (definition instanceof Cumulative cumulative) {
      known(cumulative.metric())
          .filter(part -> !accumulates(part))
          .ifPresent(
              part ->
                  incompatible(
                      metric,
                      "'" + part.name() + "' does not add up over time and cannot accumulate"));
    } else if (definition instanceof PeriodMean mean) {
      known(mean.metric())
          .filter(part -> !(part.definition() instanceof Aggregate))
          .ifPresent(part -> incompatible(metric, "'" + part.name() + "' is no aggregate of rows"));
    } else if (definition instanceof EntityCount count) {
      checkEntity(metric, count);
    } else if (definition instanceof BehaviourDefinition behaviour) {
      new BehaviourChecks(draft, metrics).check(metric, behaviour);
    }
  }

  private void requireDistinctCount(Metric metric, String name) {
    known(name)
        .filter(
            part ->
                !(part.definition() instanceof Aggregate aggregate
                    && aggregate.function() == Function.COUNT_DISTINCT))
        .ifPresent(
            part ->
                incompatible(
                    metric,
                    "'" + part.name() + "' counts nothing distinct, so nothing has a first time"));
  }

  private boolean accumulates(Metric metric) {
    MetricDefinition definition = metric.definition();
    if (definition instanceof Aggregate aggregate) {
      return aggregate.function() == Function.SUM || aggregate.function() == Function.COUNT;
    }
    if (definition instanceof Derived derived) {
      return UnitChecks.isLinear(Expression.parse(derived.formula()).node())
          && parts(derived).stream()
              .allMatch(part -> known(part).map(this::accumulates).orElse(true));
    }
    return definition instanceof FirstTime;
  }

  private void checkEntity(Metric metric, EntityCount count) {
    Optional<Dimension> entity =
        draft.dimensions.stream().filter(d -> d.name().equals(count.entity())).findFirst();
    if (entity.isPresent() && !entity.get().entity()) {
      incompatible(metric, "the dimension '" + count.entity() + "' is not marked 'entity: true'");
    }
    Set<String> facts = new LinkedHashSet<>();
    for (String part : parts(count)) {
      Optional<Metric> known = known(part);
      if (known.isPresent() && known.get().definition() instanceof Aggregate aggregate) {
        facts.add(aggregate.fact());
      } else if (known.isPresent()) {
        incompatible(metric, "'" + part + "' is no aggregate of rows, as conditions need");
      }
    }
    if (facts.size() > 1) {
      incompatible(
          metric, "the condition mixes the facts " + String.join(", ", facts) + "; it may use one");
    }
    for (String fact : facts) {
      if (entity.isPresent() && !entity.get().belongsTo(fact)) {
        incompatible(metric, "rows of '" + fact + "' have no dimension '" + count.entity() + "'");
      }
    }
  }

  private void checkSharedDimensions(Metric metric) {
    Set<String> facts = new TreeSet<>();
    collectFacts(metric.name(), facts);
    boolean shared =
        draft.dimensions.stream()
            .filter(dimension -> dimension.source() instanceof Dimension.Columns)
            .anyMatch(dimension -> facts.stream().allMatch(dimension::belongsTo));
    if (facts.size() > 1 && !shared) {
      draft.problems.add(
          ProblemCode.NO_SHARED_DIMENSION,
          draft.at(Kind.METRIC, metric.name()),
          "the metric '"
              + metric.name()
              + "' spans the facts "
              + String.join(", ", facts)
              + ", which share no dimension");
    }
  }

  private void collectFacts(String name, Set<String> facts) {
    Metric metric = metrics.get(name);
    if (metric != null && metric.definition() instanceof Aggregate aggregate) {
      facts.add(aggregate.fact());
    } else if (metric != null && metric.definition() instanceof BehaviourDefinition behaviour) {
      BehaviourChecks.cohortFact(behaviour).ifPresent(facts::add);
      BehaviourChecks.grouped(behaviour).forEach(part -> collectFacts(part, facts));
    } else {
      partsOf(name).forEach(part -> collectFacts(part, facts));
    }
  }

  private Optional<Metric> known(String name) {
    return Optional.ofNullable(metrics.get(name));
  }

  private void incompatible(Metric metric, String why) {
    draft.problems.add(
        ProblemCode.INCOMPATIBLE_TYPE,
        draft.at(Kind.METRIC, metric.name()),
        "the metric '" + metric.name() + "': " + why);
  }
}
