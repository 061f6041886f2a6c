package io.mingshu.semantic.time;

import static io.mingshu.semantic.time.BusinessCalendar.startOf;

import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.FiscalYear;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodShape.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns periods into ranges of the business clock at a moment of asking. Immutable.
 *
 * <p>{@code now} is the moment of asking on the business clock ({@link BusinessCalendar#at});
 * {@code data} are the days that have rows, null where there are none.
 */
public final class PeriodResolver {
  private final Catalog catalog;
  private final BusinessCalendar calendar;

  public PeriodResolver(Catalog catalog) {
    this.catalog = catalog;
    this.calendar = new BusinessCalendar(catalog);
  }

  /** A period and what it is compared with; the current one begins later. */
  public record Compared(TimeRange current, TimeRange base) {}

  public BusinessCalendar calendar() {
    return calendar;
  }

  /**
   * The period. One that has begun and is not over ends at {@code now}; one that lies wholly in the
   * future stays as it is.
   *
   * @throws MingshuException with {@code INVALID_QUERY} for a campaign whose days are not known and
   *     for a fiscal period where the catalog knows no fiscal year, {@code PERIOD_OUTSIDE_DATA} for
   *     all data where there are none
   */
  public TimeRange resolve(Period period, LocalDateTime now, @Nullable DayRange data) {
    return shape(period, now, data).cutAt(now);
  }

  /**
   * The stretch of time in which those of a period come back.
   *
   * @param period that in which they started
   * @throws MingshuException as {@link #resolve} does
   */
  public TimeRange stretch(
      ReturnStretch stretch, TimeRange period, LocalDateTime now, @Nullable DayRange data) {
    if (stretch instanceof ReturnStretch.During during) {
      return resolve(during.period(), now, data);
    }
    ReturnStretch.After after = (ReturnStretch.After) stretch;
    LocalDateTime end = calendar.plus(period.until(), after.count(), after.unit());
    return new TimeRange(period.until(), end, !end.isAfter(now));
  }

  /** What the period is compared with; see {@link #compare}. */
  public TimeRange base(
      Period period, Comparison comparison, LocalDateTime now, @Nullable DayRange data) {
    return compare(period, comparison, now, data).base();
  }

  /**
   * The period and what it is compared with. For a named base the later of the two is the current
   * one. A period so far is compared with as much of the other as has data in it: up to {@code
   * now}, or to the end of the data where they end before.
   *
   * @throws MingshuException with {@code INVALID_QUERY} where the comparison is not defined
   */
  public Compared compare(
      Period period, Comparison comparison, LocalDateTime now, @Nullable DayRange data) {
    PeriodShape shape = shape(period, now, data);
    TimeRange current = shape.cutAt(now);
    if (comparison instanceof Comparison.With with) {
      TimeRange other = resolve(with.base(), now, data);
      return isLater(other, current) ? new Compared(other, current) : new Compared(current, other);
    }
    TimeRange elapsed = elapsed(shape, current, data);
    Range base = base(shape, elapsed, comparison);
    return new Compared(
        current, new TimeRange(base.from(), base.until(), !now.isBefore(base.until())));
  }

  /**
   * What lies just before a range that the period has become, or that it is compared with: as
   * {@link #compare} has it, so that a part of a month has the same part of the month before.
   *
   * @throws MingshuException with {@code INVALID_QUERY} for a campaign, which has nothing before it
   */
  public TimeRange before(
      Period period, TimeRange range, LocalDateTime now, @Nullable DayRange data) {
    PeriodShape shape = shape(period, now, data);
    TimeRange current = shape.cutAt(now);
    boolean whole = current.until().equals(shape.end());
    LocalDateTime end = whole ? range.until() : LocalDateTime.MAX;
    PeriodShape moved = new PeriodShape(range.from(), end, shape.kind(), shape.step());
    Range before = previous(moved, elapsed(moved, range, data));
    return new TimeRange(before.from(), before.until(), !now.isBefore(before.until()));
  }

  private record Range(LocalDateTime from, LocalDateTime until) {}

  private static boolean isLater(TimeRange a, TimeRange b) {
    int byStart = a.from().compareTo(b.from());
    return byStart > 0 || (byStart == 0 && a.until().isAfter(b.until()));
  }

  /** A running period up to where it has data. */
  private static TimeRange elapsed(PeriodShape shape, TimeRange current, @Nullable DayRange data) {
    if (current.until().equals(shape.end()) || data == null) {
      return current;
    }
    LocalDateTime dataEnd = startOf(data.last().plusDays(1));
    boolean shorter = dataEnd.isAfter(current.from()) && dataEnd.isBefore(current.until());
    return shorter ? new TimeRange(current.from(), dataEnd, false) : current;
  }

  private Range base(PeriodShape shape, TimeRange elapsed, Comparison comparison) {
    if (comparison instanceof Comparison.DaysBefore daysBefore) {
      int days = daysBefore.days();
      return new Range(elapsed.from().minusDays(days), elapsed.until().minusDays(days));
    }
    if (comparison instanceof Comparison.YearBefore) {
      return yearBefore(shape, elapsed);
    }
    return previous(shape, elapsed);
  }

  private Range previous(PeriodShape shape, TimeRange elapsed) {
    if (shape.kind() == Kind.CAMPAIGN) {
      throw invalid(
          "活动没有“上一期”，请说明和哪个时间比，例如去年的同一活动",
          "A campaign has no period just before it; say which period to compare with, such as the"
              + " same campaign last year");
    }
    Duration length = Duration.between(elapsed.from(), elapsed.until());
    boolean whole = elapsed.until().equals(shape.end());
    if (shape.step().isZero() || (shape.kind() == Kind.FREE && !whole)) {
      return new Range(elapsed.from().minus(length), elapsed.from());
    }
    LocalDateTime from = shape.from().minus(shape.step());
    LocalDateTime sameElapsed = from.plus(length);
    return new Range(from, whole || sameElapsed.isAfter(shape.from()) ? shape.from() : sameElapsed);
  }

  private Range yearBefore(PeriodShape shape, TimeRange elapsed) {
    boolean whole = elapsed.until().equals(shape.end());
    if (shape.kind() == Kind.WEEKS) {
      LocalDateTime from = calendar.sameWeekOfYearBefore(elapsed.from());
      LocalDateTime until =
          whole
              ? calendar.sameWeekOfYearBefore(elapsed.until().minusWeeks(1)).plusWeeks(1)
              : from.plus(Duration.between(elapsed.from(), elapsed.until()));
      return new Range(from, until);
    }
    LocalDateTime from = elapsed.from().minusYears(1);
    boolean lastDayMoves =
        elapsed.until().toLocalTime().equals(LocalTime.MIDNIGHT)
            && elapsed.until().isAfter(elapsed.from())
            && !(whole && shape.kind() == Kind.CALENDAR);
    // The day after Feb 28 is not always Mar 1: of dates it is the last day that moves.
    LocalDateTime until =
        lastDayMoves
            ? elapsed.until().minusDays(1).minusYears(1).plusDays(1)
            : elapsed.until().minusYears(1);
    return new Range(from, until);
  }

  private PeriodShape shape(Period period, LocalDateTime now, @Nullable DayRange data) {
    LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
    if (period instanceof Period.Between between) {
      return between(between.from(), between.to());
    }
    if (period instanceof Period.Last last) {
      return last.whole() ? lastWhole(last, now) : lastDays(last, now);
    }
    if (period instanceof Period.ToDate toDate) {
      return unit(calendar.floor(now, toDate.unit()), toDate.unit(), 1);
    }
    if (period instanceof Period.Previous previous) {
      Grain unit = previous.unit();
      return unit(calendar.plus(calendar.floor(now, unit), -previous.back(), unit), unit, 1);
    }
    if (period instanceof Period.Calendar named) {
      return unit(calendar.floor(startOf(named.start()), named.unit()), named.unit(), 1);
    }
    if (period instanceof Period.Fiscal fiscal) {
      return fiscal(fiscal, now);
    }
    if (period instanceof Period.Since since) {
      LocalDateTime from = startOf(since.from());
      boolean begun = !now.isBefore(from);
      return begun
          ? new PeriodShape(from, LocalDateTime.MAX, Kind.FREE, java.time.Period.ZERO)
          : between(since.from(), since.from());
    }
    if (period instanceof Period.DaysAgo daysAgo) {
      return unit(today.minusDays(daysAgo.days()), Grain.DAY, 1);
    }
    if (period instanceof Period.Campaign campaign) {
      DayRange days = days(campaign, now.toLocalDate());
      return new PeriodShape(
          startOf(days.first()),
          startOf(days.last().plusDays(1)),
          Kind.CAMPAIGN,
          java.time.Period.ZERO);
    }
    if (data == null) {
      throw new MingshuException(
          ErrorCode.PERIOD_OUTSIDE_DATA, new Text("还没有任何数据", "There are no data yet"));
    }
    return between(data.first(), data.last());
  }

  /** Dates that make up whole months count as these months. */
  private PeriodShape between(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw invalid(
          "时间的起点 " + first + " 晚于终点 " + last, "The period begins on " + first + ", after its end");
    }
    LocalDate end = last.plusDays(1);
    boolean wholeMonths = first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1;
    java.time.Period step =
        wholeMonths
            ? java.time.Period.ofMonths((int) ChronoUnit.MONTHS.between(first, end))
            : java.time.Period.ofDays((int) ChronoUnit.DAYS.between(first, end));
    return new PeriodShape(
        startOf(first), startOf(end), wholeMonths ? Kind.CALENDAR : Kind.FREE, step);
  }

  /** Whole days (of hours: whole hours) that end yesterday (just now). */
  private PeriodShape lastDays(Period.Last last, LocalDateTime now) {
    if (last.unit() == Grain.HOUR) {
      return lastWhole(last, now);
    }
    LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
    java.time.Period length = length(last.count(), last.unit());
    return new PeriodShape(today.minus(length), today, Kind.FREE, length);
  }

  private PeriodShape fiscal(Period.Fiscal period, LocalDateTime now) {
    FiscalYear year =
        catalog
            .fiscalYear()
            .orElseThrow(
                () ->
                    invalid(
                        "目录没有说明财年从哪个月开始",
                        "The catalog does not say in which month a fiscal year begins"));
    LocalDate today = now.toLocalDate();
    LocalDate current =
        switch (period.unit()) {
          case YEAR -> year.floor(today);
          case QUARTER -> year.quarterFloor(today);
          case HOUR, DAY, WEEK, MONTH ->
              throw invalid("财年只能按年或季度", "Fiscal periods are years and quarters");
        };
    return unit(calendar.plus(startOf(current), -period.back(), period.unit()), period.unit(), 1);
  }

  private PeriodShape lastWhole(Period.Last last, LocalDateTime now) {
    LocalDateTime end = calendar.floor(now, last.unit());
    return unit(calendar.plus(end, -last.count(), last.unit()), last.unit(), last.count());
  }

  private PeriodShape unit(LocalDateTime from, Grain unit, int count) {
    Kind kind =
        switch (unit) {
          case HOUR -> Kind.FREE;
          case DAY -> count == 1 ? Kind.DAY : Kind.FREE;
          case WEEK -> Kind.WEEKS;
          case MONTH, QUARTER, YEAR -> Kind.CALENDAR;
        };
    return new PeriodShape(from, calendar.plus(from, count, unit), kind, length(count, unit));
  }

  private static java.time.Period length(int count, Grain unit) {
    return switch (unit) {
      case HOUR -> java.time.Period.ZERO;
      case DAY -> java.time.Period.ofDays(count);
      case WEEK -> java.time.Period.ofWeeks(count);
      case MONTH -> java.time.Period.ofMonths(count);
      case QUARTER -> java.time.Period.ofMonths(3 * count);
      case YEAR -> java.time.Period.ofYears(count);
    };
  }

  private DayRange days(Period.Campaign campaign, LocalDate today) {
    CalendarEntry entry =
        catalog
            .calendarEntry(campaign.name())
            .orElseThrow(
                () ->
                    invalid(
                        "日历里没有活动 " + campaign.name(),
                        "The calendar has no campaign " + campaign.name()));
    Optional<DayRange> days =
        campaign.year().isPresent()
            ? entry.in(campaign.year().get()).flatMap(d -> days(d, campaign.peakOnly()))
            : latestBegun(entry, campaign.peakOnly(), today);
    return days.orElseThrow(
        () ->
            invalid(
                "日历里没有" + entry.label().zh() + "的这个时间",
                "The calendar does not know these days of " + entry.label().en()));
  }

  private static Optional<DayRange> latestBegun(
      CalendarEntry entry, boolean peakOnly, LocalDate today) {
    int years = 20;
    return IntStream.range(0, years)
        .mapToObj(back -> entry.in(today.getYear() - back))
        .flatMap(Optional::stream)
        .flatMap(d -> days(d, peakOnly).stream())
        .filter(d -> !d.first().isAfter(today))
        .findFirst();
  }

  private static Optional<DayRange> days(CalendarEntry.Dated entry, boolean peakOnly) {
    return peakOnly
        ? entry.peak().map(p -> new DayRange(p, p))
        : Optional.of(new DayRange(entry.from(), entry.to()));
  }

  private static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_QUERY, new Text(zh, en));
  }
}
