package io.mingshu.druid.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.druid.load.Granularity.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GranularityTest {
  private static final Span YEAR =
      new Span(Instant.parse("2025-05-30T16:00:00Z"), Instant.parse("2026-06-30T16:00:00Z"));

  @Test
  void segmentsAreAsFineAsTheRowsAreWorth() {
    assertThat(Granularity.of(57_776, YEAR)).isEqualTo(Granularity.YEAR);
    assertThat(Granularity.of(120_000, YEAR)).isEqualTo(Granularity.YEAR);
    assertThat(Granularity.of(2_000_000, YEAR)).isEqualTo(Granularity.MONTH);
    assertThat(Granularity.of(20_000_000, YEAR)).isEqualTo(Granularity.MONTH);
    assertThat(Granularity.of(100_000_000, YEAR)).isEqualTo(Granularity.DAY);
  }

  @Test
  void stretchesAreWholeOnesOfUtc() {
    List<Span> months = Granularity.MONTH.cut(YEAR);

    assertThat(months).hasSize(14);
    assertThat(months.get(0).interval()).isEqualTo("2025-05-01T00:00:00Z/2025-06-01T00:00:00Z");
    assertThat(months.get(13).interval()).isEqualTo("2026-06-01T00:00:00Z/2026-07-01T00:00:00Z");
    assertThat(Granularity.YEAR.cut(YEAR)).hasSize(2);
    assertThat(Granularity.DAY.cut(YEAR)).hasSize(397);
  }

  @Test
  void whatOldAndNewRowsCoverIsReplaced() {
    Span old = Span.parse("2024-01-01T00:00:00.000Z/2026-01-01T00:00:00.000Z");

    assertThat(YEAR.and(old).interval()).isEqualTo("2024-01-01T00:00:00Z/2026-06-30T16:00:00Z");
  }
}
