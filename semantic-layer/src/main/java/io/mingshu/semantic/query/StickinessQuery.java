package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * In how many intervals of the period people are active: how many people have each number.
 *
 * @param activity which events count as being active; absent: any
 * @param unit the intervals
 * @param occurrences how many events an interval needs to count
 * @param cumulative whether a row counts those with so many intervals or more
 * @param groupBy a dimension whose values are told apart, as if nothing else had been done
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StickinessQuery(
    Optional<Filter> activity,
    Grain unit,
    int occurrences,
    boolean cumulative,
    Optional<String> groupBy,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public StickinessQuery {
    unit = unit == null ? Grain.DAY : unit;
    occurrences = occurrences == 0 ? 1 : occurrences;
  }

  public static StickinessQuery by(Grain unit) {
    return new StickinessQuery(
        Optional.empty(),
        unit,
        1,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of other activity. */
  public StickinessQuery withActivity(Optional<Filter> other) {
    return new StickinessQuery(
        other, unit, occurrences, cumulative, groupBy, filter, period, comparison);
  }

  public StickinessQuery withUnit(Grain other) {
    return new StickinessQuery(
        activity, other, occurrences, cumulative, groupBy, filter, period, comparison);
  }

  @Override
  public StickinessQuery withGroup(Optional<String> dimension) {
    return new StickinessQuery(
        activity, unit, occurrences, cumulative, dimension, filter, period, comparison);
  }

  @Override
  public StickinessQuery within(Optional<Filter> which, Optional<Period> when) {
    return new StickinessQuery(
        activity, unit, occurrences, cumulative, groupBy, which, when, comparison);
  }

  @Override
  public StickinessQuery withComparison(Optional<Comparison> other) {
    return new StickinessQuery(
        activity, unit, occurrences, cumulative, groupBy, filter, period, other);
  }
}
