package io.mingshu.semantic.behaviour.naive;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * How moments are cut into intervals: by the wall clock of one zone. A day is a calendar day even
 * where it has 23 or 25 hours; an hour that the clock shows twice is one interval; an hour that it
 * skips is none.
 */
public record WallClock(ZoneId zone, DayOfWeek weekStart) {
  public LocalDateTime shows(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone);
  }

  public LocalDateTime shows(Happening happening) {
    return shows(happening.at());
  }

  public LocalDate day(Happening happening) {
    return shows(happening).toLocalDate();
  }

  /** The start of the interval that holds a moment. */
  public LocalDateTime startOf(LocalDateTime moment, IntervalUnit unit) {
    LocalDate day = moment.toLocalDate();
    return switch (unit) {
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart)).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
    };
  }

  public LocalDateTime startOf(Happening happening, IntervalUnit unit) {
    return startOf(shows(happening), unit);
  }

  /** The start of the next interval, given the start of one. */
  public LocalDateTime next(LocalDateTime start, IntervalUnit unit) {
    return switch (unit) {
      case HOUR -> nextHour(start);
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** The start of the interval before, given the start of one. */
  public LocalDateTime previous(LocalDateTime start, IntervalUnit unit) {
    LocalDateTime before = startOf(start.minusMinutes(1), unit);
    return unit == IntervalUnit.HOUR && !isShown(before) ? previous(before, unit) : before;
  }

  public Span interval(LocalDateTime start, IntervalUnit unit) {
    return new Span(start, next(start, unit));
  }

  /** The starts of all intervals of which a part lies in the span, in order. */
  public List<LocalDateTime> starts(Span span, IntervalUnit unit) {
    List<LocalDateTime> starts = new ArrayList<>();
    LocalDateTime start = startOf(span.from(), unit);
    while (start.isBefore(span.until())) {
      if (unit != IntervalUnit.HOUR || isShown(start)) {
        starts.add(start);
      }
      start = next(start, unit);
    }
    return starts;
  }

  private LocalDateTime nextHour(LocalDateTime start) {
    LocalDateTime hour = start.plusHours(1);
    return isShown(hour) ? hour : nextHour(hour);
  }

  /** Whether the clock shows any minute of that hour. */
  private boolean isShown(LocalDateTime hour) {
    for (int minute = 0; minute < 60; minute++) {
      if (!zone.getRules().getValidOffsets(hour.plusMinutes(minute)).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
