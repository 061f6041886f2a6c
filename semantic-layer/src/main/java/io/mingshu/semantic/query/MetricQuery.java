package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
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

  /** The metrics over the default period, to be refined with the {@code with…} methods. */
  public static MetricQuery of(String... metrics) {
    return new MetricQuery(
        List.of(metrics),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public MetricQuery withMetrics(List<String> metrics) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withDimensions(List<String> dimensions) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withFilter(Filter filter) {
    return new MetricQuery(
        metrics,
        dimensions,
        Optional.of(filter),
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withPeriod(Period period) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        Optional.of(period),
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withGrain(Grain grain) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        Optional.of(grain),
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withComparison(Comparison comparison) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        Optional.of(comparison),
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withConditions(List<MetricCondition> conditions) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withOrdering(Ordering ordering) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        Optional.of(ordering),
        ranking,
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withRanking(Ranking ranking) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        Optional.of(ranking),
        share,
        accumulation,
        countGroups);
  }

  public MetricQuery withShare(Share share) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        Optional.of(share),
        accumulation,
        countGroups);
  }

  public MetricQuery withAccumulation(Accumulation accumulation) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        Optional.of(accumulation),
        countGroups);
  }

  public MetricQuery withCountGroups(boolean countGroups) {
    return new MetricQuery(
        metrics,
        dimensions,
        filter,
        period,
        grain,
        comparison,
        conditions,
        ordering,
        ranking,
        share,
        accumulation,
        countGroups);
  }
}
