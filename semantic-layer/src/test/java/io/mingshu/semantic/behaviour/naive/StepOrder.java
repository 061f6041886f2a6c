package io.mingshu.semantic.behaviour.naive;

/** In which order the steps of a funnel must happen. */
public enum StepOrder {
  /** Each step later in the log than the one before; anything may happen in between. */
  ORDERED,
  /** The same, but among events of the same moment every order will do. */
  ORDERED_OR_SAME_MOMENT,
  /**
   * Each step is the very next event of the user after the one before: no other event of the user,
   * of whatever kind, lies in between.
   */
  STRICT,
  /** In any order: the chain begins with whichever step happens first. */
  UNORDERED
}
