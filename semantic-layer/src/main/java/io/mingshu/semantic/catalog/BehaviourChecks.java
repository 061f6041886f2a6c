package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.BehaviourDefinition.Churn;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.Draft.Kind;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether metrics of who comes back make sense, and what they are made of. */
final class BehaviourChecks {
  private final Draft draft;
  private final Map<String, Metric> metrics;

  BehaviourChecks(Draft draft, Map<String, Metric> metrics) {
    this.draft = draft;
    this.metrics = metrics;
  }

  /** The metrics that it names. */
  static Set<String> parts(BehaviourDefinition behaviour) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(activity(behaviour));
    if (behaviour instanceof Retention retention
        && retention.cohort() instanceof Cohort.Active active) {
      parts.add(active.metric());
    }
    return parts;
  }

  /**
   * The metrics whose dimensions it has: those of the start. Coming back is anything, whatever the
   * group; only where the start is joining do rows of what was done since stand for it.
   */
  static Set<String> grouped(BehaviourDefinition behaviour) {
    return behaviour instanceof Retention retention
            && retention.cohort() instanceof Cohort.Active active
        ? Set.of(active.metric())
        : Set.of(activity(behaviour));
  }

  /** The fact of those who joined, where it is about them. */
  static Optional<String> cohortFact(BehaviourDefinition behaviour) {
    return joined(behaviour).map(Cohort.Joined::fact);
  }

  private static Optional<Cohort.Joined> joined(BehaviourDefinition behaviour) {
    if (behaviour instanceof LifetimeValue value) {
      return Optional.of(value.cohort());
    }
    return behaviour instanceof Retention retention
            && retention.cohort() instanceof Cohort.Joined joined
        ? Optional.of(joined)
        : Optional.empty();
  }

  private static String activity(BehaviourDefinition behaviour) {
    if (behaviour instanceof Retention retention) {
      return retention.activity();
    }
    if (behaviour instanceof LifetimeValue value) {
      return value.value();
    }
    if (behaviour instanceof Churn churn) {
      return churn.activity();
    }
    return ((Lifecycle) behaviour).activity();
  }

  void check(Metric metric, BehaviourDefinition behaviour) {
    Optional<Dimension> entity =
        draft.dimensions.stream().filter(d -> d.name().equals(behaviour.entity())).findFirst();
    if (entity.isPresent() && !entity.get().entity()) {
      incompatible(
          metric, "the dimension '" + behaviour.entity() + "' is not marked 'entity: true'");
    }
    for (String part : parts(behaviour)) {
      Metric known = metrics.get(part);
      if (known != null && known.definition() instanceof Aggregate aggregate) {
        requireEntity(metric, entity, aggregate.fact());
      } else if (known != null) {
        incompatible(metric, "'" + part + "' is no aggregate of rows");
      }
    }
    cohortFact(behaviour).ifPresent(fact -> requireEntity(metric, entity, fact));
    if (behaviour instanceof LifetimeValue value) {
      requireSummed(metric, value.value());
    }
  }

  private void requireEntity(Metric metric, Optional<Dimension> entity, String fact) {
    if (entity.isPresent() && entity.get().entity() && !entity.get().belongsTo(fact)) {
      incompatible(
          metric, "rows of '" + fact + "' have no dimension '" + entity.get().name() + "'");
    }
  }

  private void requireSummed(Metric metric, String value) {
    Metric known = metrics.get(value);
    boolean summed =
        known == null
            || !(known.definition() instanceof Aggregate aggregate)
            || aggregate.function() == Function.SUM
            || aggregate.function() == Function.COUNT;
    if (!summed) {
      incompatible(metric, "'" + value + "' is not a sum, so that there is no mean of it");
    }
  }

  private void incompatible(Metric metric, String why) {
    draft.problems.add(
        ProblemCode.INCOMPATIBLE_TYPE,
        draft.at(Kind.METRIC, metric.name()),
        "the metric '" + metric.name() + "': " + why);
  }
}
