package io.mingshu.semantic.behaviour.naive;

/** Which of a user's start events put the user into a cohort. */
public enum Cohorts {
  /** Each of them: a user belongs to every interval in which one happened, once in each. */
  EACH_INTERVAL,
  /** The first one inside the period, whatever happened before the period. */
  FIRST_IN_PERIOD,
  /**
   * The first one in the whole log. Whoever had it before the period is in no cohort, even where it
   * happens again inside. Events that don't have the wanted properties are no start events: the
   * first <em>matching</em> one counts.
   */
  FIRST_EVER,
  /**
   * The first event of that name in the whole log, provided that this very one has the wanted
   * properties: the buyers whose first order was over 500, not the first order over 500.
   */
  FIRST_EVER_IF_MATCHING
}
