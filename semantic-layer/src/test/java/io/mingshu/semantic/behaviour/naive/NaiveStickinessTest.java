package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NaiveStickinessTest {
  private static final EventLog LOG =
      WrittenLog.of(
          """
          ann view 2026-06-01T00:00
          ann view 2026-06-01T23:59
          ann view 2026-06-02T00:00
          ann view 2026-06-09T00:00
          bea view 2026-06-02T09:00
          cid view 2026-05-31T09:00
          """);

  private static StickinessOptions options(IntervalUnit unit, int occurrences, boolean cumulative) {
    return new StickinessOptions(
        EventMatch.event("view"),
        SHANGHAI,
        unit,
        span("2026-06-01", "2026-07-01"),
        occurrences,
        cumulative);
  }

  @Test
  void usersByHowManyIntervalsTheyWereActiveIn() {
    assertThat(NaiveStickiness.histogram(LOG, options(IntervalUnit.DAY, 1, false)))
        .isEqualTo(Map.of(1, 1, 3, 1));
    assertThat(NaiveStickiness.histogram(LOG, options(IntervalUnit.WEEK, 1, false)))
        .isEqualTo(Map.of(1, 1, 2, 1));
    assertThat(NaiveStickiness.histogram(LOG, options(IntervalUnit.DAY, 1, true)))
        .isEqualTo(Map.of(1, 2, 2, 1, 3, 1));
    assertThat(NaiveStickiness.histogram(LOG, options(IntervalUnit.DAY, 2, false)))
        .isEqualTo(Map.of(1, 1));
  }

  /** Four user-days over 30 days, by two users. */
  @Test
  void dailyOverMonthlyTakesEmptyDaysIn() {
    assertThat(
            NaiveStickiness.dailyOverMonthly(LOG, EventMatch.ANY, SHANGHAI, YearMonth.of(2026, 6)))
        .hasValue(4.0 / 30 / 2);
    assertThat(
            NaiveStickiness.dailyOverMonthly(LOG, EventMatch.ANY, SHANGHAI, YearMonth.of(2026, 7)))
        .isEmpty();
  }
}
