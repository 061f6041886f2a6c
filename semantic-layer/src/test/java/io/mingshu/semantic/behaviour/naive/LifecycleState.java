package io.mingshu.semantic.behaviour.naive;

/** What a user is in an interval. Who was active neither in it nor in the one before is nothing. */
public enum LifecycleState {
  /** Active, and the user's first event of all, of whatever kind, happened in this interval. */
  NEW,
  /** Active in this interval and in the one just before. */
  RETAINED,
  /** Active in this interval, not in the one just before, and not new. */
  RESURRECTED,
  /** Active in the interval just before, not in this one. */
  DORMANT
}
