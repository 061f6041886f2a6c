package io.mingshu.semantic.time;

import java.time.LocalDateTime;
import java.time.Period;

/**
 * A period before the moment of asking cuts it, with what is needed to find its base.
 *
 * @param from the first moment
 * @param end the first moment after all of it, which may lie in the future
 * @param kind how its bases are found
 * @param step how far back the previous one lies; zero: by the length of the period
 */
record PeriodShape(LocalDateTime from, LocalDateTime end, Kind kind, Period step) {

  enum Kind {
    /** Whole months, quarters or years: its base a year before is the same unit. */
    CALENDAR,
    /** Whole weeks: its base a year before has the same week number. */
    WEEKS,
    /** One day. */
    DAY,
    /** Any other days or hours: the previous one has the same length. */
    FREE,
    /** A campaign: what came before it is not defined. */
    CAMPAIGN
  }

  TimeRange cutAt(LocalDateTime now) {
    boolean running = !now.isBefore(from) && now.isBefore(end);
    return running ? new TimeRange(from, now, false) : new TimeRange(from, end, !now.isBefore(end));
  }
}
