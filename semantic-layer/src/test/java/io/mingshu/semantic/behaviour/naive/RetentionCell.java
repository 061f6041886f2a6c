package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many of a cohort came back: a cell of the matrix. */
public record RetentionCell(
    Optional<String> group, LocalDateTime cohort, ComeBack column, int users, int retained) {
  /** Empty for a cohort of nobody. */
  public OptionalDouble rate() {
    return users == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retained / users);
  }
}
