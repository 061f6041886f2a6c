package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Grain;
import java.util.Optional;

/** How a metric is computed. Ratios are sum over sum at the asked grain, never means of ratios. */
public sealed interface MetricDefinition
    permits MetricDefinition.Aggregate,
        MetricDefinition.Ratio,
        MetricDefinition.Derived,
        MetricDefinition.PeriodMean,
        MetricDefinition.EntityCount,
        MetricDefinition.FirstTime,
        MetricDefinition.Cumulative,
        BehaviourDefinition {

  /**
   * An aggregate over the rows of one fact.
   *
   * @param expression the scalar expression over the fact's columns; absent only for {@code COUNT}
   * @param where which rows count, as a scalar expression
   * @param time the time column that places a row in a period
   */
  record Aggregate(
      String fact,
      Function function,
      Optional<String> expression,
      Optional<String> where,
      String time)
      implements MetricDefinition {}

  /** Aggregate functions. Sums and counts over no rows are 0, the others null. */
  enum Function {
    SUM,
    COUNT,
    COUNT_DISTINCT,
    MIN,
    MAX,
    AVG
  }

  /**
   * One metric over another; null where the denominator is 0. Groups are those of the denominator.
   */
  record Ratio(String numerator, String denominator) implements MetricDefinition {}

  /** Arithmetic over metrics, such as {@code paid_amount - refund_amount}. */
  record Derived(String formula) implements MetricDefinition {}

  /**
   * The mean of a metric over the whole calendar units inside the period (daily active users);
   * units without rows count 0. A period with no whole unit gives the metric itself.
   */
  record PeriodMean(String metric, Grain unit) implements MetricDefinition {}

  /**
   * The number of entities for which a condition on metrics of one fact holds, each taken per
   * entity inside the group and the bucket ({@code paid_orders >= 2}).
   *
   * @param entity the dimension that identifies them
   */
  record EntityCount(String entity, String condition) implements MetricDefinition {}

  /**
   * Of the entities that {@code metric} (a distinct count) counts, those whose first such row in
   * the whole history lies in the same bucket (the period, without a grain). Filters and groups
   * choose which entities count, never what first means.
   */
  record FirstTime(String metric) implements MetricDefinition {}

  /** A metric that accumulates over the time buckets of the period it is asked for. */
  record Cumulative(String metric) implements MetricDefinition {}
}
