package io.mingshu.semantic.behaviour;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Retention: cohorts of people by the interval in which they start, and how many came back in which
 * interval after it.
 */
public final class RetentionFold {
  private final Options options;
  private final Map<String, Cohorts> groups = new HashMap<>();
  private final Map<String, Returns> returnsByGroup = new HashMap<>();
  private final Map<String, BitSet> starts = new HashMap<>();
  private final Returns returns = new Returns();
  private @Nullable String person;
  private boolean decided;

  /**
   * What is wanted.
   *
   * @param cohorts how many intervals have a cohort, from interval 0 on
   * @param over how many intervals, from interval 0 on, are over at the end of what is known
   * @param columns the figures of each cohort
   * @param occurrences how many events an interval needs to count as a return
   * @param firstOnly whether only the first of a person's possible starts counts
   * @param sameGroup whether only returns in the group of the start count
   */
  public record Options(
      int cohorts,
      int over,
      List<Column> columns,
      int occurrences,
      boolean firstOnly,
      boolean sameGroup) {
    public Options {
      columns = List.copyOf(columns);
    }
  }

  /**
   * In at least one of the intervals {@code first} to {@code last} after the cohort's own; 0 is the
   * cohort itself. Without a last one, in {@code first} or any later one.
   */
  public record Column(int first, OptionalInt last) {}

  /** The cohorts of a group. */
  public static final class Cohorts {
    private final long[] users;
    private final long[][] retained;

    private Cohorts(int cohorts, int columns) {
      this.users = new long[cohorts];
      this.retained = new long[cohorts][columns];
    }

    private void add(long people, int cohort, BitSet cameBack, List<Column> columns) {
      users[cohort] += people;
      for (int i = 0; i < columns.size(); i++) {
        if (cameBack(cameBack, cohort, columns.get(i))) {
          retained[cohort][i] += people;
        }
      }
    }

    public long users(int cohort) {
      return users[cohort];
    }

    /** Who came back, by the number of the column. */
    public long retained(int cohort, int column) {
      return retained[cohort][column];
    }
  }

  public RetentionFold(Options options) {
    this.options = options;
  }

  /**
   * What a person did in an interval, or one thing that they did. Rows of a person follow each
   * other, in order of time.
   *
   * @param interval its number; negative: before all cohorts
   * @param mayStart whether it is one of the things of which the first decides
   * @param starts whether it puts the person into the interval's cohort
   * @param comeBacks how many return events there are
   * @param group the value that cohorts are split by, null where there is none
   */
  public void accept(
      String who,
      int interval,
      boolean mayStart,
      boolean starts,
      long comeBacks,
      @Nullable String group) {
    if (!who.equals(person)) {
      endOfPerson();
      person = who;
    }
    if (starts && !decided && interval >= 0 && interval < options.cohorts() && group != null) {
      this.starts.computeIfAbsent(group, g -> new BitSet()).set(interval);
    }
    if (mayStart && options.firstOnly()) {
      decided = true;
    }
    if (comeBacks > 0 && interval >= 0) {
      if (!options.sameGroup()) {
        returns.add(interval, comeBacks, options.occurrences());
      } else if (group != null) {
        returnsByGroup
            .computeIfAbsent(group, g -> new Returns())
            .add(interval, comeBacks, options.occurrences());
      }
    }
  }

  /**
   * People of whom all is known at once.
   *
   * @param people how many of them did the same
   * @param startedBefore whether they started before all cohorts
   * @param started the intervals in which they started
   * @param cameBack the intervals in which they came back, often enough
   */
  public void accept(long people, boolean startedBefore, BitSet started, BitSet cameBack) {
    if (startedBefore && options.firstOnly()) {
      return;
    }
    Cohorts counts = groups.computeIfAbsent("", all -> noCohorts());
    for (int cohort = started.nextSetBit(0);
        cohort >= 0 && cohort < options.cohorts();
        cohort = options.firstOnly() ? -1 : started.nextSetBit(cohort + 1)) {
      counts.add(people, cohort, cameBack, options.columns());
    }
  }

  /** The cohorts by group; all intervals have one, of nobody where nobody starts. */
  public Map<String, Cohorts> result() {
    endOfPerson();
    return Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /** Whether enough time has passed for a cohort to be judged. */
  public static boolean isMature(int cohort, Column column, int over) {
    return cohort + column.last().orElse(column.first()) < over;
  }

  private void endOfPerson() {
    starts.forEach(this::count);
    starts.clear();
    returnsByGroup.clear();
    returns.clear();
    decided = false;
  }

  private void count(String group, BitSet cohorts) {
    Cohorts counts = groups.computeIfAbsent(group, g -> noCohorts());
    Returns mine =
        options.sameGroup() ? returnsByGroup.getOrDefault(group, new Returns()) : returns;
    for (int cohort = cohorts.nextSetBit(0); cohort >= 0; cohort = cohorts.nextSetBit(cohort + 1)) {
      counts.add(1, cohort, mine.intervals, options.columns());
    }
  }

  private static boolean cameBack(BitSet intervals, int cohort, Column column) {
    if (column.first() == 0) {
      return true;
    }
    int next = intervals.nextSetBit(cohort + column.first());
    return next >= 0 && (column.last().isEmpty() || next <= cohort + column.last().getAsInt());
  }

  /** A cohort of nobody in each interval. */
  public Cohorts noCohorts() {
    int columns = options.columns().size();
    Bounds.requireFigures((groups.size() + 1L) * options.cohorts() * (columns + 1L));
    return new Cohorts(options.cohorts(), columns);
  }

  /** In which intervals a person came back often enough; they come in order. */
  private static final class Returns {
    private final BitSet intervals = new BitSet();
    private int interval = -1;
    private long events;

    void add(int in, long more, int needed) {
      if (in != interval) {
        interval = in;
        events = 0;
      }
      events += more;
      if (events >= needed) {
        intervals.set(in);
      }
    }

    void clear() {
      intervals.clear();
      interval = -1;
    }
  }
}
