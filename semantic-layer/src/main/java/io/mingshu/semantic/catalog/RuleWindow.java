package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Grain;

/** Which days a rule of a segment looks at, seen from the day of asking, which is not over. */
public sealed interface RuleWindow {

  /** So many days or months that end yesterday. */
  record Last(int count, Grain unit) implements RuleWindow {}

  /**
   * Days back from the day of asking, both included.
   *
   * @param from the earlier one, the larger number
   */
  record DaysBack(int from, int to) implements RuleWindow {}

  /** All that lies before the last so many days. */
  record Before(int days) implements RuleWindow {}

  /** All that lies before the day of asking. */
  record Ever() implements RuleWindow {}
}
