package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NaiveChurnTest {
  private static final EventLog LOG =
      WrittenLog.of(
          """
          ann view 2026-05-02T00:00 device=phone
          bea view 2026-05-31T23:59 device=phone
          bea view 2026-06-30T23:59 device=desk
          cid view 2026-05-01T23:59 device=phone
          dan view 2026-05-15T09:00 device=desk
          """);

  private static ChurnOptions options(EventMatch start) {
    return new ChurnOptions(start, EventMatch.ANY, SHANGHAI, LocalDate.of(2026, 6, 30), 30);
  }

  @Test
  void theDaysAreThirtyAndThirtyBefore() {
    assertThat(options(EventMatch.ANY).away()).isEqualTo(span("2026-06-01", "2026-07-01"));
    assertThat(options(EventMatch.ANY).there()).isEqualTo(span("2026-05-02", "2026-06-01"));
  }

  /** Cid was there too early to be missed. */
  @Test
  void whoWasThereAndStaysAwayIsChurned() {
    ChurnFigures figures = NaiveChurn.of(LOG, options(EventMatch.ANY));

    assertThat(figures.users()).containsExactly("ann", "bea", "dan");
    assertThat(figures.churned()).containsExactly("ann", "dan");
    assertThat(figures.rate()).hasValue(2.0 / 3);
  }

  @Test
  void aFilterChoosesWhoWasThere() {
    ChurnFigures figures = NaiveChurn.of(LOG, options(EventMatch.ANY.with("device", "phone")));

    assertThat(figures.users()).containsExactly("ann", "bea");
    assertThat(figures.churned()).containsExactly("ann");
  }
}
