package io.mingshu.semantic.time;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The calendar units of periods, and what each of them is compared with. Immutable. */
public final class Buckets {
  private static final int DAYS_BY_DAY = 92;
  private static final int DAYS_BY_WEEK = 366;

  private final BusinessCalendar calendar;

  public Buckets(Catalog catalog) {
    this(new BusinessCalendar(catalog));
  }

  public Buckets(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Every unit of which a part lies in the range, in order, clipped to it. Hours that the business
   * clock skips (clocks put forward) are left out; hours that it shows twice are one.
   */
  public List<Bucket> of(TimeRange range, Grain grain) {
    List<Bucket> buckets = new ArrayList<>();
    LocalDateTime start = calendar.floor(range.from(), grain);
    while (start.isBefore(range.until())) {
      LocalDateTime end = calendar.plus(start, 1, grain);
      if (grain != Grain.HOUR || calendar.hasHour(start)) {
        LocalDateTime from = start.isBefore(range.from()) ? range.from() : start;
        LocalDateTime until = end.isAfter(range.until()) ? range.until() : end;
        boolean whole = from.equals(start) && until.equals(end);
        buckets.add(new Bucket(start, from, until, whole));
      }
      start = end;
    }
    return List.copyOf(buckets);
  }

  /** The units that lie wholly inside the range. */
  public List<Bucket> whole(TimeRange range, Grain grain) {
    return of(range, grain).stream().filter(Bucket::whole).toList();
  }

  /** The start of the unit that the one beginning at {@code start} is compared with. */
  public LocalDateTime baseStart(LocalDateTime start, Grain grain, Comparison comparison) {
    if (comparison instanceof Comparison.PreviousPeriod) {
      return calendar.plus(start, -1, grain);
    }
    if (comparison instanceof Comparison.YearBefore) {
      return grain == Grain.WEEK ? calendar.sameWeekOfYearBefore(start) : start.minusYears(1);
    }
    if (comparison instanceof Comparison.DaysBefore daysBefore) {
      LocalDateTime base = start.minusDays(daysBefore.days());
      if (calendar.isStart(base, grain)) {
        return base;
      }
      throw invalid(
          "按这个粒度不能和 " + daysBefore.days() + " 天前比",
          "Buckets of this grain cannot be compared with " + daysBefore.days() + " days before");
    }
    throw invalid("有时间粒度时不能和另一个指定的时间比", "A named base period does not go with a time grain");
  }

  /**
   * What a bucket is compared with: a whole one with the whole base, a clipped one with the part of
   * the base that has the same distance from its start (this week so far: as much of last week).
   */
  public Bucket base(Bucket bucket, Grain grain, Comparison comparison) {
    LocalDateTime start = baseStart(bucket.start(), grain, comparison);
    LocalDateTime end = calendar.plus(start, 1, grain);
    if (bucket.whole()) {
      return new Bucket(start, start, end, true);
    }
    LocalDateTime from = earlier(start.plus(Duration.between(bucket.start(), bucket.from())), end);
    boolean endClipped = bucket.until().isBefore(calendar.plus(bucket.start(), 1, grain));
    LocalDateTime until =
        endClipped
            ? earlier(start.plus(Duration.between(bucket.start(), bucket.until())), end)
            : end;
    return new Bucket(start, from, until, from.equals(start) && until.equals(end));
  }

  /** From the earliest to the latest moment that the buckets of a range are compared with. */
  public TimeRange baseRange(TimeRange range, Grain grain, Comparison comparison) {
    List<Bucket> bases = of(range, grain).stream().map(b -> base(b, grain, comparison)).toList();
    if (bases.isEmpty()) {
      return range;
    }
    LocalDateTime from =
        bases.stream().map(Bucket::from).min(LocalDateTime::compareTo).orElseThrow();
    LocalDateTime until =
        bases.stream().map(Bucket::until).max(LocalDateTime::compareTo).orElseThrow();
    return new TimeRange(from, until, true);
  }

  /** The grain of a trend that names none: days up to 92 of them, weeks up to a year, months. */
  public Grain trendGrain(TimeRange range) {
    long days = Duration.between(range.from(), range.until()).toDays();
    if (days <= DAYS_BY_DAY) {
      return Grain.DAY;
    }
    return days <= DAYS_BY_WEEK ? Grain.WEEK : Grain.MONTH;
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  private static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_QUERY, new Text(zh, en));
  }
}
