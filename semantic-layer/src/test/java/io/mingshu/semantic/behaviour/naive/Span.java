package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A stretch of wall-clock time: {@code from} belongs to it, {@code until} no more. */
public record Span(LocalDateTime from, LocalDateTime until) {
  /** Whatever the time. */
  public static final Span ALWAYS =
      new Span(LocalDate.of(1, 1, 1).atStartOfDay(), LocalDate.of(9999, 12, 31).atStartOfDay());

  /** Whole days, both ends included. */
  public static Span days(LocalDate first, LocalDate last) {
    return new Span(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
  }

  public boolean contains(LocalDateTime moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
