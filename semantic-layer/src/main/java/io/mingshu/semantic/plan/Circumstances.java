package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of a query at a moment of asking.
 *
 * @param period what was asked
 * @param bases what it is compared with
 * @param timeline the buckets of the period
 * @param rowRange which rows the timeline needs; reaches before the period for rolling values
 */
record Circumstances(
    TimeRange period, List<Base> bases, Optional<Timeline> timeline, TimeRange rowRange) {

  Circumstances {
    bases = List.copyOf(bases);
  }

  /**
   * A period to compare with.
   *
   * @param timeline how its rows belong to the buckets of the asked period
   */
  record Base(TimeRange range, Optional<Timeline> timeline) {}

  /** Resolves periods over one catalog. */
  static final class Resolver {
    private static final int MOST_BUCKETS = 5_000;

    private final PeriodResolver periods;
    private final BusinessCalendar calendar;
    private final Buckets buckets;

    Resolver(Catalog catalog) {
      this.periods = new PeriodResolver(catalog);
      this.calendar = periods.calendar();
      this.buckets = new Buckets(calendar);
    }

    Buckets buckets() {
      return buckets;
    }

    BusinessCalendar calendar() {
      return calendar;
    }

    /** What lies just before a range that the query's period, or one of its bases, has become. */
    TimeRange before(
        TimeRange range,
        MetricQuery query,
        Period otherwise,
        Instant asOf,
        @Nullable DayRange data) {
      LocalDateTime now = calendar.at(asOf);
      Period period = query.period().orElse(otherwise);
      for (Comparison comparison : query.comparisons()) {
        if (comparison instanceof Comparison.With with
            && periods.resolve(with.base(), now, data).equals(range)) {
          period = with.base();
        }
      }
      return periods.before(period, range, now, data);
    }

    /**
     * @param otherwise the period of a query that names none
     */
    Circumstances resolve(
        MetricQuery query, Period otherwise, Instant asOf, @Nullable DayRange data) {
      Period period = query.period().orElse(otherwise);
      LocalDateTime now = calendar.at(asOf);
      TimeRange current = periods.resolve(period, now, data);
      List<Base> bases = new ArrayList<>();
      if (query.grain().isEmpty()) {
        for (Comparison comparison : query.comparisons()) {
          PeriodResolver.Compared compared = periods.compare(period, comparison, now, data);
          current = compared.current();
          bases.add(new Base(compared.base(), Optional.empty()));
        }
        return new Circumstances(current, bases, Optional.empty(), current);
      }
      Grain grain = query.grain().get();
      refuseTooMany(current, grain);
      for (Comparison comparison : query.comparisons()) {
        bases.add(
            new Base(
                buckets.baseRange(current, grain, comparison),
                Optional.of(baseTimeline(current, grain, comparison))));
      }
      Timeline timeline = Timeline.of(grain, buckets.of(current, grain));
      TimeRange rowRange = current;
      if (query.accumulation().isPresent()) {
        timeline = accumulating(timeline, query.accumulation().get(), current);
        rowRange = rangeOf(timeline, current);
      }
      return new Circumstances(current, bases, Optional.of(timeline), rowRange);
    }

    private Timeline baseTimeline(TimeRange current, Grain grain, Comparison comparison) {
      List<Timeline.Slot> slots = new ArrayList<>();
      for (Bucket bucket : buckets.of(current, grain)) {
        Bucket base = buckets.base(bucket, grain, comparison);
        slots.add(new Timeline.Slot(bucket.start(), base, base.from()));
      }
      return new Timeline(grain, slots, Timeline.Kind.MAPPED);
    }

    /** Each bucket with the units that its running or rolling value is of. */
    private Timeline accumulating(Timeline timeline, Accumulation accumulation, TimeRange current) {
      Grain grain = timeline.grain();
      List<Timeline.Slot> windows = new ArrayList<>();
      for (Timeline.Slot slot : timeline.slots()) {
        LocalDateTime start = calendar.floor(current.from(), grain);
        LocalDateTime from = current.from();
        if (accumulation instanceof Accumulation.Rolling rolling) {
          start = calendar.plus(slot.label(), 1L - rolling.buckets(), grain);
          from = start;
        }
        Bucket first = new Bucket(start, from, calendar.plus(start, 1, grain), true);
        windows.add(new Timeline.Slot(slot.label(), first, from));
      }
      return new Timeline(grain, windows, Timeline.Kind.WINDOWS);
    }

    private static TimeRange rangeOf(Timeline windows, TimeRange current) {
      LocalDateTime from =
          windows.slots().stream()
              .map(Timeline.Slot::windowFrom)
              .min(LocalDateTime::compareTo)
              .orElse(current.from());
      return new TimeRange(from, current.until(), current.complete());
    }

    /** So many buckets are no answer, and would not fit in memory either. */
    static void refuseTooMany(TimeRange range, Grain grain) {
      long hours = Duration.between(range.from(), range.until()).toHours();
      long hoursOfUnit =
          switch (grain) {
            case HOUR -> 1;
            case DAY -> 24;
            case WEEK -> 7 * 24;
            case MONTH -> 28 * 24;
            case QUARTER -> 90 * 24;
            case YEAR -> 365 * 24;
          };
      if (hours / hoursOfUnit > MOST_BUCKETS) {
        throw new MingshuException(
            ErrorCode.TOO_MANY_ROWS,
            new Text(
                "时间段太长，按这个粒度会超过 " + MOST_BUCKETS + " 个点，请换更粗的粒度",
                "The period has more than "
                    + MOST_BUCKETS
                    + " points at this grain; ask for a coarser one"));
      }
    }
  }
}
