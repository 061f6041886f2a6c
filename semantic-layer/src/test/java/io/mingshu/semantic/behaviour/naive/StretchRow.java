package io.mingshu.semantic.behaviour.naive;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many started in a stretch of time and came back in another.
 *
 * @param group the value of the start, where cohorts are split
 */
public record StretchRow(Optional<String> group, int users, int retained) {
  /** The share that came back. */
  public OptionalDouble rate() {
    return share(retained);
  }

  /** The share that did not. */
  public OptionalDouble loss() {
    return share(users - retained);
  }

  private OptionalDouble share(int part) {
    return users == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / users);
  }
}
