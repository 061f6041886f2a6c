package io.mingshu.semantic.behaviour;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stickiness: how many people are active in how many intervals. */
public final class StickinessFold {
  private final int occurrences;
  private final boolean cumulative;
  private final NavigableMap<Integer, Long> histogram = new TreeMap<>();
  private @Nullable String person;
  private int active;

  /**
   * @param occurrences how many events an interval needs to count as active
   * @param cumulative whether a row counts those with so many intervals or more
   */
  public StickinessFold(int occurrences, boolean cumulative) {
    this.occurrences = occurrences;
    this.cumulative = cumulative;
  }

  /** How much a person did in an interval. Rows of a person follow each other, one an interval. */
  public void accept(String who, long events) {
    if (!who.equals(person)) {
      endOfPerson();
      person = who;
    }
    if (events >= occurrences) {
      active++;
    }
  }

  /** The number of active intervals with how many people have it, where anybody has. */
  public NavigableMap<Integer, Long> result() {
    endOfPerson();
    if (!cumulative) {
      return histogram;
    }
    NavigableMap<Integer, Long> orMore = new TreeMap<>();
    long people = 0;
    int most = histogram.isEmpty() ? 0 : histogram.lastKey();
    for (int number = most; number > 0; number--) {
      people += histogram.getOrDefault(number, 0L);
      orMore.put(number, people);
    }
    return orMore;
  }

  private void endOfPerson() {
    if (active > 0) {
      histogram.merge(active, 1L, Long::sum);
    }
    active = 0;
  }
}
