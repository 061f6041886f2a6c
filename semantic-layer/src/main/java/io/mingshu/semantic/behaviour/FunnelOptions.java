package io.mingshu.semantic.behaviour;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a funnel is counted.
 *
 * @param steps how many there are; bit {@code i} of an event says that it is step {@code i + 1}
 * @param order in which order they happen
 * @param window microseconds that the others may be later than the first, that many included
 * @param from the first moment at which a chain may begin, in microseconds since 1970
 * @param until the first moment at which none may
 * @param exclusions what must not happen in between; bits after those of the steps, in order
 * @param shared whether all events of a chain have one value that they share (session)
 * @param attribution which event's value decides the group
 * @param intervals for a trend, gives the interval of a moment by its start; null without a trend
 * @param toStep the step that counts as converted in a trend
 * @param laps between which steps people's times are kept
 */
public record FunnelOptions(
    int steps,
    Order order,
    long window,
    long from,
    long until,
    List<Exclusion> exclusions,
    boolean shared,
    Attribution attribution,
    @Nullable LongUnaryOperator intervals,
    int toStep,
    List<Lap> laps) {
  public static final long NO_WINDOW = Long.MAX_VALUE;

  public FunnelOptions {
    exclusions = List.copyOf(exclusions);
    laps = List.copyOf(laps);
  }

  /** In which order steps happen. */
  public enum Order {
    ORDERED,
    STRICT,
    ANY
  }

  /** From one step to a later one, both counted from 1. */
  public record Lap(int from, int to) {}

  /** An event that must not stand between two steps, which are counted from 1. */
  public record Exclusion(int after, int before, boolean voidsAttempt) {}

  /**
   * Which event's value decides the group.
   *
   * @param step that of a step, counted from 1; absent: one that all steps share, or none
   */
  public record Attribution(OptionalInt step, boolean everyStep) {
    public static final Attribution NONE = new Attribution(OptionalInt.empty(), false);
    public static final Attribution EVERY_STEP = new Attribution(OptionalInt.empty(), true);

    public static Attribution atStep(int step) {
      return new Attribution(OptionalInt.of(step), false);
    }

    boolean isNone() {
      return step.isEmpty() && !everyStep;
    }
  }

  /**
   * Whether an event ends the chains of a depth: those that were there, or the one of which it has
   * just become the last step.
   */
  boolean ends(Touches touches, int place, int depth, boolean itself) {
    for (int i = 0; i < exclusions.size(); i++) {
      Exclusion exclusion = exclusions.get(i);
      if (!exclusion.voidsAttempt()
          && (itself ? depth > exclusion.after() : depth >= exclusion.after())
          && depth < exclusion.before()
          && touches.is(place, steps + i)) {
        return true;
      }
    }
    return false;
  }

  boolean isWithin(long first, long later) {
    return window == NO_WINDOW || later - first <= window;
  }

  boolean isInPeriod(long moment) {
    return moment >= from && moment < until;
  }
}
