package io.mingshu.semantic.behaviour;

import java.util.Arrays;
import java.util.BitSet;

/** Which of a person's events may begin a chain, and in which interval they lie. */
final class Openings {
  private final FunnelOptions options;
  private final BitSet places = new BitSet();
  private long[] intervals = new long[0];

  Openings(FunnelOptions options) {
    this.options = options;
  }

  void read(Touches touches) {
    places.clear();
    long firstSteps = options.order() == FunnelOptions.Order.ANY ? (1L << options.steps()) - 1 : 1;
    for (int place = 0; place < touches.size(); place++) {
      if ((touches.kinds(place) & firstSteps) != 0 && options.isInPeriod(touches.at(place))) {
        places.set(place);
      }
    }
    if (options.intervals() != null) {
      if (intervals.length < touches.size()) {
        intervals = Arrays.copyOf(intervals, 2 * touches.size());
      }
      for (int place = next(0); place >= 0; place = next(place + 1)) {
        intervals[place] = options.intervals().applyAsLong(touches.at(place));
      }
    }
  }

  void close(int place) {
    places.clear(place);
  }

  /** The next one from a place on; negative where there is none. */
  int next(int place) {
    return places.nextSetBit(place);
  }

  int last() {
    return places.length() - 1;
  }

  long interval(int place) {
    return intervals[place];
  }

  /** Whether a chain that is looked at may begin with an event. */
  boolean begins(Touches touches, int place, Choice choice) {
    return places.get(place)
        && choice.takes(touches, place)
        && choice.takesAs(touches, place, 1)
        && (choice.interval() == Choice.ANY_TIME || intervals[place] == choice.interval());
  }
}
