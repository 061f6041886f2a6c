package io.mingshu.semantic.query;

/**
 * Order by a figure of a metric; ties by ascending dimension values. Nulls last.
 *
 * @param metric one of the query's metrics
 */
public record Ordering(String metric, Measure measure, boolean descending) {
  public Ordering {
    measure = measure == null ? Measure.VALUE : measure;
  }
}
