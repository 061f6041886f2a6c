package io.mingshu.nlq.interpret;

import io.mingshu.semantic.catalog.Ambiguity;
import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricFacts;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes with what in a catalog. */
final class CatalogShape {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private final Catalog catalog;
  private final List<Dimension> dimensions;

  /**
   * Declared metrics and, as they are met, those that follow from them. Of either a catalog has
   * only so many.
   */
  private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

  private final Map<String, Set<String>> fitting = new ConcurrentHashMap<>();
  private final Map<String, List<MetricDefinition.Aggregate>> bases = new HashMap<>();

  /** Those that count whoever bought: the metrics whose first-timers are told. */
  private final Set<String> buying = new HashSet<>();

  /** Those that count whoever was there at all, of whom it is told who comes back. */
  private final Set<String> beingThere = new HashSet<>();

  CatalogShape(Catalog catalog) {
    this.catalog = catalog;
    this.dimensions =
        Stream.concat(
                catalog.dimensions().stream(),
                catalog.segments().stream()
                    .flatMap(segment -> catalog.asDimension(segment).stream()))
            .toList();
    catalog.metrics().forEach(metric -> metrics.put(metric.name(), metric));
    for (Metric metric : catalog.metrics()) {
      bases.put(metric.name(), List.copyOf(collect(metric.definition())));
    }
    for (Metric metric : catalog.metrics()) {
      fitting.put(metric.name(), fitting(metric.name()));
      if (metric.definition() instanceof MetricDefinition.FirstTime first) {
        buying.add(first.metric());
      }
      if (metric.definition() instanceof BehaviourDefinition.Retention retention
          && retention.cohort() instanceof BehaviourDefinition.Cohort.Active cohort
          && !cohort.firstTime()) {
        beingThere.add(cohort.metric());
      }
    }
  }

  Catalog catalog() {
    return catalog;
  }

  /**
   * The catalog's question which of its figures of people is meant, with the most to choose from.
   */
  Optional<Ambiguity> whichPeople() {
    return catalog.ambiguities().stream()
        .filter(
            open -> open.metrics().size() > 1 && open.metrics().stream().allMatch(this::isPeople))
        .max(Comparator.comparingInt(open -> open.metrics().size()));
  }

  /** A metric of the catalog, or one composed of its metrics. */
  Optional<Metric> metric(String name) {
    Metric known = metrics.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Metric> following = catalog.metric(name);
    following.ifPresent(metric -> metrics.put(name, metric));
    return following;
  }

  /** The aggregates that a metric is made of. */
  List<MetricDefinition.Aggregate> bases(String metric) {
    List<MetricDefinition.Aggregate> known = bases.get(metric);
    return known != null
        ? known
        : metric(metric).map(m -> collect(m.definition())).orElse(List.of());
  }

  /** The facts that a metric reads. */
  Set<String> facts(String metric) {
    return new MetricFacts(catalog).of(metric);
  }

  boolean goTogether(String metric, String dimension) {
    return metric(metric).isPresent()
        ? fitting.computeIfAbsent(metric, this::fitting).contains(dimension)
        : fitting(metric).contains(dimension);
  }

  private Set<String> fitting(String metric) {
    Set<String> facts = facts(metric);
    return dimensions.stream()
        .filter(dimension -> facts.stream().allMatch(dimension::belongsTo))
        .map(Dimension::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The dimensions that people may group a metric by. */
  List<Dimension> dimensionsOf(String metric) {
    return catalog.dimensions().stream()
        .filter(d -> !d.personal() && goTogether(metric, d.name()))
        .toList();
  }

  boolean isRatio(String metric) {
    return definition(metric).filter(MetricDefinition.Ratio.class::isInstance).isPresent();
  }

  /** Whether a metric is a figure per something that another counts: 客单价 per 买家. */
  boolean isPer(String metric, String counted) {
    return definition(metric)
        .filter(
            d -> d instanceof MetricDefinition.Ratio ratio && ratio.denominator().equals(counted))
        .isPresent();
  }

  boolean isPeriodMean(String metric) {
    return definition(metric).filter(MetricDefinition.PeriodMean.class::isInstance).isPresent();
  }

  /** The unit that a metric is a mean over (months for MAU). */
  Optional<Grain> unitOfMean(String metric) {
    return definition(metric)
        .filter(MetricDefinition.PeriodMean.class::isInstance)
        .map(mean -> ((MetricDefinition.PeriodMean) mean).unit());
  }

  /** Whether it tells of the days up to the last one, which is yesterday where nothing is said. */
  boolean isOfTheLastDays(String metric) {
    return definition(metric)
        .filter(
            d ->
                d instanceof BehaviourDefinition.Churn
                    || (d instanceof MetricDefinition.Ratio ratio
                        && isOfTheLastDays(ratio.numerator())
                        && isOfTheLastDays(ratio.denominator())))
        .isPresent();
  }

  /** Whether a figure is of those who signed up. */
  boolean isOfJoiners(String metric) {
    return definition(metric)
        .filter(
            d ->
                (d instanceof BehaviourDefinition.Retention retention
                        && retention.cohort() instanceof BehaviourDefinition.Cohort.Joined)
                    || d instanceof BehaviourDefinition.LifetimeValue)
        .isPresent();
  }

  /** Whether it counts those who joined, all of them. */
  boolean isJoining(String metric) {
    return definition(metric)
        .filter(
            d ->
                d instanceof MetricDefinition.Aggregate aggregate
                    && aggregate.where().isEmpty()
                    && catalog
                        .behaviour()
                        .flatMap(BehaviourLog::people)
                        .filter(all -> all.fact().equals(aggregate.fact()))
                        .filter(all -> all.time().equals(aggregate.time()))
                        .isPresent())
        .isPresent();
  }

  /** What buying is: the last step of the catalog's first funnel. */
  Optional<Filter> purchase() {
    return catalog.funnels().stream()
        .findFirst()
        .map(funnel -> funnel.steps().get(funnel.steps().size() - 1).event());
  }

  boolean isBuying(String metric) {
    return buying.contains(metric);
  }

  /** Whether it counts those who bought for the first time. */
  boolean isFirstBuying(String metric) {
    return definition(metric).filter(MetricDefinition.FirstTime.class::isInstance).isPresent();
  }

  boolean isBeingThere(String metric) {
    return beingThere.contains(metric);
  }

  /** The metric of those who were there at all. */
  Optional<String> beingThere() {
    return catalog.metrics().stream().map(Metric::name).filter(this::isBeingThere).findFirst();
  }

  /** Whether it counts those who did something: bought, or anything where it is absent. */
  boolean counts(String metric, Optional<Filter> event) {
    return event.isEmpty() ? isBeingThere(metric) : isBuying(metric) && event.equals(purchase());
  }

  /** Whether it is of cohorts, whose latest complete ones are meant where no time is said. */
  boolean isOfCohorts(String metric) {
    return definition(metric)
        .filter(
            d ->
                d instanceof BehaviourDefinition.Retention
                    || d instanceof BehaviourDefinition.LifetimeValue)
        .isPresent();
  }

  /** Whether it is a mean over some unit of time, or made of one. */
  boolean isMadeOfMeans(String metric) {
    return isPeriodMean(metric)
        || definition(metric).stream()
            .flatMap(d -> references(d).stream())
            .anyMatch(this::isMadeOfMeans);
  }

  /** Whether it is a figure of what became of people, or made of one. */
  boolean isOfReturns(String metric) {
    Optional<MetricDefinition> definition = definition(metric);
    return definition.filter(BehaviourDefinition.class::isInstance).isPresent()
        || definition.stream().flatMap(d -> references(d).stream()).anyMatch(this::isOfReturns);
  }

  /** Whether it tells who was there at one time and at another, or is made of such: by days. */
  boolean isOfTwoTimes(String metric) {
    Optional<MetricDefinition> definition = definition(metric);
    return definition
            .filter(
                d ->
                    d instanceof BehaviourDefinition.Churn
                        || d instanceof BehaviourDefinition.Lifecycle
                        || (d instanceof BehaviourDefinition.Retention retention
                            && retention.cohort() instanceof BehaviourDefinition.Cohort.Active))
            .isPresent()
        || definition.stream().flatMap(d -> references(d).stream()).anyMatch(this::isOfTwoTimes);
  }

  /** Whether it is a mean over days, or made of one. */
  boolean isMeanOfDays(String metric) {
    Optional<MetricDefinition> definition = definition(metric);
    return definition
            .filter(d -> d instanceof MetricDefinition.PeriodMean m && m.unit() == Grain.DAY)
            .isPresent()
        || definition.stream().flatMap(d -> references(d).stream()).anyMatch(this::isMeanOfDays);
  }

  /** Whether a dimension says which kind of day a row belongs to. */
  boolean isKindOfDay(String dimension) {
    return catalog
        .dimension(dimension)
        .filter(
            d ->
                d.source() instanceof Dimension.TimePart time
                    && time.part() != Dimension.Part.HOUR_OF_DAY)
        .isPresent();
  }

  /** Whether it is shown as a percentage. */
  boolean isPercentage(String metric) {
    return metric(metric).filter(m -> m.unit() == Metric.Unit.PERCENT).isPresent();
  }

  /** Whether shares of a metric make sense: of sums and counts, not of rates. */
  boolean hasShares(String metric) {
    return metric(metric)
        .filter(m -> m.unit() != Metric.Unit.PERCENT && !isRatio(metric) && !isPeriodMean(metric))
        .isPresent();
  }

  /** The dimension that identifies what a metric counts (buyers: users). */
  Optional<Dimension> counted(String metric) {
    List<MetricDefinition.Aggregate> aggregates = bases(metric);
    if (aggregates.size() != 1
        || aggregates.get(0).function() != MetricDefinition.Function.COUNT_DISTINCT) {
      return Optional.empty();
    }
    MetricDefinition.Aggregate aggregate = aggregates.get(0);
    return catalog.dimensions().stream()
        .filter(Dimension::entity)
        .filter(
            d ->
                d.source() instanceof Dimension.Columns columns
                    && aggregate
                        .expression()
                        .filter(e -> e.equals(columns.expressions().get(aggregate.fact())))
                        .isPresent())
        .findFirst();
  }

  /** The amount of the things that a metric counts: same fact, same time. */
  Optional<String> amountOf(String metric) {
    List<MetricDefinition.Aggregate> aggregates = bases(metric);
    return aggregates.size() != 1
        ? Optional.empty()
        : catalog.metrics().stream()
            .filter(
                m ->
                    m.unit() == Metric.Unit.CURRENCY
                        && m.definition() instanceof MetricDefinition.Aggregate sum
                        && sum.function() == MetricDefinition.Function.SUM
                        && sum.fact().equals(aggregates.get(0).fact())
                        && sum.time().equals(aggregates.get(0).time()))
            .map(Metric::name)
            .findFirst();
  }

  /** The people whose rows a metric is of: same fact, same time, nothing else. */
  Optional<String> peopleOf(String metric) {
    List<MetricDefinition.Aggregate> own = bases(metric);
    return own.size() != 1
        ? Optional.empty()
        : catalog.metrics().stream()
            .filter(
                m ->
                    m.unit() == Metric.Unit.PEOPLE
                        && m.definition() instanceof MetricDefinition.Aggregate count
                        && count.function() == MetricDefinition.Function.COUNT_DISTINCT
                        && count.fact().equals(own.get(0).fact())
                        && count.time().equals(own.get(0).time())
                        && count.where().equals(own.get(0).where()))
            .map(Metric::name)
            .findFirst();
  }

  /** What a metric counts a part of: new buyers are some of the buyers. */
  Optional<String> wholeOf(String metric) {
    return definition(metric)
        .filter(MetricDefinition.FirstTime.class::isInstance)
        .map(first -> ((MetricDefinition.FirstTime) first).metric());
  }

  /** The counts of people that have a fact in common with a metric, the nearest first. */
  List<String> peopleBehind(String metric) {
    List<MetricDefinition.Aggregate> own = bases(metric);
    return catalog.metrics().stream()
        .filter(
            m ->
                m.unit() == Metric.Unit.PEOPLE
                    && m.definition() instanceof MetricDefinition.Aggregate count
                    && count.function() == MetricDefinition.Function.COUNT_DISTINCT
                    && own.stream().anyMatch(base -> base.fact().equals(count.fact())))
        .sorted(Comparator.comparing(m -> !sharesTime(m, own)))
        .map(Metric::name)
        .limit(3)
        .toList();
  }

  private static boolean sharesTime(Metric people, List<MetricDefinition.Aggregate> own) {
    String time = ((MetricDefinition.Aggregate) people.definition()).time();
    return own.stream().anyMatch(base -> base.time().equals(time));
  }

  /** Whether its figures are percentages. */
  boolean isPercent(String metric) {
    return metric(metric).filter(found -> found.unit() == Metric.Unit.PERCENT).isPresent();
  }

  boolean isPeople(String metric) {
    return metric(metric).filter(m -> m.unit() == Metric.Unit.PEOPLE).isPresent();
  }

  boolean isMoney(String metric) {
    return metric(metric).filter(m -> m.unit() == Metric.Unit.CURRENCY).isPresent();
  }

  boolean isEntity(String dimension) {
    return catalog.dimension(dimension).filter(Dimension::entity).isPresent();
  }

  private Optional<MetricDefinition> definition(String metric) {
    return metric(metric).map(Metric::definition);
  }

  private List<MetricDefinition.Aggregate> collect(MetricDefinition definition) {
    List<MetricDefinition.Aggregate> found = new ArrayList<>();
    if (definition instanceof MetricDefinition.Aggregate aggregate) {
      found.add(aggregate);
    } else {
      for (String name : references(definition)) {
        definition(name).ifPresent(next -> found.addAll(collect(next)));
      }
    }
    return found;
  }

  private static List<String> references(MetricDefinition definition) {
    if (definition instanceof MetricDefinition.Ratio ratio) {
      return List.of(ratio.numerator(), ratio.denominator());
    }
    if (definition instanceof MetricDefinition.Derived derived) {
      return names(derived.formula());
    }
    if (definition instanceof MetricDefinition.EntityCount count) {
      return names(count.condition());
    }
    if (definition instanceof MetricDefinition.PeriodMean mean) {
      return List.of(mean.metric());
    }
    if (definition instanceof MetricDefinition.FirstTime first) {
      return List.of(first.metric());
    }
    if (definition instanceof MetricDefinition.Cumulative cumulative) {
      return List.of(cumulative.metric());
    }
    return List.of();
  }

  private static List<String> names(String formula) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(formula);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
