package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {
  private static final WallClock NEW_YORK =
      new WallClock(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY);

  @Test
  void weeksBeginOnTheDayThatIsSaid() {
    WallClock monday = new WallClock(NEW_YORK.zone(), DayOfWeek.MONDAY);

    assertThat(NEW_YORK.startOf(time("2026-06-07T10:00"), IntervalUnit.WEEK))
        .isEqualTo(time("2026-06-07"));
    assertThat(monday.startOf(time("2026-06-07T10:00"), IntervalUnit.WEEK))
        .isEqualTo(time("2026-06-01"));
  }

  @Test
  void anHourThatTheClockSkipsIsNone() {
    assertThat(NEW_YORK.starts(span("2026-03-08T01:00", "2026-03-08T04:00"), IntervalUnit.HOUR))
        .containsExactly(time("2026-03-08T01:00"), time("2026-03-08T03:00"));
    assertThat(NEW_YORK.next(time("2026-03-08T01:00"), IntervalUnit.HOUR))
        .isEqualTo(time("2026-03-08T03:00"));
    assertThat(NEW_YORK.previous(time("2026-03-08T03:00"), IntervalUnit.HOUR))
        .isEqualTo(time("2026-03-08T01:00"));
  }

  @Test
  void anHourThatTheClockShowsTwiceIsOne() {
    assertThat(NEW_YORK.shows(Instant.parse("2026-11-01T05:30:00Z")))
        .isEqualTo(time("2026-11-01T01:30"));
    assertThat(NEW_YORK.shows(Instant.parse("2026-11-01T06:30:00Z")))
        .isEqualTo(time("2026-11-01T01:30"));
  }

  /** There the clock goes from 02:00 to 02:30. */
  @Test
  void anHourOfWhichHalfIsSkippedIsOne() {
    WallClock lordHowe = new WallClock(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.MONDAY);

    assertThat(lordHowe.starts(span("2026-10-04T01:00", "2026-10-04T04:00"), IntervalUnit.HOUR))
        .containsExactly(
            time("2026-10-04T01:00"), time("2026-10-04T02:00"), time("2026-10-04T03:00"));
  }

  @Test
  void everyIntervalThatASpanTouchesIsOneOfIts() {
    assertThat(NEW_YORK.starts(span("2026-01-31", "2026-03-01T00:01"), IntervalUnit.MONTH))
        .containsExactly(time("2026-01-01"), time("2026-02-01"), time("2026-03-01"));
  }
}
