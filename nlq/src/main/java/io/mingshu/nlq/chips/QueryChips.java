package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.PartWording;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes queries of all kinds apart into chips. What is offered can be asked: it is answerable by
 * the catalog, lies in the data, and reads otherwise than what is there. Immutable.
 */
public final class QueryChips {
  private static final Text ADD_DIMENSION = new Text("加维度", "break down");
  private static final Text ADD_GRAIN = new Text("按时间看", "over time");
  private static final int MOST = 30;

  private final Catalog catalog;
  private final PeriodResolver periods;
  private final QueryWording readings;
  private final Predicate<SemanticQuery> answerable;
  private final PartWording wording;
  private final BehaviourNames names;
  private final CommonChips common;
  private final MetricChips metrics;
  private final RetentionChips retentions;
  private final FunnelChips funnels;
  private final ActivityChips activities;

  /**
   * @param answerable whether the catalog finds nothing wrong with a query
   */
  public QueryChips(Catalog catalog, Predicate<SemanticQuery> answerable) {
    this.wording = new PartWording(catalog);
    this.names = new BehaviourNames(catalog);
    this.catalog = catalog;
    this.periods = new PeriodResolver(catalog);
    this.readings = new QueryWording(catalog, periods);
    this.answerable = answerable;
    this.common = new CommonChips(catalog, wording);
    this.metrics = new MetricChips(catalog, wording, common);
    this.retentions = new RetentionChips(names, wording);
    this.funnels = new FunnelChips(catalog, wording);
    this.activities = new ActivityChips(names, wording);
  }

  /** The chips without what could stand in their places. */
  public List<Chip> labels(SemanticQuery query) {
    return sketches(query, 1).chips().stream()
        .map(s -> new Chip(s.id(), s.part(), s.label(), List.of(), Optional.empty()))
        .toList();
  }

  /**
   * The chips with all that is offered.
   *
   * @param query one that can be answered
   * @param now the moment of asking on the business clock
   * @param data the days that have data, null where there are none
   */
  public Chips of(SemanticQuery query, LocalDateTime now, @Nullable DayRange data) {
    Offer offer = new Offer(query, now, data);
    Sketch.Whole whole = sketches(query, days(query, now, data));
    return new Chips(
        whole.chips().stream()
            .map(
                s ->
                    new Chip(
                        s.id(),
                        s.part(),
                        s.label(),
                        offer.fitting(s.candidates()),
                        s.without().filter(offer::isFit)))
            .toList(),
        whole.add().stream()
            .map(a -> new Chips.Addition(a.part(), a.label(), offer.fitting(a.candidates())))
            .filter(a -> !a.alternatives().isEmpty())
            .toList());
  }

  private Sketch.Whole sketches(SemanticQuery query, long days) {
    if (query instanceof MetricQuery metric) {
      return metrics.of(metric, days);
    }
    BehaviourQuery behaviour = (BehaviourQuery) query;
    List<Sketch> chips = new ArrayList<>(particular(behaviour));
    behaviour.groupBy().map(by -> group(behaviour, by)).ifPresent(chips::add);
    chips.add(common.period(query));
    chips.addAll(common.filters(query));
    common.comparison(query, Function.identity()).ifPresent(chips::add);
    List<Sketch.Adding> add = new ArrayList<>();
    if (behaviour.groupBy().isEmpty()) {
      add.add(new Sketch.Adding(Part.DIMENSION, ADD_DIMENSION, groups(behaviour)));
    }
    if (query instanceof ConversionQuery conversion && conversion.grain().isEmpty()) {
      add.add(new Sketch.Adding(Part.GRAIN, ADD_GRAIN, activities.grains(conversion)));
    }
    add.add(common.addFilter(query));
    common.addComparison(query).ifPresent(add::add);
    return new Sketch.Whole(chips, add);
  }

  private Sketch group(BehaviourQuery query, String by) {
    return Sketch.of(
        "dimension:" + by,
        Part.DIMENSION,
        wording.by(by),
        groups(query),
        query.withGroup(Optional.empty()));
  }

  /** By what people, or what they do, could be split. */
  private Stream<Alternative> groups(BehaviourQuery query) {
    return names
        .dimensions()
        .filter(name -> !query.groupBy().equals(Optional.of(name)))
        .map(name -> new Alternative(wording.by(name), query.withGroup(Optional.of(name))));
  }

  private List<Sketch> particular(BehaviourQuery query) {
    if (query instanceof RetentionQuery retention) {
      return retentions.of(retention);
    }
    if (query instanceof FunnelQuery funnel) {
      return funnels.of(funnel);
    }
    if (query instanceof PathQuery path) {
      return activities.of(path);
    }
    if (query instanceof LifecycleQuery lifecycle) {
      return activities.of(lifecycle);
    }
    return query instanceof StickinessQuery stickiness
        ? activities.of(stickiness)
        : activities.of((ConversionQuery) query);
  }

  private long days(SemanticQuery query, LocalDateTime now, @Nullable DayRange data) {
    TimeRange range = range(query, now, data);
    return Math.max(1, ChronoUnit.DAYS.between(range.firstDay(), range.lastDay()) + 1);
  }

  private TimeRange range(SemanticQuery query, LocalDateTime now, @Nullable DayRange data) {
    Optional<Period> usual =
        query instanceof BehaviourQuery behaviour ? behaviour.usualPeriod() : Optional.empty();
    Period period =
        Edits.period(query).or(() -> usual).orElse(catalog.defaultPeriod(query.namedDimensions()));
    return periods.resolve(period, now, data);
  }

  /** What can be offered beside a query. */
  private final class Offer {
    private final SemanticQuery query;
    private final LocalDateTime now;
    private final @Nullable DayRange data;
    private final Text reading;

    Offer(SemanticQuery query, LocalDateTime now, @Nullable DayRange data) {
      this.query = query;
      this.now = now;
      this.data = data;
      this.reading = readings.of(query, now, data);
    }

    List<Alternative> fitting(Stream<Alternative> candidates) {
      Set<SemanticQuery> seen = new HashSet<>();
      return candidates
          .filter(candidate -> seen.add(candidate.query()))
          .filter(candidate -> isFit(candidate.query()))
          .limit(MOST)
          .toList();
    }

    boolean isFit(SemanticQuery other) {
      return !other.equals(query) && answerable.test(other) && readsOtherwise(other);
    }

    private boolean readsOtherwise(SemanticQuery other) {
      try {
        TimeRange period = range(other, now, data);
        return isInData(period)
            && follows(other, period)
            && !readings.of(other, now, data).equals(reading);
      } catch (MingshuException e) {
        // Periods that are not defined, or that cannot be compared, are no offer.
        return false;
      }
    }

    /** Whether a second stretch of time begins after the period, and enough of it is known. */
    private boolean follows(SemanticQuery other, TimeRange period) {
      Optional<ReturnStretch> within =
          other instanceof RetentionQuery retention ? retention.within() : Optional.empty();
      if (within.isEmpty()) {
        return true;
      }
      TimeRange later = periods.stretch(within.get(), period, now, data);
      boolean over =
          !later.until().isAfter(now) && (data == null || !later.lastDay().isAfter(data.last()));
      return !later.from().isBefore(period.until())
          && isInData(later)
          && (over || within.get() instanceof ReturnStretch.During);
    }

    private boolean isInData(TimeRange range) {
      return data == null
          || (!range.isEmpty()
              && !range.lastDay().isBefore(data.first())
              && !range.firstDay().isAfter(data.last()));
    }
  }
}
