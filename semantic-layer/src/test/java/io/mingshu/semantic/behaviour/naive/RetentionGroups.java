package io.mingshu.semantic.behaviour.naive;

/**
 * Cohorts by the value of an event's property. A user with start events of two values in one
 * interval is in both groups; a start event without a value forms none.
 */
public sealed interface RetentionGroups {
  String property();

  /** By the value of the start event; any return counts. */
  record ByStart(String property) implements RetentionGroups {}

  /** By the value of the start event; only a return with the same value counts. */
  record ByStartAndReturn(String property) implements RetentionGroups {}
}
