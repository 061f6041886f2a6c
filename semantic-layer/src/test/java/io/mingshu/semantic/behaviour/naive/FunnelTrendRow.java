package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An interval of a funnel's trend.
 *
 * @param interval the interval in which chains began
 * @param entered the users with a chain that began in it
 * @param converted those of them who got to the wanted step by such a chain, whenever they did
 */
public record FunnelTrendRow(
    Optional<String> group, LocalDateTime interval, int entered, int converted) {
  /** Empty where nobody entered. */
  public OptionalDouble rate() {
    return entered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) converted / entered);
  }
}
