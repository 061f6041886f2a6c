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
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StickinessQuery(
    Optional<Filter> activity,
    Grain unit,
    int occurrences,
    boolean cumulative,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public StickinessQuery {
    unit = unit == null ? Grain.DAY : unit;
    occurrences = occurrences == 0 ? 1 : occurrences;
  }

  /** The same, compared with nothing. */
  public StickinessQuery(
      Optional<Filter> activity,
      Grain unit,
      int occurrences,
      boolean cumulative,
      Optional<Filter> filter,
      Optional<Period> period) {
    this(activity, unit, occurrences, cumulative, filter, period, Optional.empty());
  }

  public static StickinessQuery by(Grain unit) {
    return new StickinessQuery(
        Optional.empty(), unit, 1, false, Optional.empty(), Optional.empty());
  }

  @Override
  public StickinessQuery withComparison(Optional<Comparison> other) {
    return new StickinessQuery(activity, unit, occurrences, cumulative, filter, period, other);
  }
}
