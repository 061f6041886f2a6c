package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDate;

/**
 * Who stayed away.
 *
 * @param start what users did before
 * @param comeBack what they would have had to do since; any event, even where {@code start} is
 *     narrow, unless said otherwise
 * @param clock whose days are counted
 * @param lastDay the last of the days looked at
 * @param days how many days both stretches have: 30 of being there, then 30 of staying away
 */
public record ChurnOptions(
    EventMatch start, EventMatch comeBack, WallClock clock, LocalDate lastDay, int days) {
  /** The days, the last day being the last of them, in which a churned user did nothing. */
  public Span away() {
    return Span.days(lastDay.minusDays(days - 1L), lastDay);
  }

  /** As many days just before. */
  public Span there() {
    LocalDate end = lastDay.minusDays(days);
    return Span.days(end.minusDays(days - 1L), end);
  }
}
