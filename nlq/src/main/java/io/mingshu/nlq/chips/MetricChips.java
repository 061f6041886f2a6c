package io.mingshu.nlq.chips;

import io.mingshu.nlq.wording.PartWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricFacts;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The chips of metrics by dimensions. Immutable. */
final class MetricChips {
  private static final Text ADD_METRIC = new Text("加指标", "add a metric");
  private static final Text ADD_DIMENSION = new Text("加维度", "break down");
  private static final Text ADD_GRAIN = new Text("按时间看", "over time");
  private static final Text ADD_ORDER = new Text("排名", "rank");
  private static final Text ADD_SHARE = new Text("加占比", "add shares");
  private static final List<Integer> COUNTS = List.of(3, 5, 10, 20);
  private static final int WEEK = 7;

  private final Catalog catalog;
  private final MetricFacts facts;
  private final Map<String, Set<String>> factsOf;
  private final PartWording wording;
  private final CommonChips common;

  MetricChips(Catalog catalog, PartWording wording, CommonChips common) {
    this.catalog = catalog;
    this.facts = new MetricFacts(catalog);
    this.factsOf =
        catalog.metrics().stream()
            .map(Metric::name)
            .collect(Collectors.toUnmodifiableMap(name -> name, facts::of));
    this.wording = wording;
    this.common = common;
  }

  /**
   * All of them, in the order of the reading.
   *
   * @param days how many days the query's period has
   */
  Sketch.Whole of(MetricQuery query, long days) {
    List<Sketch> chips = new ArrayList<>();
    counted(query).ifPresent(chips::add);
    chips.addAll(metrics(query));
    chips.addAll(dimensions(query));
    chips.add(common.period(query));
    chips.addAll(common.filters(query));
    grain(query, days).ifPresent(chips::add);
    accumulation(query).ifPresent(chips::add);
    comparisons(query).forEach(chips::add);
    share(query).ifPresent(chips::add);
    chips.addAll(conditions(query));
    order(query).ifPresent(chips::add);
    List<Sketch.Adding> add = new ArrayList<>();
    add.add(new Sketch.Adding(Part.METRIC, ADD_METRIC, moreMetrics(query)));
    add.add(new Sketch.Adding(Part.DIMENSION, ADD_DIMENSION, moreDimensions(query)));
    add.add(common.addFilter(query));
    if (query.grain().isEmpty()) {
      add.add(new Sketch.Adding(Part.GRAIN, ADD_GRAIN, grains(query, days)));
    }
    common.addComparison(query).ifPresent(add::add);
    if (query.share().isEmpty()) {
      add.add(new Sketch.Adding(Part.SHARE, ADD_SHARE, shares(query)));
    }
    if (query.ranking().isEmpty() && query.ordering().isEmpty()) {
      add.add(new Sketch.Adding(Part.ORDER, ADD_ORDER, rankings(query)));
    }
    return new Sketch.Whole(chips, add);
  }

  private Optional<Sketch> counted(MetricQuery query) {
    return query.countGroups()
        ? Optional.of(
            Sketch.of(
                "kind:count",
                Part.KIND,
                wording.counted(query),
                Stream.empty(),
                query.withCountGroups(false)))
        : Optional.empty();
  }

  private List<Sketch> metrics(MetricQuery query) {
    return query.metrics().stream()
        .map(
            name ->
                new Sketch(
                    "metric:" + name,
                    Part.METRIC,
                    wording.metric(name),
                    likely(name)
                        .filter(other -> !query.metrics().contains(other))
                        .map(
                            other ->
                                new Alternative(
                                    wording.metric(other), exchanged(query, name, other))),
                    query.metrics().size() > 1
                        ? Optional.of(without(query, name))
                        : Optional.empty()))
        .toList();
  }

  private static MetricQuery exchanged(MetricQuery query, String metric, String other) {
    MetricQuery exchanged =
        query.withMetrics(
            query.metrics().stream().map(name -> name.equals(metric) ? other : name).toList());
    Optional<Ordering> ordering = query.ordering().filter(o -> o.metric().equals(metric));
    return ordering
        .map(o -> exchanged.withOrdering(new Ordering(other, o.measure(), o.descending())))
        .orElse(exchanged);
  }

  private static MetricQuery without(MetricQuery query, String metric) {
    return fitting(
        query
            .withMetrics(query.metrics().stream().filter(name -> !name.equals(metric)).toList())
            .withConditions(
                query.conditions().stream().filter(c -> !c.metric().equals(metric)).toList()));
  }

  /** Other metrics, those of the same data and unit first. */
  private Stream<String> likely(String metric) {
    Optional<Metric.Unit> unit = catalog.metric(metric).map(Metric::unit);
    Set<String> own = facts.of(metric);
    Stream<String> made = catalog.parts(metric).stream().sorted();
    Stream<String> declared =
        catalog.metrics().stream()
            .sorted(
                Comparator.comparing((Metric m) -> !own.equals(factsOf.get(m.name())))
                    .thenComparing(m -> !unit.equals(Optional.of(m.unit()))))
            .map(Metric::name);
    return Stream.concat(metric.contains("/") ? made : Stream.empty(), declared)
        .filter(name -> !name.equals(metric))
        .distinct();
  }

  private Stream<Alternative> moreMetrics(MetricQuery query) {
    return likely(query.metrics().get(0))
        .filter(other -> !query.metrics().contains(other))
        .map(
            other -> {
              List<String> all = new ArrayList<>(query.metrics());
              all.add(other);
              return new Alternative(wording.metric(other), query.withMetrics(all));
            });
  }

  private List<Sketch> dimensions(MetricQuery query) {
    return query.dimensions().stream()
        .map(
            name ->
                Sketch.of(
                    "dimension:" + name,
                    Part.DIMENSION,
                    wording.by(name),
                    groups(query)
                        .map(
                            other ->
                                new Alternative(wording.by(other), regrouped(query, name, other))),
                    fitting(
                        query.withDimensions(
                            query.dimensions().stream().filter(d -> !d.equals(name)).toList()))))
        .toList();
  }

  private static MetricQuery regrouped(MetricQuery query, String dimension, String other) {
    MetricQuery exchanged = query.withDimensions(exchanged(query.dimensions(), dimension, other));
    if (query.ranking().isPresent()) {
      Ranking r = query.ranking().get();
      exchanged =
          exchanged.withRanking(
              new Ranking(
                  r.count(), r.skip(), exchanged(r.within(), dimension, other), r.others()));
    }
    return query.share().isPresent()
        ? exchanged.withShare(new Share(exchanged(query.share().get().over(), dimension, other)))
        : exchanged;
  }

  private static List<String> exchanged(List<String> names, String one, String other) {
    return names.stream().map(name -> name.equals(one) ? other : name).toList();
  }

  /** What the metrics can be grouped by beside what they are. */
  private Stream<String> groups(MetricQuery query) {
    return Stream.concat(
            facts.dimensionsOf(query.metrics().get(0)).stream()
                .filter(d -> !d.personal() && !d.entity()),
            catalog.segments().stream().flatMap(s -> catalog.asDimension(s).stream()))
        .map(Dimension::name)
        .filter(name -> !query.dimensions().contains(name));
  }

  private Stream<Alternative> moreDimensions(MetricQuery query) {
    return groups(query)
        .map(
            other -> {
              List<String> all = new ArrayList<>(query.dimensions());
              all.add(other);
              return new Alternative(wording.by(other), query.withDimensions(all));
            });
  }

  private Optional<Sketch> grain(MetricQuery query, long days) {
    return query
        .grain()
        .map(
            grain ->
                Sketch.of(
                    "grain",
                    Part.GRAIN,
                    wording.grain(grain),
                    grains(query, days),
                    fitting(query.withoutGrain())));
  }

  private Stream<Alternative> grains(MetricQuery query, long days) {
    return CommonChips.grains(days)
        .map(grain -> new Alternative(wording.grain(grain), regrained(query, grain)));
  }

  private static MetricQuery regrained(MetricQuery query, Grain grain) {
    MetricQuery other = query.withGrain(grain);
    Optional<String> before = query.grain().map(MetricChips::bucket);
    return before.isPresent() && query.ranking().isPresent()
        ? other.withRanking(
            new Ranking(
                query.ranking().get().count(),
                query.ranking().get().skip(),
                exchanged(query.ranking().get().within(), before.get(), bucket(grain)),
                query.ranking().get().others()))
        : other;
  }

  private static String bucket(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Sketch> accumulation(MetricQuery query) {
    Stream<Accumulation> others =
        Stream.of(new Accumulation.RunningTotal(), new Accumulation.Rolling(WEEK));
    return query
        .accumulation()
        .map(
            accumulation ->
                Sketch.of(
                    "accumulation",
                    Part.ACCUMULATION,
                    wording.accumulation(accumulation),
                    others.map(
                        other ->
                            new Alternative(
                                wording.accumulation(other), query.withAccumulation(other))),
                    query.withoutAccumulation()));
  }

  private List<Sketch> comparisons(MetricQuery query) {
    List<Sketch> chips = new ArrayList<>();
    common
        .comparison(
            query,
            rest -> {
              MetricQuery one = (MetricQuery) rest;
              return fitting(
                  one.secondComparison()
                      .map(second -> one.withoutSecondComparison().withComparison(second))
                      .orElse(one));
            })
        .ifPresent(chips::add);
    query
        .secondComparison()
        .ifPresent(
            second ->
                chips.add(
                    Sketch.of(
                        "comparison:2",
                        Part.COMPARISON,
                        wording.comparison(second),
                        Stream.empty(),
                        fitting(query.withoutSecondComparison()))));
    return chips;
  }

  private Optional<Sketch> share(MetricQuery query) {
    return query
        .share()
        .map(
            share ->
                Sketch.of(
                    "share",
                    Part.SHARE,
                    wording.share(share),
                    Stream.empty(),
                    fitting(query.withoutShare())));
  }

  private Stream<Alternative> shares(MetricQuery query) {
    return query.dimensions().stream()
        .map(name -> new Share(List.of(name)))
        .map(share -> new Alternative(wording.share(share), query.withShare(share)));
  }

  private List<Sketch> conditions(MetricQuery query) {
    return IntStream.range(0, query.conditions().size())
        .mapToObj(
            i -> {
              MetricCondition condition = query.conditions().get(i);
              List<MetricCondition> rest = new ArrayList<>(query.conditions());
              rest.remove(i);
              return Sketch.of(
                  "condition:" + i,
                  Part.CONDITION,
                  wording.condition(condition),
                  Stream.of(MetricCondition.Operator.values())
                      .filter(operator -> operator != condition.operator())
                      .map(operator -> operated(query, i, operator)),
                  query.withConditions(rest));
            })
        .toList();
  }

  private Alternative operated(MetricQuery query, int at, MetricCondition.Operator operator) {
    List<MetricCondition> all = new ArrayList<>(query.conditions());
    MetricCondition c = all.get(at);
    MetricCondition other =
        new MetricCondition(c.metric(), c.measure(), operator, c.value(), c.overall(), c.mean());
    all.set(at, other);
    return new Alternative(wording.condition(other), query.withConditions(all));
  }

  private Optional<Sketch> order(MetricQuery query) {
    if (query.ranking().isPresent()) {
      return Optional.of(
          Sketch.of(
              "order",
              Part.ORDER,
              wording.ranking(query.ranking().get(), query),
              rankings(query),
              query.withoutRanking().withoutOrdering()));
    }
    return query
        .ordering()
        .map(
            ordering ->
                Sketch.of(
                    "order",
                    Part.ORDER,
                    wording.ordering(ordering),
                    Stream.concat(orderings(query), rankings(query)),
                    query.withoutOrdering()));
  }

  private Stream<Alternative> orderings(MetricQuery query) {
    return query.metrics().stream()
        .flatMap(
            metric -> Stream.of(true, false).map(down -> new Ordering(metric, Measure.VALUE, down)))
        .map(other -> new Alternative(wording.ordering(other), query.withOrdering(other)));
  }

  /** The first and the last few, by the same figure. */
  private Stream<Alternative> rankings(MetricQuery query) {
    Ordering ordering =
        query.ordering().orElse(new Ordering(query.metrics().get(0), Measure.VALUE, true));
    Ranking ranking = query.ranking().orElse(Ranking.first(1));
    return Stream.of(ordering.descending(), !ordering.descending())
        .flatMap(
            down ->
                COUNTS.stream()
                    .map(
                        count ->
                            query
                                .withOrdering(
                                    new Ordering(ordering.metric(), ordering.measure(), down))
                                .withRanking(
                                    new Ranking(count, 0, ranking.within(), ranking.others()))))
        .map(
            other -> new Alternative(wording.ranking(other.ranking().orElseThrow(), other), other));
  }

  /** What is left when a part has gone, without what was about that part. */
  private static MetricQuery fitting(MetricQuery query) {
    MetricQuery fitting = query;
    boolean grouped = !query.dimensions().isEmpty() || query.grain().isPresent();
    if (query.grain().isEmpty()) {
      fitting = fitting.withoutAccumulation();
    }
    if (!grouped) {
      fitting =
          fitting
              .withoutRanking()
              .withoutOrdering()
              .withConditions(List.of())
              .withCountGroups(false);
    }
    Optional<Ordering> ordering = fitting.ordering();
    if (ordering.isPresent()
        && !(query.metrics().contains(ordering.get().metric())
            && isThere(ordering.get().measure(), query))) {
      fitting = fitting.withoutOrdering();
    }
    fitting =
        fitting.withConditions(
            fitting.conditions().stream().filter(c -> isThere(c.measure(), query)).toList());
    Optional<Ranking> ranking = fitting.ranking();
    if (ranking.isPresent()) {
      List<String> within =
          ranking.get().within().stream()
              .filter(
                  name ->
                      query.dimensions().contains(name)
                          || query
                              .grain()
                              .map(MetricChips::bucket)
                              .filter(name::equals)
                              .isPresent())
              .toList();
      fitting =
          fitting.withRanking(
              new Ranking(
                  ranking.get().count(), ranking.get().skip(), within, ranking.get().others()));
    }
    return fitting;
  }

  private static boolean isThere(Measure measure, MetricQuery query) {
    return switch (measure) {
      case VALUE -> true;
      case SHARE -> query.share().isPresent();
      case PREVIOUS, DIFFERENCE, CHANGE -> query.comparison().isPresent();
      case SECOND_PREVIOUS, SECOND_DIFFERENCE, SECOND_CHANGE ->
          query.secondComparison().isPresent();
    };
  }
}
