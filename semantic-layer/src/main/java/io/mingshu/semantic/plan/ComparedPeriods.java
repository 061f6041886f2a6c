package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an analysis takes place, and when what it is compared with.
 *
 * @param asked the period that was asked
 * @param base what it is compared with
 * @param buckets by interval of the base, as its column has it, those of the asked period that are
 *     compared with it; empty where intervals are no rows
 * @param uncompared which intervals are compared with nothing, and why
 */
record ComparedPeriods(
    TimeRange asked,
    Optional<TimeRange> base,
    Map<Object, List<Object>> buckets,
    Optional<Text> uncompared) {

  private static final Text UNFINISHED =
      new Text("还没有过完的一期不作对比", "An interval that is not over yet is compared with nothing");
  private static final Text LONGER =
      new Text(
          "两段时间长短不同，按先后对齐，多出来的没有对比",
          "The periods differ in length: they are set side by side from their start, and what is"
              + " left over is compared with nothing");

  /** Resolves periods at one moment of asking. */
  static final class Resolver {
    private final PeriodResolver periods;
    private final LocalDateTime now;
    private final @Nullable DayRange data;

    Resolver(PeriodResolver periods, LocalDateTime now, @Nullable DayRange data) {
      this.periods = periods;
      this.now = now;
      this.data = data;
    }

    ComparedPeriods of(BehaviourQuery query, Period period) {
      Comparison comparison = query.comparison().orElse(null);
      Grain grain = query.buckets().orElse(null);
      TimeRange asked = periods.resolve(period, now, data);
      if (comparison == null) {
        return new ComparedPeriods(asked, Optional.empty(), Map.of(), Optional.empty());
      }
      if (grain == null) {
        PeriodResolver.Compared both = periods.compare(period, comparison, now, data);
        return new ComparedPeriods(
            both.current(), Optional.of(both.base()), Map.of(), Optional.empty());
      }
      if (comparison instanceof Comparison.With) {
        PeriodResolver.Compared both = periods.compare(period, comparison, now, data);
        return inBuckets(query, grain, both.current(), both.base(), inOrder(both, grain));
      }
      List<Pair> pairs = new ArrayList<>();
      for (Bucket bucket : buckets(asked, grain)) {
        Bucket base = new Buckets(periods.calendar()).base(bucket, grain, comparison);
        pairs.add(new Pair(bucket.start(), Optional.of(base.start())));
      }
      TimeRange base = new Buckets(periods.calendar()).baseRange(asked, grain, comparison);
      return inBuckets(query, grain, asked, base, pairs);
    }

    private record Pair(LocalDateTime asked, Optional<LocalDateTime> base) {}

    /** The first with the first, the second with the second. */
    private List<Pair> inOrder(PeriodResolver.Compared both, Grain grain) {
      List<Bucket> asked = buckets(both.current(), grain);
      List<Bucket> base = buckets(both.base(), grain);
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < Math.min(asked.size(), base.size()); i++) {
        pairs.add(new Pair(asked.get(i).start(), Optional.of(base.get(i).start())));
      }
      for (Bucket more : asked.subList(pairs.size(), asked.size())) {
        pairs.add(new Pair(more.start(), Optional.empty()));
      }
      return pairs;
    }

    private List<Bucket> buckets(TimeRange range, Grain grain) {
      Circumstances.Resolver.refuseTooMany(range, grain);
      return new Buckets(periods.calendar()).of(range, grain);
    }

    private ComparedPeriods inBuckets(
        BehaviourQuery query, Grain grain, TimeRange asked, TimeRange base, List<Pair> pairs) {
      Map<Object, List<Object>> buckets = new LinkedHashMap<>();
      Optional<Text> uncompared = Optional.empty();
      for (Pair pair : pairs) {
        if (query instanceof LifecycleQuery && !isOver(pair.asked(), grain)) {
          uncompared = Optional.of(UNFINISHED);
        } else if (pair.base().isEmpty()) {
          uncompared = Optional.of(LONGER);
        } else {
          buckets
              .computeIfAbsent(
                  BehaviourColumns.start(pair.base().get(), grain), start -> new ArrayList<>())
              .add(BehaviourColumns.start(pair.asked(), grain));
        }
      }
      return new ComparedPeriods(asked, Optional.of(base), buckets, uncompared);
    }

    /** A lifecycle looks at whole intervals: one so far has nothing like it. */
    private boolean isOver(LocalDateTime start, Grain grain) {
      LocalDateTime end = periods.calendar().plus(start, 1, grain);
      boolean known = data == null || !end.isAfter(data.last().plusDays(1).atStartOfDay());
      return known && !end.isAfter(now);
    }
  }
}
