package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How many people are new, stay, return and fall asleep, interval by interval. Conditions on events
 * narrow the activity before of retained and dormant people and the activity now of new and
 * resurrected ones; on the other side any activity counts. A group is what the question filtered to
 * its value would tell.
 *
 * @param activity which events count as being active; absent: any
 * @param grain the intervals; each is looked at whole
 * @param groupBy a dimension whose values are told apart
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LifecycleQuery(
    Optional<Filter> activity,
    Grain grain,
    Optional<String> groupBy,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public LifecycleQuery {
    grain = grain == null ? Grain.DAY : grain;
  }

  public static LifecycleQuery by(Grain grain) {
    return new LifecycleQuery(
        Optional.empty(),
        grain,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of other activity. */
  public LifecycleQuery withActivity(Optional<Filter> other) {
    return new LifecycleQuery(other, grain, groupBy, filter, period, comparison);
  }

  public LifecycleQuery withGrain(Grain other) {
    return new LifecycleQuery(activity, other, groupBy, filter, period, comparison);
  }

  @Override
  public LifecycleQuery withGroup(Optional<String> dimension) {
    return new LifecycleQuery(activity, grain, dimension, filter, period, comparison);
  }

  @Override
  public LifecycleQuery within(Optional<Filter> which, Optional<Period> when) {
    return new LifecycleQuery(activity, grain, groupBy, which, when, comparison);
  }

  @Override
  public LifecycleQuery withComparison(Optional<Comparison> other) {
    return new LifecycleQuery(activity, grain, groupBy, filter, period, other);
  }

  @Override
  public Optional<Grain> buckets() {
    return Optional.of(grain);
  }
}
