package io.mingshu.semantic.behaviour.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomLogsTest {
  private static final WallClock NEW_YORK =
      new WallClock(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY);

  @Test
  void theSameSeedGivesTheSameLogs() {
    RandomLogs logs = new RandomLogs(7, NEW_YORK);
    RandomLogs again = new RandomLogs(7, NEW_YORK);

    assertThat(List.of(logs.next(), logs.next())).isEqualTo(List.of(again.next(), again.next()));
  }

  /** What seldom meets does so here often enough to be tested. */
  @Test
  void cornersAreFull() {
    List<EventLog> logs =
        LongStream.range(0, 100).mapToObj(seed -> new RandomLogs(seed, NEW_YORK).next()).toList();

    assertThat(logs.stream().filter(RandomLogsTest::hasTies)).hasSizeGreaterThan(50);
    assertThat(logs.stream().filter(RandomLogsTest::hasMidnights)).hasSizeGreaterThan(50);
    assertThat(logs.stream().filter(RandomLogsTest::hasBothOffsets)).hasSizeGreaterThan(50);
  }

  private static boolean hasTies(EventLog log) {
    return log.happenings().stream().map(Happening::at).distinct().count()
        < log.happenings().size();
  }

  private static boolean hasMidnights(EventLog log) {
    return log.happenings().stream()
        .anyMatch(event -> NEW_YORK.shows(event).toLocalTime().equals(LocalTime.MIDNIGHT));
  }

  private static boolean hasBothOffsets(EventLog log) {
    return new HashSet<>(
                log.happenings().stream()
                    .map(event -> NEW_YORK.zone().getRules().getOffset(event.at()))
                    .toList())
            .size()
        > 1;
  }
}
