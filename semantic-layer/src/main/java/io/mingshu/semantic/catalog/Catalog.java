package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a data set means. Valid by construction: {@link CatalogReader} lets no catalog with problems
 * through.
 *
 * @param name a short identifier, such as {@code demo-shop}
 * @param zone the business time zone: every day, week and month is one of this zone
 * @param weekStart the first day of a week
 * @param fiscalYear the company's own year, where it has one
 * @param currency ISO code of amounts
 * @param defaultPeriod the period of a question that names none
 * @param facts tables of rows that happened
 * @param dimensions what facts are grouped and filtered by
 * @param metrics what is measured
 * @param calendar named days: campaigns
 * @param ambiguities words that mean several things and are asked back
 * @param unavailable words whose data the shop does not have, with the reason
 * @param rollups tables of daily totals that an engine may keep beside the facts
 * @param approximateDistinctAbove how many rows of a fact there must be for distinct counts over it
 *     to be estimated, where the engine can; absent: they are always exact
 * @param verified questions whose reading the owner has confirmed
 * @param behaviour which fact is the log of what people do, where there is one
 * @param funnels funnels that have a name
 * @param segments people who are set apart by rules
 * @param rfm how buyers are grouped by how lately, how often and for how much they buy
 * @param idExporters names of those who may have lists of ids of people; nobody else may
 * @param editors names of those who may add to it by what they ask; others may propose
 * @param boards boards that are offered ready made
 * @param examples questions that the catalog's owner offers to start with
 */
public record Catalog(
    String name,
    Text label,
    ZoneId zone,
    DayOfWeek weekStart,
    Optional<FiscalYear> fiscalYear,
    String currency,
    Period defaultPeriod,
    List<Fact> facts,
    List<Dimension> dimensions,
    List<Metric> metrics,
    List<CalendarEntry> calendar,
    List<Ambiguity> ambiguities,
    List<Unavailable> unavailable,
    List<Rollup> rollups,
    OptionalLong approximateDistinctAbove,
    List<VerifiedQuestion> verified,
    Optional<BehaviourLog> behaviour,
    List<Funnel> funnels,
    List<Segment> segments,
    Optional<Rfm> rfm,
    Set<String> idExporters,
    Set<String> editors,
    List<BoardTemplate> boards,
    List<Text> examples) {

  public Catalog {
    facts = List.copyOf(facts);
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
    calendar = List.copyOf(calendar);
    ambiguities = List.copyOf(ambiguities);
    unavailable = List.copyOf(unavailable);
    rollups = List.copyOf(rollups);
    verified = List.copyOf(verified);
    funnels = List.copyOf(funnels);
    segments = List.copyOf(segments);
    idExporters = Set.copyOf(idExporters);
    editors = Set.copyOf(editors);
    boards = List.copyOf(boards);
    examples = List.copyOf(examples);
  }

  /**
   * The metric of a name: a declared one, or one that follows from those, such as {@code gmv/day}
   * (the mean over whole days) and {@code orders/buyers} (the orders for each buyer).
   */
  public Optional<Metric> metric(String metricName) {
    return metrics.stream()
        .filter(m -> m.name().equals(metricName))
        .findFirst()
        .or(() -> new ComposedMetrics(metrics).named(metricName))
        .or(() -> people().filter(m -> m.name().equals(metricName)));
  }

  /**
   * The period of a query that names none: that of the first of its dimensions that has its own, or
   * the catalog's.
   */
  public Period defaultPeriod(Set<String> namedDimensions) {
    return dimensions.stream()
        .filter(dimension -> namedDimensions.contains(dimension.name()))
        .flatMap(dimension -> dimension.defaultPeriod().stream())
        .findFirst()
        .orElse(defaultPeriod);
  }

  /** The metric of how many people there are, where the catalog says who they are. */
  public Optional<Metric> people() {
    return behaviour.map(log -> Headcount.of(log, dimensions));
  }

  /**
   * The name of a metric's mean over the whole calendar units of a period; empty where a mean of it
   * makes no sense, as of a rate.
   */
  public Optional<String> meanOf(String metricName, Grain unit) {
    return new ComposedMetrics(metrics).mean(metricName, unit);
  }

  /**
   * The name of a metric for each of the distinct things that another one counts; empty where that
   * makes no sense.
   */
  public Optional<String> ratioOf(String metricName, String counted) {
    return new ComposedMetrics(metrics).ratio(metricName, counted);
  }

  /**
   * The names of the numbers of people that a figure of a cohort is made of, such as {@code
   * retention_d1/cohort_users}; none for other metrics.
   */
  public List<String> behind(String metricName) {
    return metric(metricName).map(CohortFigures::beside).orElse(List.of());
  }

  /**
   * Whether a metric is one of cohorts, of which the latest cannot be told about yet. Where no
   * period is named, it is of the latest days that can be.
   */
  public boolean isOfCohorts(String metricName) {
    return metric(metricName)
        .filter(
            metric ->
                metric.definition() instanceof BehaviourDefinition.Retention
                    || metric.definition() instanceof BehaviourDefinition.LifetimeValue
                    || isMadeOfCohorts(MetricChecks.parts(metric.definition())))
        .isPresent();
  }

  private boolean isMadeOfCohorts(Set<String> parts) {
    return !parts.isEmpty() && parts.stream().allMatch(this::isOfCohorts);
  }

  /** The names of the metrics that a metric is made of; none for one that is made of rows. */
  public Set<String> parts(String metricName) {
    return metric(metricName)
        .map(metric -> MetricChecks.parts(metric.definition()))
        .orElse(Set.of());
  }

  /** The dimension of a name: a declared one, or a segment as one. */
  public Optional<Dimension> dimension(String dimensionName) {
    return dimensions.stream()
        .filter(d -> d.name().equals(dimensionName))
        .findFirst()
        .or(() -> segment(dimensionName).flatMap(this::asDimension));
  }

  /** A segment as a dimension, which tells who belongs to it. */
  public Optional<Dimension> asDimension(Segment segment) {
    return behaviour.map(log -> new PeopleDimensions(log, dimensions).of(segment));
  }

  public Optional<Segment> segment(String segmentName) {
    return segments.stream().filter(s -> s.name().equals(segmentName)).findFirst();
  }

  public Optional<Fact> fact(String factName) {
    return facts.stream().filter(f -> f.name().equals(factName)).findFirst();
  }

  public Optional<Funnel> funnel(String funnelName) {
    return funnels.stream().filter(f -> f.name().equals(funnelName)).findFirst();
  }

  /**
   * How long after the first step of a funnel the others may happen: as the question says, else as
   * the catalog does, else a week. Empty where only the session bounds it.
   */
  public Optional<FunnelQuery.Window> windowOf(FunnelQuery query) {
    Optional<FunnelQuery.Window> unsaid =
        query.sameSession()
            ? Optional.empty()
            : query
                .funnel()
                .flatMap(this::funnel)
                .flatMap(Funnel::window)
                .or(() -> Optional.of(FunnelQuery.Window.WEEK));
    return query.window().or(() -> unsaid);
  }

  public Optional<BoardTemplate> board(String boardName) {
    return boards.stream().filter(b -> b.name().equals(boardName)).findFirst();
  }

  public Optional<CalendarEntry> calendarEntry(String entryName) {
    return calendar.stream().filter(e -> e.name().equals(entryName)).findFirst();
  }
}
