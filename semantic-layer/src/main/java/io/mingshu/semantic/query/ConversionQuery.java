package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How many conversions come of base events: events over events, not people. Each conversion is
 * given to the person's latest base event that is not after it, and counts on that one's day.
 * Conditions on events choose the base events; any conversion counts.
 *
 * @param base what may lead to a conversion
 * @param conversion what counts as one
 * @param windowDays on the base event's day or on one of the following ones, fewer than that many
 *     after it; absent: on any later day
 * @param grain intervals of base events; absent: one row
 * @param groupBy a dimension whose values are told apart, by the base event's, as if there were no
 *     other base events
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConversionQuery(
    Filter base,
    Filter conversion,
    Optional<Integer> windowDays,
    Optional<Grain> grain,
    Optional<String> groupBy,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public static ConversionQuery of(Filter base, Filter conversion, int windowDays) {
    return new ConversionQuery(
        base,
        conversion,
        Optional.of(windowDays),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of other events. */
  public ConversionQuery withEvents(Filter from, Filter to) {
    return new ConversionQuery(from, to, windowDays, grain, groupBy, filter, period, comparison);
  }

  public ConversionQuery withWindowDays(Optional<Integer> days) {
    return new ConversionQuery(base, conversion, days, grain, groupBy, filter, period, comparison);
  }

  public ConversionQuery withGrain(Optional<Grain> other) {
    return new ConversionQuery(
        base, conversion, windowDays, other, groupBy, filter, period, comparison);
  }

  @Override
  public ConversionQuery withGroup(Optional<String> dimension) {
    return new ConversionQuery(
        base, conversion, windowDays, grain, dimension, filter, period, comparison);
  }

  @Override
  public ConversionQuery within(Optional<Filter> which, Optional<Period> when) {
    return new ConversionQuery(
        base, conversion, windowDays, grain, groupBy, which, when, comparison);
  }

  @Override
  public ConversionQuery withComparison(Optional<Comparison> other) {
    return new ConversionQuery(base, conversion, windowDays, grain, groupBy, filter, period, other);
  }

  @Override
  public Optional<Grain> buckets() {
    return grain;
  }
}
