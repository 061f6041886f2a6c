package io.mingshu.semantic.query;

import java.util.Optional;
import java.util.Set;

/**
 * A question about what the same people do one after the other, in the catalog's log of behaviour.
 * What each analysis means, corner by corner, is defined in {@code
 * docs/adr/0008-behaviour-definitions.md}.
 */
public sealed interface BehaviourQuery extends SemanticQuery
    permits RetentionQuery,
        FunnelQuery,
        PathQuery,
        LifecycleQuery,
        StickinessQuery,
        ConversionQuery {

  /**
   * Which people and events count. A condition on what people have is as if nobody else existed;
   * what one on what events have does is said by each analysis.
   */
  Optional<Filter> filter();

  /** When; absent: the analysis's own default period, or the catalog's. */
  Optional<Period> period();

  @Override
  default Set<String> namedDimensions() {
    return SemanticQuery.named(groupBy().stream().toList(), filter());
  }

  /** What people, or what they do, are split by: each value has figures of its own. */
  Optional<String> groupBy();

  /**
   * Beside which earlier period: each figure with what it was then. What can be compared, and how,
   * is defined in {@code docs/adr/0013-comparing-analyses.md}.
   */
  Optional<Comparison> comparison();

  /** The same question with another comparison, or none. */
  BehaviourQuery withComparison(Optional<Comparison> comparison);

  /** The same question, split by a dimension or by none. */
  BehaviourQuery withGroup(Optional<String> dimension);

  /** The same question with other conditions, of another period. */
  BehaviourQuery within(Optional<Filter> filter, Optional<Period> period);

  /** The intervals of time that are rows of the answer. */
  default Optional<Grain> buckets() {
    return Optional.empty();
  }

  /** The analysis's own default period. */
  default Optional<Period> usualPeriod() {
    return Optional.empty();
  }
}
