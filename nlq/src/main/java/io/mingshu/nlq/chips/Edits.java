package io.mingshu.nlq.chips;

import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.List;
import java.util.Optional;

/** The parts that all kinds of queries have, read and exchanged. */
final class Edits {
  private Edits() {}

  static Optional<Filter> filter(SemanticQuery query) {
    return query instanceof MetricQuery metrics
        ? metrics.filter()
        : ((BehaviourQuery) query).filter();
  }

  static Optional<Period> period(SemanticQuery query) {
    return query instanceof MetricQuery metrics
        ? metrics.period()
        : ((BehaviourQuery) query).period();
  }

  static Optional<Comparison> comparison(SemanticQuery query) {
    return query instanceof MetricQuery metrics
        ? metrics.comparison()
        : ((BehaviourQuery) query).comparison();
  }

  /** The query with other conditions, all of which must hold. */
  static SemanticQuery withConjuncts(SemanticQuery query, List<Filter> parts) {
    return withFilter(
        query,
        switch (parts.size()) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(parts.get(0));
          default -> Optional.of(new Filter.And(parts));
        });
  }

  private static SemanticQuery withFilter(SemanticQuery query, Optional<Filter> filter) {
    if (query instanceof MetricQuery metrics) {
      return filter.map(metrics::withFilter).orElseGet(metrics::withoutFilter);
    }
    BehaviourQuery behaviour = (BehaviourQuery) query;
    return behaviour.within(filter, behaviour.period());
  }

  static SemanticQuery withPeriod(SemanticQuery query, Optional<Period> period) {
    if (query instanceof MetricQuery metrics) {
      return period.map(metrics::withPeriod).orElseGet(metrics::withoutPeriod);
    }
    BehaviourQuery behaviour = (BehaviourQuery) query;
    return behaviour.within(behaviour.filter(), period);
  }

  static SemanticQuery withComparison(SemanticQuery query, Optional<Comparison> comparison) {
    if (query instanceof MetricQuery metrics) {
      return comparison.map(metrics::withComparison).orElseGet(metrics::withoutComparison);
    }
    return ((BehaviourQuery) query).withComparison(comparison);
  }
}
