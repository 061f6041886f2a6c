package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;

/**
 * What is measured.
 *
 * @param terms further words for it
 * @param description what it means, for the people who read its figures
 * @param unit how its figures are written
 */
public record Metric(
    String name,
    Text label,
    Terms terms,
    Text description,
    Unit unit,
    MetricDefinition definition) {

  /** Units of figures. */
  public enum Unit {
    /** Amounts in the catalog's currency. */
    CURRENCY,
    /** Whole things: orders, events, pieces. */
    COUNT,
    /** People. */
    PEOPLE,
    /** A fraction, shown as a percentage. */
    PERCENT,
    /** A plain number. */
    NUMBER
  }
}
