package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The base events of a day, and the conversions that were given to them, whenever they happened.
 */
public record ConversionRow(LocalDate day, int base, int conversions) {
  /** May be over 1: one base event can be given several conversions. */
  public OptionalDouble rate() {
    return base == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) conversions / base);
  }
}
