package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.PartWording;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chips that all kinds of queries have: period, conditions, comparison. Immutable. */
final class CommonChips {
  private static final Text ADD_FILTER = new Text("加条件", "add a condition");
  private static final Text ADD_COMPARISON = new Text("加对比", "compare");
  private static final Text PREVIOUS = new Text("环比（和上一期比）", "with the period before");
  private static final Text YEAR_BEFORE = new Text("同比（和去年同期比）", "with a year before");
  private static final Text WEEK_BEFORE = new Text("和 7 天前比", "with 7 days before");
  private static final int HOURS = 24;
  private static final int WEEKDAYS = 7;
  private static final int FEW_VALUES = 4;

  /** What people look at, the nearest first. */
  private static final List<Period> PERIODS =
      List.of(
          new Period.DaysAgo(1),
          new Period.ToDate(Grain.DAY),
          new Period.Last(7, Grain.DAY, false),
          new Period.Last(30, Grain.DAY, false),
          new Period.Last(90, Grain.DAY, false),
          new Period.ToDate(Grain.WEEK),
          new Period.Previous(Grain.WEEK, 1),
          new Period.ToDate(Grain.MONTH),
          new Period.Previous(Grain.MONTH, 1),
          new Period.Previous(Grain.MONTH, 2),
          new Period.ToDate(Grain.QUARTER),
          new Period.Previous(Grain.QUARTER, 1),
          new Period.ToDate(Grain.YEAR),
          new Period.Previous(Grain.YEAR, 1),
          new Period.Last(12, Grain.MONTH, true),
          new Period.All());

  private final Catalog catalog;
  private final PartWording wording;

  CommonChips(Catalog catalog, PartWording wording) {
    this.catalog = catalog;
    this.wording = wording;
  }

  /** When it is about. */
  Sketch period(SemanticQuery query) {
    Optional<Period> named = Edits.period(query);
    Stream<Alternative> others =
        Stream.concat(PERIODS.stream(), campaigns())
            .filter(period -> !named.equals(Optional.of(period)))
            .map(
                period ->
                    new Alternative(
                        wording.period(period), Edits.withPeriod(query, Optional.of(period))));
    String id = "period";
    return named.isPresent()
        ? Sketch.of(
            id,
            Part.PERIOD,
            wording.period(named.get()),
            others,
            Edits.withPeriod(query, Optional.empty()))
        : Sketch.of(id, Part.PERIOD, unnamed(query), others);
  }

  private Text unnamed(SemanticQuery query) {
    if (query instanceof MetricQuery metrics) {
      boolean headcount =
          catalog
              .people()
              .filter(people -> metrics.metrics().equals(List.of(people.name())))
              .isPresent();
      if (headcount) {
        return new Text("截至提问时", "as of now");
      }
      if (metrics.metrics().stream().allMatch(catalog::isOfCohorts)) {
        return new Text("默认最近30天看得全的", "the latest 30 days that can be told about");
      }
    }
    Optional<Period> usual =
        query instanceof BehaviourQuery behaviour ? behaviour.usualPeriod() : Optional.empty();
    return wording.usual(usual.orElse(catalog.defaultPeriod(query.namedDimensions())));
  }

  private Stream<Period> campaigns() {
    return catalog.calendar().stream()
        .map(CalendarEntry::name)
        .map(name -> new Period.Campaign(name, Optional.empty(), false));
  }

  /** Each condition that must hold. */
  List<Sketch> filters(SemanticQuery query) {
    List<Filter> parts = Filter.conjuncts(Edits.filter(query));
    return IntStream.range(0, parts.size())
        .mapToObj(
            i ->
                Sketch.of(
                    "filter:" + i,
                    Part.FILTER,
                    wording.filter(parts.get(i)),
                    others(parts.get(i)).map(other -> replaced(query, parts, i, other)),
                    Edits.withConjuncts(query, without(parts, i))))
        .toList();
  }

  private Alternative replaced(SemanticQuery query, List<Filter> parts, int at, Filter other) {
    List<Filter> all = new ArrayList<>(parts);
    all.set(at, other);
    return new Alternative(wording.filter(other), Edits.withConjuncts(query, all));
  }

  private static List<Filter> without(List<Filter> parts, int at) {
    List<Filter> rest = new ArrayList<>(parts);
    rest.remove(at);
    return rest;
  }

  private Stream<Filter> others(Filter filter) {
    if (filter instanceof Filter.In in) {
      Filter opposite = new Filter.In(in.dimension(), in.values(), !in.negated());
      Stream<Filter> values =
          values(in.dimension())
              .filter(value -> !in.values().equals(List.of(value)))
              .map(value -> new Filter.In(in.dimension(), List.of(value), false));
      return isYesOrNo(in.dimension())
          ? values.map(Filter.class::cast)
          : Stream.concat(Stream.of(opposite), values);
    }
    if (filter instanceof Filter.IsNull none) {
      return Stream.of(new Filter.IsNull(none.dimension(), !none.negated()));
    }
    if (filter instanceof Filter.Top top) {
      return Stream.concat(
          Stream.of(new Filter.Top(top.dimension(), top.metric(), top.count(), !top.descending())),
          Stream.of(3, 5, 10, 20)
              .map(
                  count -> new Filter.Top(top.dimension(), top.metric(), count, top.descending())));
    }
    return Stream.empty();
  }

  private boolean isYesOrNo(String name) {
    return catalog
        .dimension(name)
        .map(Dimension::source)
        .filter(CommonChips::isYesOrNo)
        .isPresent();
  }

  private static boolean isYesOrNo(Dimension.Source source) {
    if (source instanceof Dimension.TimePart time) {
      return time.part() == Dimension.Part.WEEKEND;
    }
    Dimension.ValueType type =
        source instanceof Dimension.Columns columns
            ? columns.type()
            : ((Dimension.Membership) source).type();
    return type == Dimension.ValueType.BOOLEAN;
  }

  /** The values of a dimension, as far as there are few enough to be known. */
  private Stream<String> values(String name) {
    if (isYesOrNo(name)) {
      return Stream.of("true", "false");
    }
    return catalog.dimension(name).stream()
        .flatMap(
            dimension -> {
              if (dimension.source() instanceof Dimension.TimePart part) {
                return part.part() == Dimension.Part.WEEKDAY
                    ? IntStream.rangeClosed(1, WEEKDAYS).mapToObj(String::valueOf)
                    : IntStream.range(0, HOURS).mapToObj(String::valueOf);
              }
              return dimension.values().stream().map(DimensionValue::code);
            });
  }

  /** Conditions on what the query says nothing about yet. */
  Sketch.Adding addFilter(SemanticQuery query) {
    List<Filter> parts = Filter.conjuncts(Edits.filter(query));
    Stream<Alternative> candidates =
        Stream.concat(
                catalog.dimensions().stream()
                    .filter(d -> !d.personal() && !d.entity())
                    .filter(d -> d.source() instanceof Dimension.Columns)
                    .filter(d -> d.values().size() <= FEW_VALUES),
                catalog.segments().stream().flatMap(s -> catalog.asDimension(s).stream()))
            .map(Dimension::name)
            .filter(name -> !query.namedDimensions().contains(name))
            .flatMap(
                name ->
                    catalog.segment(name).isPresent()
                        ? Stream.of(new Filter.In(name, List.of("true"), false))
                        : values(name).map(value -> new Filter.In(name, List.of(value), false)))
            .map(
                in -> {
                  List<Filter> all = new ArrayList<>(parts);
                  all.add(in);
                  return new Alternative(wording.filter(in), Edits.withConjuncts(query, all));
                });
    return new Sketch.Adding(Part.FILTER, ADD_FILTER, candidates);
  }

  /** What it is compared with. */
  Optional<Sketch> comparison(
      SemanticQuery query, Function<SemanticQuery, SemanticQuery> afterRemoval) {
    return Edits.comparison(query)
        .map(
            compared ->
                Sketch.of(
                    "comparison",
                    Part.COMPARISON,
                    wording.comparison(compared),
                    comparisons(query, compared),
                    afterRemoval.apply(Edits.withComparison(query, Optional.empty()))));
  }

  Optional<Sketch.Adding> addComparison(SemanticQuery query) {
    return Edits.comparison(query).isPresent()
        ? Optional.empty()
        : Optional.of(new Sketch.Adding(Part.COMPARISON, ADD_COMPARISON, comparisons(query, null)));
  }

  private static Stream<Alternative> comparisons(
      SemanticQuery query, @Nullable Comparison present) {
    return Stream.of(
            new Named(PREVIOUS, new Comparison.PreviousPeriod()),
            new Named(YEAR_BEFORE, new Comparison.YearBefore()),
            new Named(WEEK_BEFORE, new Comparison.DaysBefore(7)))
        .filter(named -> !named.comparison().equals(present))
        .map(
            named ->
                new Alternative(
                    named.label(), Edits.withComparison(query, Optional.of(named.comparison()))));
  }

  private record Named(Text label, Comparison comparison) {}

  /** Grains that show more than one bucket of so many days, and not too many. */
  static Stream<Grain> grains(long days) {
    return Stream.of(Grain.values())
        .filter(
            grain ->
                switch (grain) {
                  case HOUR -> days <= 3;
                  case DAY -> days > 1 && days <= 400;
                  case WEEK -> days > 7;
                  case MONTH -> days > 31;
                  case QUARTER -> days > 92;
                  case YEAR -> days > 366;
                });
  }
}
