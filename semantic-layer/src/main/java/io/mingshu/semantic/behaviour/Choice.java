package io.mingshu.semantic.behaviour;

/**
 * Which of a person's chains are looked at.
 *
 * @param shared the value that all their events share; {@link #ANY}: whatever
 * @param everyGroup the group that all their events are in
 * @param step a step, from 1, whose event must be in {@code group}; {@link #ANY}: none
 * @param group that group
 * @param interval the start of the interval in which they begin
 * @param from the first place that matters
 * @param until the place behind the last one that does
 */
record Choice(int shared, int everyGroup, int step, int group, long interval, int from, int until) {
  static final int ANY = -2;
  static final long ANY_TIME = Long.MIN_VALUE;

  static Choice all(int size) {
    return new Choice(ANY, ANY, ANY, ANY, ANY_TIME, 0, size);
  }

  Choice sharing(int value) {
    return new Choice(value, everyGroup, step, group, interval, from, until);
  }

  Choice inEveryStep(int value) {
    return new Choice(shared, value, step, group, interval, from, until);
  }

  Choice atStep(int number, int value) {
    return new Choice(shared, everyGroup, number, value, interval, from, until);
  }

  Choice beginning(long start, int first, int end) {
    return new Choice(shared, everyGroup, step, group, start, first, end);
  }

  /** Whether an event may be a step. */
  boolean takes(Touches touches, int place) {
    return (shared == ANY || touches.shared(place) == shared)
        && (everyGroup == ANY || touches.group(place) == everyGroup);
  }

  /** Whether it may be that step, counted from 1. */
  boolean takesAs(Touches touches, int place, int number) {
    return number != step || touches.group(place) == group;
  }

  /** Whether a chain that got so far is one of those. */
  boolean isDeepEnough(int depth) {
    return step == ANY || depth >= step;
  }
}
