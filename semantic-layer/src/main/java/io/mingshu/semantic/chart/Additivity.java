package io.mingshu.semantic.chart;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import java.util.regex.Pattern;

/**
 * Whether the parts of a metric add up to its whole. Sums and counts of rows do; distinct counts,
 * rates, means and extremes do not, and must never be stacked or cut as a pie.
 */
public final class Additivity {
  private static final Pattern SUM_OF_NAMES =
      Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{N}_]*(\\s*[+-]\\s*[\\p{L}_][\\p{L}\\p{N}_]*)*\\s*");
  private static final Pattern OPERATORS = Pattern.compile("[+\\-\\s]+");

  private final Catalog catalog;

  public Additivity(Catalog catalog) {
    this.catalog = catalog;
  }

  public boolean isAdditive(String metric) {
    return catalog.metric(metric).map(m -> isAdditive(m.definition())).orElse(false);
  }

  private boolean isAdditive(MetricDefinition definition) {
    if (definition instanceof MetricDefinition.Aggregate aggregate) {
      return aggregate.function() == Function.SUM || aggregate.function() == Function.COUNT;
    }
    if (definition instanceof MetricDefinition.Derived derived) {
      return SUM_OF_NAMES.matcher(derived.formula()).matches()
          && OPERATORS
              .splitAsStream(derived.formula().strip())
              .allMatch(name -> !name.isEmpty() && isAdditive(name));
    }
    return false;
  }
}
