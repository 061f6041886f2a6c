package io.mingshu.semantic.plan.naive;

import io.mingshu.semantic.plan.naive.NaiveFigures.Selection;
import io.mingshu.semantic.plan.naive.NaiveFigures.Window;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Whole answers, group by group. Of the product it uses only what dates periods have. */
public final class NaiveAnswers {
  private final NaiveFigures figures;
  private final Buckets buckets;
  private final BusinessCalendar calendar;
  private final BiFunction<MetricQuery, TimeRange, TimeRange> before;

  /**
   * @param today the day of asking
   * @param before what lies just before the period of a query, or what that is compared with
   */
  public NaiveAnswers(
      NaiveShop shop,
      BusinessCalendar calendar,
      java.time.DayOfWeek weekStart,
      java.time.ZoneId zone,
      LocalDate today,
      BiFunction<MetricQuery, TimeRange, TimeRange> before) {
    this.figures = new NaiveFigures(shop, zone, weekStart, today);
    this.calendar = calendar;
    this.buckets = new Buckets(calendar);
    this.before = before;
  }

  /** A row to be: its bucket, its group, its figures. */
  private record Line(
      Optional<Bucket> bucket, Map<String, Object> group, Map<String, @Nullable Object> figures) {}

  public List<List<@Nullable Object>> answer(
      MetricQuery query, TimeRange period, List<TimeRange> bases) {
    List<Line> lines = lines(query, period, bases);
    Map<MetricCondition, Double> means = means(lines, query);
    lines.removeIf(line -> !meets(line, query, period, means));
    if (query.countGroups()) {
      return List.of(List.of((long) lines.size()));
    }
    lines.sort(order(query));
    return ranked(lines, query).stream().map(line -> cells(line, query)).toList();
  }

  private List<Line> lines(MetricQuery query, TimeRange period, List<TimeRange> bases) {
    List<Optional<Bucket>> slots = new ArrayList<>();
    if (query.grain().isPresent()) {
      buckets.of(period, query.grain().get()).forEach(bucket -> slots.add(Optional.of(bucket)));
    } else {
      slots.add(Optional.empty());
    }
    List<Map<String, Object>> groups = groups(query.dimensions());
    List<String> metrics = metrics(query);
    List<Line> lines = new ArrayList<>();
    for (Map<String, Object> group : groups) {
      List<Line> ofGroup = new ArrayList<>();
      boolean anywhere = false;
      for (Optional<Bucket> slot : slots) {
        Selection now =
            selection(
                query, window(query, period, slot), before(query, slot, period), period, group);
        List<Selection> before = before(query, slot, bases, group);
        boolean exists =
            metrics.stream()
                .anyMatch(
                    m ->
                        figures.exists(m, now)
                            || before.stream().anyMatch(b -> figures.exists(m, b))
                            || whole(query, now).filter(w -> figures.exists(m, w)).isPresent());
        anywhere |= exists;
        boolean always = group.isEmpty() || query.accumulation().isPresent();
        if (exists || always) {
          ofGroup.add(new Line(slot, group, figures(query, now, before)));
        }
      }
      if (anywhere || group.isEmpty()) {
        lines.addAll(ofGroup);
      }
    }
    return lines;
  }

  private static List<String> metrics(MetricQuery query) {
    Set<String> metrics = new LinkedHashSet<>(query.metrics());
    query.conditions().forEach(c -> metrics.add(c.metric()));
    return List.copyOf(metrics);
  }

  private List<Map<String, Object>> groups(List<String> dimensions) {
    List<Map<String, Object>> groups = new ArrayList<>();
    groups.add(Map.of());
    for (String dimension : dimensions) {
      List<Map<String, Object>> finer = new ArrayList<>();
      for (Map<String, Object> group : groups) {
        for (Object value : figures.entities(dimension)) {
          Map<String, Object> one = new LinkedHashMap<>(group);
          one.put(dimension, value);
          finer.add(one);
        }
      }
      groups = finer;
    }
    return groups;
  }

  private Window window(MetricQuery query, TimeRange period, Optional<Bucket> slot) {
    if (slot.isEmpty()) {
      return new Window(period.from(), period.until());
    }
    Bucket bucket = slot.get();
    Accumulation accumulation = query.accumulation().orElse(null);
    if (accumulation instanceof Accumulation.RunningTotal) {
      return new Window(period.from(), bucket.until());
    }
    if (accumulation instanceof Accumulation.Rolling rolling) {
      Grain grain = query.grain().orElseThrow();
      return new Window(
          calendar.plus(bucket.start(), 1L - rolling.buckets(), grain), bucket.until());
    }
    return new Window(bucket.from(), bucket.until());
  }

  private static Selection selection(
      MetricQuery query, Window window, Window before, TimeRange asked, Map<String, Object> group) {
    return new Selection(
        window, before, new Window(asked.from(), asked.until()), query.filter(), group);
  }

  /** What lies just before a bucket, or before the whole range where there are none. */
  private Window before(MetricQuery query, Optional<Bucket> slot, TimeRange range) {
    if (slot.isPresent()) {
      Bucket base =
          buckets.base(slot.get(), query.grain().orElseThrow(), new Comparison.PreviousPeriod());
      return new Window(base.from(), base.until());
    }
    TimeRange found = before.apply(query, range);
    return new Window(found.from(), found.until());
  }

  private List<Selection> before(
      MetricQuery query, Optional<Bucket> slot, List<TimeRange> bases, Map<String, Object> group) {
    List<Selection> before = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      Comparison comparison = query.comparisons().get(i);
      TimeRange base = bases.get(i);
      Optional<Bucket> bucket =
          slot.map(b -> buckets.base(b, query.grain().orElseThrow(), comparison));
      Window window =
          bucket
              .map(b -> new Window(b.from(), b.until()))
              .orElse(new Window(base.from(), base.until()));
      before.add(selection(query, window, before(query, bucket, base), base, group));
    }
    return before;
  }

  private Map<String, @Nullable Object> figures(
      MetricQuery query, Selection now, List<Selection> before) {
    Map<String, @Nullable Object> all = new HashMap<>();
    for (String metric : metrics(query)) {
      Object value = figures.value(metric, now);
      all.put(metric + Measure.VALUE, value);
      for (int i = 0; i < before.size(); i++) {
        List<Measure> measures = Measure.ofComparison(i);
        Object previous = figures.value(metric, before.get(i));
        Object difference = NaiveFigures.minus(value, previous);
        all.put(metric + measures.get(0), previous);
        all.put(metric + measures.get(1), difference);
        all.put(metric + measures.get(2), NaiveFigures.divide(difference, previous));
      }
      query
          .share()
          .ifPresent(
              share -> {
                Object total = figures.value(metric, total(now, share.over()));
                all.put(metric + Measure.SHARE, NaiveFigures.divide(value, total));
              });
    }
    return all;
  }

  /** What a share is of, where it makes the groups: no shared dimension is asked for. */
  private static Optional<Selection> whole(MetricQuery query, Selection now) {
    return query
        .share()
        .filter(share -> share.over().stream().noneMatch(query.dimensions()::contains))
        .map(share -> total(now, share.over()));
  }

  private static Selection total(Selection part, List<String> over) {
    Map<String, Object> group = new HashMap<>(part.group());
    over.forEach(group::remove);
    List<Filter> kept = new ArrayList<>();
    List<Filter> all =
        part.filter()
            .map(f -> f instanceof Filter.And and ? and.parts() : List.of(f))
            .orElse(List.of());
    for (Filter filter : all) {
      if (!isOn(filter, over)) {
        kept.add(filter);
      }
    }
    return new Selection(
        part.window(), part.before(), part.asked(), Optional.of(new Filter.And(kept)), group);
  }

  private static boolean isOn(Filter filter, List<String> dimensions) {
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().allMatch(part -> isOn(part, dimensions));
    }
    String on =
        filter instanceof Filter.In in
            ? in.dimension()
            : filter instanceof Filter.IsNull isNull
                ? isNull.dimension()
                : filter instanceof Filter.Top top ? top.dimension() : "";
    return dimensions.contains(on);
  }

  private static Map<MetricCondition, Double> means(List<Line> lines, MetricQuery query) {
    Map<MetricCondition, Double> means = new HashMap<>();
    for (MetricCondition condition : query.conditions()) {
      lines.stream()
          .map(line -> line.figures().get(condition.metric() + Measure.VALUE))
          .filter(figure -> figure != null)
          .mapToDouble(NaiveFigures::number)
          .average()
          .ifPresent(mean -> means.put(condition, mean));
    }
    return means;
  }

  private boolean meets(
      Line line, MetricQuery query, TimeRange period, Map<MetricCondition, Double> means) {
    for (MetricCondition condition : query.conditions()) {
      Object figure = line.figures().get(condition.metric() + condition.measure());
      if (condition.mean()) {
        Double mean = means.get(condition);
        if (figure == null || mean == null || !NaiveFigures.holds(condition, figure, mean)) {
          return false;
        }
      } else if (condition.overall()) {
        Window all = new Window(period.from(), period.until());
        Window earlier = before(query, Optional.empty(), period);
        Object overall =
            figures.value(condition.metric(), selection(query, all, earlier, period, Map.of()));
        if (figure == null
            || overall == null
            || !NaiveFigures.holds(condition, figure, NaiveFigures.number(overall))) {
          return false;
        }
      } else if (!NaiveFigures.holds(condition, figure)) {
        return false;
      }
    }
    return true;
  }

  private static Comparator<Line> order(MetricQuery query) {
    Comparator<Line> byBucket =
        Comparator.comparing(line -> line.bucket().map(Bucket::start).orElse(LocalDateTime.MIN));
    Ordering ordering =
        query.ordering().orElse(new Ordering(query.metrics().get(0), Measure.VALUE, true));
    Comparator<Line> byFigure =
        NaiveFigures.byFigure(
            line -> line.figures().get(ordering.metric() + ordering.measure()),
            ordering.descending());
    Comparator<Line> order =
        query.ordering().isEmpty()
            ? byBucket.thenComparing(byFigure)
            : byFigure.thenComparing(byBucket);
    return order.thenComparing(byDimensions(query.dimensions()));
  }

  private static Comparator<Line> byDimensions(List<String> dimensions) {
    Comparator<Line> order = Comparator.comparing(line -> 0);
    for (String dimension : dimensions) {
      order = order.thenComparing(line -> sortable(line.group().get(dimension)));
    }
    return order;
  }

  private static String sortable(@Nullable Object value) {
    return value instanceof Long number ? String.format("%012d", number) : String.valueOf(value);
  }

  private static List<Line> ranked(List<Line> lines, MetricQuery query) {
    if (query.ranking().isEmpty()) {
      return lines;
    }
    Ranking ranking = query.ranking().get();
    Map<List<Object>, List<Line>> parts = new LinkedHashMap<>();
    for (Line line : lines) {
      List<Object> part = new ArrayList<>();
      ranking.within().forEach(name -> part.add(String.valueOf(line.group().get(name))));
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(line);
    }
    List<Line> kept = new ArrayList<>();
    for (List<Line> part : parts.values()) {
      int from = Math.min(ranking.skip(), part.size());
      kept.addAll(part.subList(from, Math.min(from + ranking.count(), part.size())));
    }
    if (!ranking.within().isEmpty()) {
      kept.sort(byDimensions(ranking.within()).thenComparing(order(query)));
    }
    return kept;
  }

  private static List<@Nullable Object> cells(Line line, MetricQuery query) {
    List<@Nullable Object> cells = new ArrayList<>();
    query
        .grain()
        .ifPresent(
            grain -> {
              LocalDateTime start = line.bucket().orElseThrow().start();
              cells.add(grain == Grain.HOUR ? start : start.toLocalDate());
            });
    query.dimensions().forEach(name -> cells.add(line.group().get(name)));
    for (String metric : metrics(query)) {
      for (Measure measure : Measure.values()) {
        if (line.figures().containsKey(metric + measure)) {
          cells.add(line.figures().get(metric + measure));
        }
      }
    }
    return cells;
  }
}
