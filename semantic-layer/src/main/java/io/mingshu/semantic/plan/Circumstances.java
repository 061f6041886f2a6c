package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
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
 * @param base what it is compared with
 * @param timeline the buckets of the period
 * @param baseTimeline how rows of the base belong to the buckets of the period
 * @param rowRange which rows the timeline needs; reaches before the period for rolling values
 */
record Circumstances(
    TimeRange period,
    Optional<TimeRange> base,
    Optional<Timeline> timeline,
    Optional<Timeline> baseTimeline,
    TimeRange rowRange) {

  /** Resolves periods over one catalog. */
  static final class Resolver {
    private final Catalog catalog;
    private final PeriodResolver periods;
    private final BusinessCalendar calendar;
    private final Buckets buckets;

    Resolver(Catalog catalog) {
      this.catalog = catalog;
      this.periods = new PeriodResolver(catalog);
      this.calendar = periods.calendar();
      this.buckets = new Buckets(calendar);
    }

    Buckets buckets() {
      return buckets;
    }

    Circumstances resolve(MetricQuery query, Instant asOf, @Nullable DayRange data) {
      Period period = query.period().orElse(catalog.defaultPeriod());
      LocalDateTime now = calendar.at(asOf);
      TimeRange current = periods.resolve(period, now, data);
      Optional<TimeRange> base = Optional.empty();
      Optional<Comparison> comparison = query.comparison();
      if (query.grain().isEmpty()) {
        if (comparison.isPresent()) {
          PeriodResolver.Compared compared = periods.compare(period, comparison.get(), now, data);
          current = compared.current();
          base = Optional.of(compared.base());
        }
        return new Circumstances(current, base, Optional.empty(), Optional.empty(), current);
      }
      Grain grain = query.grain().get();
      Optional<Timeline> baseTimeline = Optional.empty();
      if (comparison.isPresent()) {
        base = Optional.of(buckets.baseRange(current, grain, comparison.get()));
        baseTimeline = Optional.of(baseTimeline(current, grain, comparison.get()));
      }
      Timeline timeline = Timeline.of(grain, buckets.of(current, grain));
      TimeRange rowRange = current;
      if (query.accumulation().isPresent()) {
        timeline = accumulating(timeline, query.accumulation().get(), current);
        rowRange = rangeOf(timeline, current);
      }
      return new Circumstances(current, base, Optional.of(timeline), baseTimeline, rowRange);
    }

    private Timeline baseTimeline(TimeRange current, Grain grain, Comparison comparison) {
      List<Timeline.Slot> slots = new ArrayList<>();
      for (Bucket bucket : buckets.of(current, grain)) {
        Bucket base = buckets.base(bucket, grain, comparison);
        slots.add(new Timeline.Slot(bucket.start(), base, base.from()));
      }
      return new Timeline(grain, slots, false);
    }

    private Timeline accumulating(Timeline timeline, Accumulation accumulation, TimeRange current) {
      List<Bucket> units = timeline.slots().stream().map(Timeline.Slot::unit).toList();
      List<Timeline.Slot> slots = new ArrayList<>();
      for (Bucket bucket : units) {
        if (accumulation instanceof Accumulation.Rolling rolling) {
          LocalDateTime first =
              calendar.plus(bucket.start(), 1L - rolling.buckets(), timeline.grain());
          LocalDateTime start = first;
          while (start.isBefore(bucket.start())) {
            LocalDateTime end = calendar.plus(start, 1, timeline.grain());
            slots.add(
                new Timeline.Slot(bucket.start(), new Bucket(start, start, end, true), first));
            start = end;
          }
          // The bucket itself reaches back to its start, before the period if need be.
          slots.add(
              new Timeline.Slot(
                  bucket.start(),
                  new Bucket(bucket.start(), bucket.start(), bucket.until(), bucket.whole()),
                  first));
        } else {
          units.stream()
              .filter(unit -> !unit.start().isAfter(bucket.start()))
              .forEach(unit -> slots.add(new Timeline.Slot(bucket.start(), unit, current.from())));
        }
      }
      return new Timeline(timeline.grain(), slots, false);
    }

    private static TimeRange rangeOf(Timeline timeline, TimeRange current) {
      LocalDateTime from =
          timeline.slots().stream()
              .map(slot -> slot.unit().from())
              .min(LocalDateTime::compareTo)
              .orElse(current.from());
      return new TimeRange(from, current.until(), current.complete());
    }
  }
}
