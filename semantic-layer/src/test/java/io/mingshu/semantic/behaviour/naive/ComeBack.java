package io.mingshu.semantic.behaviour.naive;

import java.util.OptionalInt;

/**
 * When a user of a cohort must have come back, in intervals counted from the cohort's own, which is
 * number 0.
 *
 * @param first the first interval that counts
 * @param last the last one, included; empty for all later ones
 */
public record ComeBack(int first, OptionalInt last) {
  public ComeBack {
    boolean cohortItself = first == 0 && (last.isEmpty() || last.getAsInt() == 0);
    if (!cohortItself && first < 1) {
      throw new IllegalArgumentException("Nobody comes back in the interval of the start");
    }
  }

  /** In that very interval; number 0 is the cohort itself, whether it came back or not. */
  public static ComeBack in(int number) {
    return new ComeBack(number, OptionalInt.of(number));
  }

  /** In that interval or in any later one (rolling, unbounded retention). */
  public static ComeBack inOrAfter(int number) {
    return new ComeBack(number, OptionalInt.empty());
  }

  /** In at least one of those intervals, both ends included (days 1–7). */
  public static ComeBack between(int first, int last) {
    return new ComeBack(first, OptionalInt.of(last));
  }

  boolean includes(int number) {
    return number >= first && (last.isEmpty() || number <= last.getAsInt());
  }
}
