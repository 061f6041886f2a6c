package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics by dimensions over a period.
 *
 * @param metrics names of catalog metrics, at least one, in the order of the answer's columns
 * @param dimensions names of catalog dimensions to group by, in the order of the answer's columns
 * @param filter which rows count
 * @param period when; absent: the catalog's default period
 * @param grain group by time buckets of each metric's own time column
 * @param comparison adds previous, difference and change to each metric
 * @param secondComparison the same against another earlier period; only beside a first one, and
 *     neither of them with a named period
 * @param conditions which groups stay (all must hold)
 * @param ordering how groups are ordered; absent: time buckets ascending, else the first metric
 *     descending
 * @param ranking only the first groups
 * @param share adds shares
 * @param accumulation running or rolling values over the grain
 * @param countGroups answer the number of groups that remain instead of the groups ("how many
 *     provinces have …")
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MetricQuery(
    List<String> metrics,
    List<String> dimensions,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Grain> grain,
    Optional<Comparison> comparison,
    Optional<Comparison> secondComparison,
    List<MetricCondition> conditions,
    Optional<Ordering> ordering,
    Optional<Ranking> ranking,
    Optional<Share> share,
    Optional<Accumulation> accumulation,
    boolean countGroups)
    implements SemanticQuery {

  public MetricQuery {
    metrics = copyOrEmpty(metrics);
    dimensions = copyOrEmpty(dimensions);
    conditions = copyOrEmpty(conditions);
  }

  /** Readers of JSON give null for what was left out. */
  private static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Against which earlier periods, in the order of the answer's columns. */
  public List<Comparison> comparisons() {
    return Stream.of(comparison, secondComparison).flatMap(Optional::stream).toList();
  }

  /** The dimensions that it groups or narrows by. */
  @Override
  public Set<String> namedDimensions() {
    return SemanticQuery.named(dimensions, filter);
  }

  /**
   * The metrics over the default period, to be refined with the {@code with…} and {@code without…}
   * methods.
   */
  public static MetricQuery of(String... metrics) {
    return new Parts(List.of(metrics)).whole();
  }

  public MetricQuery withMetrics(List<String> metrics) {
    return edited(parts -> parts.metrics = metrics);
  }

  public MetricQuery withDimensions(List<String> dimensions) {
    return edited(parts -> parts.dimensions = dimensions);
  }

  public MetricQuery withFilter(Filter filter) {
    return edited(parts -> parts.filter = Optional.of(filter));
  }

  public MetricQuery withPeriod(Period period) {
    return edited(parts -> parts.period = Optional.of(period));
  }

  public MetricQuery withGrain(Grain grain) {
    return edited(parts -> parts.grain = Optional.of(grain));
  }

  public MetricQuery withComparison(Comparison comparison) {
    return edited(parts -> parts.comparison = Optional.of(comparison));
  }

  public MetricQuery withSecondComparison(Comparison comparison) {
    return edited(parts -> parts.secondComparison = Optional.of(comparison));
  }

  public MetricQuery withConditions(List<MetricCondition> conditions) {
    return edited(parts -> parts.conditions = conditions);
  }

  public MetricQuery withOrdering(Ordering ordering) {
    return edited(parts -> parts.ordering = Optional.of(ordering));
  }

  public MetricQuery withRanking(Ranking ranking) {
    return edited(parts -> parts.ranking = Optional.of(ranking));
  }

  public MetricQuery withShare(Share share) {
    return edited(parts -> parts.share = Optional.of(share));
  }

  public MetricQuery withAccumulation(Accumulation accumulation) {
    return edited(parts -> parts.accumulation = Optional.of(accumulation));
  }

  public MetricQuery withCountGroups(boolean countGroups) {
    return edited(parts -> parts.countGroups = countGroups);
  }

  public MetricQuery withoutFilter() {
    return edited(parts -> parts.filter = Optional.empty());
  }

  public MetricQuery withoutPeriod() {
    return edited(parts -> parts.period = Optional.empty());
  }

  public MetricQuery withoutGrain() {
    return edited(parts -> parts.grain = Optional.empty());
  }

  public MetricQuery withoutComparison() {
    return edited(parts -> parts.comparison = Optional.empty());
  }

  public MetricQuery withoutSecondComparison() {
    return edited(parts -> parts.secondComparison = Optional.empty());
  }

  public MetricQuery withoutOrdering() {
    return edited(parts -> parts.ordering = Optional.empty());
  }

  public MetricQuery withoutRanking() {
    return edited(parts -> parts.ranking = Optional.empty());
  }

  public MetricQuery withoutShare() {
    return edited(parts -> parts.share = Optional.empty());
  }

  public MetricQuery withoutAccumulation() {
    return edited(parts -> parts.accumulation = Optional.empty());
  }

  private MetricQuery edited(Consumer<Parts> edit) {
    Parts parts = new Parts(metrics);
    parts.dimensions = dimensions;
    parts.filter = filter;
    parts.period = period;
    parts.grain = grain;
    parts.comparison = comparison;
    parts.secondComparison = secondComparison;
    parts.conditions = conditions;
    parts.ordering = ordering;
    parts.ranking = ranking;
    parts.share = share;
    parts.accumulation = accumulation;
    parts.countGroups = countGroups;
    edit.accept(parts);
    return parts.whole();
  }

  /** A query taken apart, while one part is exchanged. */
  private static final class Parts {
    private List<String> metrics;
    private List<String> dimensions = List.of();
    private Optional<Filter> filter = Optional.empty();
    private Optional<Period> period = Optional.empty();
    private Optional<Grain> grain = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<Comparison> secondComparison = Optional.empty();
    private List<MetricCondition> conditions = List.of();
    private Optional<Ordering> ordering = Optional.empty();
    private Optional<Ranking> ranking = Optional.empty();
    private Optional<Share> share = Optional.empty();
    private Optional<Accumulation> accumulation = Optional.empty();
    private boolean countGroups;

    Parts(List<String> metrics) {
      this.metrics = metrics;
    }

    MetricQuery whole() {
      return new MetricQuery(
          metrics,
          dimensions,
          filter,
          period,
          grain,
          comparison,
          secondComparison,
          conditions,
          ordering,
          ranking,
          share,
          accumulation,
          countGroups);
    }
  }
}
