package io.mingshu.semantic.behaviour.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far users get.
 *
 * @param steps what must happen; the same event may be wanted for several steps, but one event is
 *     one step only
 * @param order in which order
 * @param window how long after the first event of the chain the others may happen, the end
 *     included: true time, so that a day has 24 hours even where the clock is put forward. Empty
 *     for however long, as where all happens in one session
 * @param clock the zone of the period and of a trend
 * @param period when the first event of the chain must happen; later ones may lie after it
 * @param seenUntil the end of what is known: later events count for nothing
 * @param sharing properties of which all events of a chain must have one and the same value
 *     (session, item)
 * @param exclusions what must not happen in between
 * @param groups by which property of events users are split, if at all
 */
public record FunnelOptions(
    List<EventMatch> steps,
    StepOrder order,
    Optional<Duration> window,
    WallClock clock,
    Span period,
    Instant seenUntil,
    List<String> sharing,
    List<Exclusion> exclusions,
    Optional<FunnelGroups> groups) {
  public FunnelOptions {
    steps = List.copyOf(steps);
    sharing = List.copyOf(sharing);
    exclusions = List.copyOf(exclusions);
  }

  /** Steps in order within seven times 24 hours. */
  public static FunnelOptions of(WallClock clock, Span period, EventMatch... steps) {
    return new FunnelOptions(
        List.of(steps),
        StepOrder.ORDERED,
        Optional.of(Duration.ofDays(7)),
        clock,
        period,
        Instant.MAX,
        List.of(),
        List.of(),
        Optional.empty());
  }

  public FunnelOptions withOrder(StepOrder other) {
    return new FunnelOptions(
        steps, other, window, clock, period, seenUntil, sharing, exclusions, groups);
  }

  public FunnelOptions withWindow(Duration length) {
    return new FunnelOptions(
        steps, order, Optional.of(length), clock, period, seenUntil, sharing, exclusions, groups);
  }

  /** All steps in one session, say, however long it takes. */
  public FunnelOptions withSharing(String property) {
    return new FunnelOptions(
        steps,
        order,
        Optional.empty(),
        clock,
        period,
        seenUntil,
        List.of(property),
        exclusions,
        groups);
  }

  public FunnelOptions withExclusion(Exclusion exclusion) {
    return new FunnelOptions(
        steps, order, window, clock, period, seenUntil, sharing, List.of(exclusion), groups);
  }

  public FunnelOptions withGroups(FunnelGroups by) {
    return new FunnelOptions(
        steps, order, window, clock, period, seenUntil, sharing, exclusions, Optional.of(by));
  }

  public FunnelOptions withSeenUntil(Instant moment) {
    return new FunnelOptions(
        steps, order, window, clock, period, moment, sharing, exclusions, groups);
  }

  boolean isInWindow(Happening first, Happening later) {
    return window.map(length -> !later.at().isAfter(first.at().plus(length))).orElse(true);
  }
}
