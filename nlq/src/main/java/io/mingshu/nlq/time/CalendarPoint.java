package io.mingshu.nlq.time;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A named unit of the calendar, perhaps without its year: June, Q3 2025, 3月15日.
 *
 * @param year the year, or {@link #UNSAID}
 * @param months how many months long; 0 for a day
 * @param month the first month
 * @param day the day of a day, else 1
 */
record CalendarPoint(int year, int months, int month, int day) implements Meaning {
  static final int UNSAID = 0;

  static CalendarPoint ofMonth(int year, int month) {
    return new CalendarPoint(year, 1, month, 1);
  }

  static CalendarPoint ofQuarter(int year, int quarter) {
    return new CalendarPoint(year, 3, 3 * quarter - 2, 1);
  }

  static CalendarPoint ofHalf(int year, int half) {
    return new CalendarPoint(year, 6, 6 * half - 5, 1);
  }

  static CalendarPoint ofYear(int year) {
    return new CalendarPoint(year, 12, 1, 1);
  }

  static CalendarPoint ofDay(LocalDate date) {
    return new CalendarPoint(date.getYear(), 0, date.getMonthValue(), date.getDayOfMonth());
  }

  /** A day, or empty where no year has it (June 31). */
  static Optional<CalendarPoint> ofDay(int year, int month, int day) {
    boolean exists = month >= 1 && month <= 12 && day >= 1 && day <= dayLimit(year, month);
    return exists ? Optional.of(new CalendarPoint(year, 0, month, day)) : Optional.empty();
  }

  private static int dayLimit(int year, int month) {
    return YearMonth.of(year == UNSAID ? 2024 : year, month).lengthOfMonth();
  }

  boolean hasYear() {
    return year != UNSAID;
  }

  CalendarPoint in(int otherYear) {
    return new CalendarPoint(otherYear, months, month, day);
  }

  LocalDate first() {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      // Feb 29 said without a year that has it.
      return LocalDate.of(year, month, 28);
    }
  }

  LocalDate last() {
    return months == 0 ? first() : first().plusMonths(months).minusDays(1);
  }

  /** With its year: where unsaid, the latest in which it has begun. */
  CalendarPoint begunBy(LocalDate today) {
    if (hasYear()) {
      return this;
    }
    CalendarPoint thisYear = in(today.getYear());
    return thisYear.first().isAfter(today) ? in(today.getYear() - 1) : thisYear;
  }

  Optional<Grain> unit() {
    return switch (months) {
      case 0 -> Optional.of(Grain.DAY);
      case 1 -> Optional.of(Grain.MONTH);
      case 3 -> Optional.of(Grain.QUARTER);
      case 12 -> Optional.of(Grain.YEAR);
      default -> Optional.empty();
    };
  }

  Period period(LocalDate today) {
    CalendarPoint placed = begunBy(today);
    return unit()
        .filter(unit -> unit != Grain.DAY)
        .<Period>map(unit -> new Period.Calendar(unit, placed.first()))
        .orElseGet(() -> new Period.Between(placed.first(), placed.last()));
  }

  /** From this to another; empty where they are not in order. */
  Optional<Period> to(CalendarPoint end, LocalDate today) {
    CalendarPoint from = this;
    CalendarPoint until = end;
    if (!hasYear() && end.hasYear()) {
      from = in(end.year());
      if (from.first().isAfter(end.last())) {
        from = in(end.year() - 1);
      }
    } else if (!end.hasYear()) {
      from = begunBy(today);
      until = end.in(from.year());
      if (until.last().isBefore(from.first()) && !hasYear()) {
        until = end.in(from.year() + 1);
      }
    }
    return until.last().isBefore(from.first())
        ? Optional.empty()
        : Optional.of(new Period.Between(from.first(), until.last()));
  }
}
