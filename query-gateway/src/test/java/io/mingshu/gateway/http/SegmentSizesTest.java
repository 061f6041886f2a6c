package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.semantic.engine.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes are counted before somebody asks, and are of one day and one catalog. */
class SegmentSizesTest {
  private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T00:10+08:00[Asia/Shanghai], 00:30, PT20M",
    "2026-07-01T00:30+08:00[Asia/Shanghai], 00:30, PT24H",
    "2026-07-01T10:00+08:00[Asia/Shanghai], 00:30, PT14H30M",
    // The night in which the clocks go forward has an hour less.
    "2026-03-28T03:00Z[Europe/London], 03:00, PT23H"
  })
  void theNextTimeIsOnTheCatalogsClock(ZonedDateTime now, LocalTime daily, Duration until) {
    assertThat(SegmentSizes.untilNext(now, daily)).isEqualTo(until);
  }

  @Test
  void areKeptForTheirDayAndTheirCatalog() throws InterruptedException {
    AskingClock clock = AskingClock.at(NOW);
    Served served = new Served(new ScriptedShop().answering(), clock);
    Admission admission = new Admission(1, Duration.ofSeconds(1));
    try (SegmentSizes sizes =
        new SegmentSizes(served, clock, admission, Limits.DEFAULT, LocalTime.of(0, 30))) {
      assertThat(sizes.of(NOW)).isEmpty();

      sizes.countSoon();
      for (int i = 0; i < 500 && sizes.of(NOW).isEmpty(); i++) {
        Thread.sleep(10);
      }

      assertThat(sizes.of(NOW))
          .hasValueSatisfying(
              shown -> assertThat(shown.asOf()).isEqualTo("2026-07-01T10:00:00+08:00"));
      assertThat(sizes.of(NOW.plus(Duration.ofDays(1)))).isEmpty();
      served.change(now -> new Served.Change<>(now, Optional.of(new ScriptedShop().answering())));
      assertThat(sizes.of(NOW)).isEmpty();
    }
  }

  @Test
  void nothingIsCountedAfterTheEnd() {
    AskingClock clock = AskingClock.at(NOW);
    Served served = new Served(new ScriptedShop().answering(), clock);
    SegmentSizes sizes =
        new SegmentSizes(
            served,
            clock,
            new Admission(1, Duration.ofSeconds(1)),
            Limits.DEFAULT,
            LocalTime.of(0, 30));
    sizes.close();

    sizes.start();

    assertThat(sizes.of(NOW)).isEmpty();
  }
}
