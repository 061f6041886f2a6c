package io.mingshu.semantic.behaviour;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Windowed conversion: each conversion is given to the person's latest base event that is not on a
 * later day, and counts on that one's day. A group is as if there were no base events of others.
 */
public final class ConversionFold {
  private final int days;
  private final OptionalInt windowDays;
  private final Map<String, Counts> groups = new HashMap<>();

  /** The day of the person's latest base event, by its group. */
  private final Map<String, Integer> latest = new HashMap<>();

  private @Nullable String person;
  private int today;
  private long conversionsToday;

  /**
   * @param days how many days are shown, from day 0 on
   * @param windowDays how many days after its base event a conversion must be fewer than
   */
  public ConversionFold(int days, OptionalInt windowDays) {
    this.days = days;
    this.windowDays = windowDays;
  }

  /** Of each day its base events, and the conversions that were given to them. */
  public static final class Counts {
    private final long[] base;
    private final long[] conversions;

    private Counts(int days) {
      this.base = new long[days];
      this.conversions = new long[days];
    }

    public long base(int day) {
      return base[day];
    }

    public long conversions(int day) {
      return conversions[day];
    }
  }

  /**
   * What a person did on a day. Rows of a person follow each other, in order of days, one for each
   * group.
   *
   * @param group what the base events belong to; null: to none
   */
  public void accept(
      String who, int day, @Nullable String group, long baseEvents, long conversionEvents) {
    boolean same = who.equals(person);
    if (!same || day != today) {
      endOfDay();
      today = day;
    }
    if (!same) {
      person = who;
      latest.clear();
    }
    if (baseEvents > 0 && group != null) {
      latest.put(group, day);
      if (day < days) {
        counts(group).base[day] += baseEvents;
      }
    }
    conversionsToday += conversionEvents;
  }

  /** Of each group that has base events. */
  public Map<String, Counts> result() {
    endOfDay();
    return Collections.unmodifiableMap(groups);
  }

  /** Nothing on any day. */
  public Counts none() {
    return new Counts(days);
  }

  private void endOfDay() {
    if (conversionsToday > 0) {
      latest.forEach(
          (group, day) -> {
            boolean inTime = windowDays.isEmpty() || today - day < windowDays.getAsInt();
            if (day < days && inTime) {
              counts(group).conversions[day] += conversionsToday;
            }
          });
    }
    conversionsToday = 0;
  }

  private Counts counts(String group) {
    return groups.computeIfAbsent(group, name -> newGroup());
  }

  private Counts newGroup() {
    Bounds.requireFigures((groups.size() + 1L) * 2 * days);
    return none();
  }
}
