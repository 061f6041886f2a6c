package io.mingshu.semantic.behaviour;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Windowed conversion: each conversion is given to the person's latest base event that is not on a
 * later day, and counts on that one's day.
 */
public final class ConversionFold {
  private final long[] base;
  private final long[] conversions;
  private final OptionalInt windowDays;
  private @Nullable String person;
  private int latest;

  /**
   * @param days how many days are shown, from day 0 on
   * @param windowDays how many days after its base event a conversion must be fewer than
   */
  public ConversionFold(int days, OptionalInt windowDays) {
    Bounds.requireFigures(2L * days);
    this.base = new long[days];
    this.conversions = new long[days];
    this.windowDays = windowDays;
  }

  /** What a person did on a day. Rows of a person follow each other, in order, one a day. */
  public void accept(String who, int day, long baseEvents, long conversionEvents) {
    if (!who.equals(person)) {
      person = who;
      latest = -1;
    }
    if (baseEvents > 0) {
      latest = day;
      if (day < base.length) {
        base[day] += baseEvents;
      }
    }
    boolean given =
        latest >= 0
            && latest < base.length
            && (windowDays.isEmpty() || day - latest < windowDays.getAsInt());
    if (given) {
      conversions[latest] += conversionEvents;
    }
  }

  /** The base events of each day. */
  public long[] base() {
    return base;
  }

  /** The conversions that were given to the base events of each day. */
  public long[] conversions() {
    return conversions;
  }
}
