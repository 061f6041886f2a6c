package io.mingshu.semantic.behaviour;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The events of one person that were taken as steps. */
final class Chain {
  private final int[] places;

  /**
   * @param places where they stand among the person's events, in order
   */
  Chain(int[] places) {
    this.places = places;
  }

  int depth() {
    return places.length;
  }

  /** Where the event of a step stands that was taken as that number, counted from 1. */
  int place(int taken) {
    return places[taken - 1];
  }

  int first() {
    return places[0];
  }

  /**
   * Whether it tells a person's times rather than another: the deeper; of equally deep ones, the
   * first to get there; of those, the one that began last; of those, the one that took its steps
   * earliest.
   */
  boolean isBetterThan(@Nullable Chain other) {
    if (other == null || depth() != other.depth()) {
      return other == null || depth() > other.depth();
    }
    int last = depth() - 1;
    if (places[last] != other.places[last]) {
      return places[last] < other.places[last];
    }
    if (first() != other.first()) {
      return first() > other.first();
    }
    return Arrays.compare(places, other.places) < 0;
  }
}
