package io.mingshu.semantic.behaviour.naive;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of a funnel.
 *
 * @param step its number, from 1
 * @param users who got there
 * @param fromFirst the share of the first step's users; empty where there are none
 * @param fromPrevious the share of the users of the step before; empty where there are none, and 1
 *     of the first
 * @param seconds of each user who got there, in ascending order, the time since the step before in
 *     the user's best chain; none for the first step
 */
public record FunnelStep(
    Optional<String> group,
    int step,
    NavigableSet<String> users,
    OptionalDouble fromFirst,
    OptionalDouble fromPrevious,
    List<Double> seconds) {
  public FunnelStep {
    seconds = seconds.stream().sorted().toList();
  }

  public OptionalDouble averageSeconds() {
    return seconds.stream().mapToDouble(Double::doubleValue).average();
  }

  /** The one in the middle; the mean of the two in the middle where their number is even. */
  public OptionalDouble medianSeconds() {
    if (seconds.isEmpty()) {
      return OptionalDouble.empty();
    }
    double lower = seconds.get((seconds.size() - 1) / 2);
    double upper = seconds.get(seconds.size() / 2);
    return OptionalDouble.of((lower + upper) / 2);
  }
}
