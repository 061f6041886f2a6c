package io.mingshu.semantic.behaviour;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lifecycle: what each person is in an interval, looking at it and at the one before. */
public final class LifecycleFold {
  private final int intervals;
  private final Map<State, long[]> counts = new EnumMap<>(State.class);
  private final BitSet starts = new BitSet();
  private final BitSet returns = new BitSet();
  private @Nullable String person;
  private int first;

  /** What a person is, in the order of the result's figures. */
  public enum State {
    NEW,
    RETAINED,
    RESURRECTED,
    DORMANT
  }

  /**
   * @param intervals how many intervals are looked at: 1 to that number; 0 is the one before
   */
  public LifecycleFold(int intervals) {
    Bounds.requireFigures((long) intervals * State.values().length);
    this.intervals = intervals;
    for (State state : State.values()) {
      counts.put(state, new long[intervals]);
    }
  }

  /**
   * What a person did in an interval. Rows of a person follow each other, in order of time; where
   * somebody did anything at all, there is a row.
   *
   * @param interval its number; negative: before all of them
   * @param start whether there was activity as the query's conditions want it
   * @param comeBack whether there was any activity
   */
  public void accept(String who, int interval, boolean start, boolean comeBack) {
    if (!who.equals(person)) {
      endOfPerson();
      person = who;
      first = interval;
    }
    if (interval >= 0 && start) {
      starts.set(interval);
    }
    if (interval >= 0 && comeBack) {
      returns.set(interval);
    }
  }

  /** How many people each state has, by interval. */
  public Map<State, long[]> result() {
    endOfPerson();
    return Collections.unmodifiableMap(counts);
  }

  private void endOfPerson() {
    for (int i = returns.nextSetBit(0); i >= 0; i = returns.nextSetBit(i + 1)) {
      count(i);
      if (!returns.get(i + 1)) {
        count(i + 1);
      }
    }
    starts.clear();
    returns.clear();
  }

  private void count(int interval) {
    if (interval < 1 || interval > intervals) {
      return;
    }
    State state = state(interval);
    if (state != null) {
      Objects.requireNonNull(counts.get(state))[interval - 1]++;
    }
  }

  private @Nullable State state(int now) {
    if (starts.get(now - 1)) {
      return returns.get(now) ? State.RETAINED : State.DORMANT;
    }
    if (!starts.get(now)) {
      return null;
    }
    if (first == now) {
      return State.NEW;
    }
    return returns.get(now - 1) ? null : State.RESURRECTED;
  }
}
