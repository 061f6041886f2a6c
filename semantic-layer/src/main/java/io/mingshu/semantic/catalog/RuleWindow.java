package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;

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

  /** The days of a period; one that is not over is taken up to the moment of asking. */
  record Of(Period period) implements RuleWindow {}

  /** All that lies before a period. */
  record BeforePeriod(Period period) implements RuleWindow {}

  /** All that lies before the day of asking. */
  record Ever() implements RuleWindow {}
}
