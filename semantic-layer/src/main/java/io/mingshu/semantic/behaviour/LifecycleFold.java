package io.mingshu.semantic.behaviour;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lifecycle: what each person is in an interval, looking at it and at the one before. A group is as
 * if only its activity met the query's conditions.
 */
public final class LifecycleFold {
  private final int intervals;
  private final Map<String, Map<State, long[]>> groups = new HashMap<>();
  private final Map<String, BitSet> starts = new HashMap<>();
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
    this.intervals = intervals;
  }

  /**
   * What a person did in an interval. Rows of a person follow each other, in order of time; where
   * somebody did anything at all, there is a row.
   *
   * @param interval its number; negative: before all of them
   * @param group what the activity belongs to; null: to none
   * @param start whether there was activity as the query's conditions want it
   * @param comeBack whether there was any activity
   */
  public void accept(
      String who, int interval, @Nullable String group, boolean start, boolean comeBack) {
    if (!who.equals(person)) {
      endOfPerson();
      person = who;
      first = interval;
    }
    if (interval >= 0 && start && group != null) {
      starts.computeIfAbsent(group, none -> new BitSet()).set(interval);
    }
    if (interval >= 0 && comeBack) {
      returns.set(interval);
    }
  }

  /** How many people each state has, by interval, of each group that has any. */
  public Map<String, Map<State, long[]>> result() {
    endOfPerson();
    return Collections.unmodifiableMap(groups);
  }

  /** Nobody in any state. */
  public Map<State, long[]> nobody() {
    Map<State, long[]> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, new long[intervals]);
    }
    return counts;
  }

  private void endOfPerson() {
    starts.forEach(
        (group, active) -> {
          for (int i = returns.nextSetBit(0); i >= 0; i = returns.nextSetBit(i + 1)) {
            count(group, active, i);
            if (!returns.get(i + 1)) {
              count(group, active, i + 1);
            }
          }
        });
    starts.clear();
    returns.clear();
  }

  private void count(String group, BitSet active, int interval) {
    if (interval < 1 || interval > intervals) {
      return;
    }
    State state = state(active, interval);
    if (state != null) {
      Map<State, long[]> counts = groups.computeIfAbsent(group, none -> newGroup());
      Objects.requireNonNull(counts.get(state))[interval - 1]++;
    }
  }

  private Map<State, long[]> newGroup() {
    Bounds.requireFigures((groups.size() + 1L) * intervals * State.values().length);
    return nobody();
  }

  private @Nullable State state(BitSet starts, int now) {
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
