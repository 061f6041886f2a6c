package io.mingshu.semantic.time;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Grain;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;

/** Calendar units on the business clock: the catalog's zone and its first day of the week. */
public final class BusinessCalendar {
  private final ZoneId zone;
  private final DayOfWeek weekStart;

  public BusinessCalendar(Catalog catalog) {
    this(catalog.zone(), catalog.weekStart());
  }

  public BusinessCalendar(ZoneId zone, DayOfWeek weekStart) {
    this.zone = zone;
    this.weekStart = weekStart;
  }

  /** The business clock at a moment. */
  public LocalDateTime at(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone);
  }

  /**
   * The moment at which the business clock shows a time; where it never does (clocks put forward),
   * the moment of the jump.
   */
  public Instant moment(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  /** The start of the unit that contains a time. */
  public LocalDateTime floor(LocalDateTime time, Grain unit) {
    LocalDate day = time.toLocalDate();
    return switch (unit) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart)).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
      case QUARTER ->
          LocalDate.of(day.getYear(), 3 * ((day.getMonthValue() - 1) / 3) + 1, 1).atStartOfDay();
      case YEAR -> LocalDate.of(day.getYear(), 1, 1).atStartOfDay();
    };
  }

  /** So many units later; earlier where negative. */
  public LocalDateTime plus(LocalDateTime time, long units, Grain unit) {
    return switch (unit) {
      case HOUR -> time.plusHours(units);
      case DAY -> time.plusDays(units);
      case WEEK -> time.plusWeeks(units);
      case MONTH -> time.plusMonths(units);
      case QUARTER -> time.plusMonths(3 * units);
      case YEAR -> time.plusYears(units);
    };
  }

  public boolean isStart(LocalDateTime time, Grain unit) {
    return floor(time, unit).equals(time);
  }

  /**
   * The start of the week with the same number one year before; week 53 goes to week 52. Weeks are
   * numbered as ISO 8601 does (week 1 has at least four days in the year), from the catalog's first
   * day of the week.
   *
   * @param start the first moment of a week
   */
  LocalDateTime sameWeekOfYearBefore(LocalDateTime start) {
    WeekFields weeks = WeekFields.of(weekStart, 4);
    LocalDate day = start.toLocalDate();
    int year = day.get(weeks.weekBasedYear()) - 1;
    LocalDate inWeekOne = LocalDate.of(year, 1, 4);
    int lastWeek = (int) inWeekOne.range(weeks.weekOfWeekBasedYear()).getMaximum();
    int week = Math.min(day.get(weeks.weekOfWeekBasedYear()), lastWeek);
    return floor(inWeekOne.atStartOfDay(), Grain.WEEK).plusWeeks(week - 1L);
  }

  /**
   * Whether the business clock shows any time of an hour. Clocks that are put forward by half an
   * hour show its other half.
   *
   * @param start the hour's first moment
   */
  boolean hasHour(LocalDateTime start) {
    return isShown(start) || isShown(start.plusHours(1).minusNanos(1));
  }

  private boolean isShown(LocalDateTime time) {
    return !zone.getRules().getValidOffsets(time).isEmpty();
  }

  static LocalDateTime startOf(LocalDate day) {
    return LocalDateTime.of(day, LocalTime.MIDNIGHT);
  }
}
