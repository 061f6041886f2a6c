package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How many people are new, stay, return and fall asleep, interval by interval. Conditions on events
 * narrow the activity before of retained and dormant people and the activity now of new and
 * resurrected ones; on the other side any activity counts.
 *
 * @param activity which events count as being active; absent: any
 * @param grain the intervals; each is looked at whole
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LifecycleQuery(
    Optional<Filter> activity,
    Grain grain,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public LifecycleQuery {
    grain = grain == null ? Grain.DAY : grain;
  }

  /** The same, compared with nothing. */
  public LifecycleQuery(
      Optional<Filter> activity, Grain grain, Optional<Filter> filter, Optional<Period> period) {
    this(activity, grain, filter, period, Optional.empty());
  }

  public static LifecycleQuery by(Grain grain) {
    return new LifecycleQuery(Optional.empty(), grain, Optional.empty(), Optional.empty());
  }

  @Override
  public LifecycleQuery withComparison(Optional<Comparison> other) {
    return new LifecycleQuery(activity, grain, filter, period, other);
  }

  @Override
  public Optional<Grain> buckets() {
    return Optional.of(grain);
  }
}
