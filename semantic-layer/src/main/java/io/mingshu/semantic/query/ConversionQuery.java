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
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConversionQuery(
    Filter base,
    Filter conversion,
    Optional<Integer> windowDays,
    Optional<Grain> grain,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  /** The same, compared with nothing. */
  public ConversionQuery(
      Filter base,
      Filter conversion,
      Optional<Integer> windowDays,
      Optional<Grain> grain,
      Optional<Filter> filter,
      Optional<Period> period) {
    this(base, conversion, windowDays, grain, filter, period, Optional.empty());
  }

  public static ConversionQuery of(Filter base, Filter conversion, int windowDays) {
    return new ConversionQuery(
        base,
        conversion,
        Optional.of(windowDays),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public ConversionQuery withComparison(Optional<Comparison> other) {
    return new ConversionQuery(base, conversion, windowDays, grain, filter, period, other);
  }

  @Override
  public Optional<Grain> buckets() {
    return grain;
  }
}
