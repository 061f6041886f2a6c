package io.mingshu.nlq.chips;

import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
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
    return with(behaviour, filter, behaviour.period());
  }

  static SemanticQuery withPeriod(SemanticQuery query, Optional<Period> period) {
    if (query instanceof MetricQuery metrics) {
      return period.map(metrics::withPeriod).orElseGet(metrics::withoutPeriod);
    }
    BehaviourQuery behaviour = (BehaviourQuery) query;
    return with(behaviour, behaviour.filter(), period);
  }

  static SemanticQuery withComparison(SemanticQuery query, Optional<Comparison> comparison) {
    if (query instanceof MetricQuery metrics) {
      return comparison.map(metrics::withComparison).orElseGet(metrics::withoutComparison);
    }
    return ((BehaviourQuery) query).withComparison(comparison);
  }

  private static BehaviourQuery with(
      BehaviourQuery query, Optional<Filter> filter, Optional<Period> period) {
    if (query instanceof RetentionQuery q) {
      return q.change().filter(filter).period(period).query();
    }
    if (query instanceof FunnelQuery q) {
      return q.change().filter(filter).period(period).query();
    }
    if (query instanceof PathQuery q) {
      return new PathQuery(
          q.direction(), q.page(), q.depth(), q.view(), q.count(), filter, period, q.comparison());
    }
    if (query instanceof LifecycleQuery q) {
      return new LifecycleQuery(q.activity(), q.grain(), filter, period, q.comparison());
    }
    if (query instanceof StickinessQuery q) {
      return new StickinessQuery(
          q.activity(), q.unit(), q.occurrences(), q.cumulative(), filter, period, q.comparison());
    }
    ConversionQuery q = (ConversionQuery) query;
    return new ConversionQuery(
        q.base(), q.conversion(), q.windowDays(), q.grain(), filter, period, q.comparison());
  }
}
