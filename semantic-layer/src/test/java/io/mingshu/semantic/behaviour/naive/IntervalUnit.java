package io.mingshu.semantic.behaviour.naive;

/** What time is cut into. */
public enum IntervalUnit {
  HOUR,
  DAY,
  WEEK,
  MONTH
}
