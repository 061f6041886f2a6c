package io.mingshu.gateway.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What "now" is for questions that do not bring their own moment. */
public sealed interface AskingClock {

  Instant now();

  /** Whether it differs from the wall clock, so that people must be told. */
  boolean fixed();

  /** The wall clock. */
  static AskingClock wall() {
    return new Wall();
  }

  /** Always the same moment. */
  static AskingClock at(Instant moment) {
    return new At(moment);
  }

  /**
   * The day after the last day with data, at the present time of day: "yesterday" always has data,
   * however old the data set is.
   */
  static AskingClock dayAfter(LocalDate lastDay, ZoneId zone) {
    return new DayAfter(lastDay, zone);
  }

  record Wall() implements AskingClock {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public boolean fixed() {
      return false;
    }
  }

  record At(Instant moment) implements AskingClock {
    @Override
    public Instant now() {
      return moment;
    }

    @Override
    public boolean fixed() {
      return true;
    }
  }

  record DayAfter(LocalDate lastDay, ZoneId zone) implements AskingClock {
    @Override
    public Instant now() {
      return Instant.now().atZone(zone).with(lastDay.plusDays(1)).toInstant();
    }

    @Override
    public boolean fixed() {
      return !lastDay.plusDays(1).equals(LocalDate.now(zone));
    }
  }
}
