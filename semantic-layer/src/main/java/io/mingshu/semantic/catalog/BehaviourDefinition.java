package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Grain;

/**
 * How a metric of who comes back is computed: over the same people at two times. What the corners
 * mean is said in {@code docs/adr/0008-behaviour-definitions.md}.
 */
public sealed interface BehaviourDefinition extends MetricDefinition {

  /** The dimension that identifies who comes back. */
  String entity();

  /** Whom a retention is of. */
  sealed interface Cohort {

    /**
     * Everybody who joined in an interval. Facts of what people did have the column as well.
     *
     * @param fact a row for each of them
     * @param time when they joined
     */
    record Joined(String fact, String time) implements Cohort {}

    /**
     * Everybody who has rows of a metric in an interval: one may be in many cohorts.
     *
     * @param firstTime only those whose first such row ever lies in it: one is in one cohort.
     *     Filters and groups choose which of them count, never what first means
     */
    record Active(String metric, boolean firstTime) implements Cohort {}
  }

  /**
   * Of those whose cohort is an interval of the period, how many were there again so many intervals
   * later, over all cohorts whose later interval is over.
   *
   * @param activity a metric whose rows say that somebody was there
   * @param unit the intervals: days, weeks or months
   */
  record Retention(
      String entity, Cohort cohort, String activity, Grain unit, int after, RetentionFigure figure)
      implements BehaviourDefinition {}

  /** Which of a retention's figures it is. */
  enum RetentionFigure {
    RATE,
    COHORT,
    RETAINED
  }

  /**
   * What somebody who joined is worth in their first days, the day of joining being the first: the
   * mean over everybody whose days are over.
   *
   * @param value a metric that is summed
   */
  record LifetimeValue(
      String entity, Cohort.Joined cohort, String value, int days, LifetimeFigure figure)
      implements BehaviourDefinition {}

  /** Which of the figures of a lifetime value it is. */
  enum LifetimeFigure {
    MEAN,
    COHORT
  }

  /**
   * Those who were there in some days and then stayed away for some days up to the last one of the
   * period.
   */
  record Churn(String entity, String activity, int there, int away, ChurnFigure figure)
      implements BehaviourDefinition {}

  /** Which of the figures of churn it is: those who left, or all who were there. */
  enum ChurnFigure {
    CHURNED,
    BASE
  }

  /** Those who are in a state in the period, seen beside the one before it. */
  record Lifecycle(String entity, String activity, LifecycleState state)
      implements BehaviourDefinition {}

  /** What somebody is in a period; at most one of them. */
  enum LifecycleState {
    /** There for the first time ever. */
    NEW,
    /** There now and before. */
    RETAINED,
    /** There now, not before, and not new. */
    RESURRECTED,
    /** There before, not now. */
    DORMANT
  }
}
