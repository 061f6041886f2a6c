package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NaiveConversionTest {
  private static List<String> days(String log, OptionalInt window) {
    return new NaiveConversion(
            WrittenLog.of(log),
            new ConversionOptions(
                EventMatch.event("visit"),
                EventMatch.event("buy"),
                SHANGHAI,
                span("2026-06-01", "2026-07-01"),
                window))
        .days().stream()
            .map(
                row ->
                    "%s %s %s"
                        .formatted(
                            row.day().toString().substring(5), row.base(), row.conversions()))
            .toList();
  }

  @Test
  void theLastDayOfTheWindowIsNoPartOfIt() {
    String log =
        """
        ann visit 2026-06-01T23:00
        ann buy 2026-06-03T23:00
        bea visit 2026-06-01T01:00
        bea buy 2026-06-04T00:00
        """;

    assertThat(days(log, OptionalInt.of(3))).containsExactly("06-01 2 1");
    assertThat(days(log, OptionalInt.empty())).containsExactly("06-01 2 2");
  }

  @Test
  void eachConversionIsGivenToTheLatestBaseEventOnly() {
    String log =
        """
        ann visit 2026-06-01T09:00
        ann visit 2026-06-02T09:00
        ann buy 2026-06-03T09:00
        ann buy 2026-06-04T09:00
        ann visit 2026-06-05T09:00
        """;

    assertThat(days(log, OptionalInt.of(7))).containsExactly("06-01 1 0", "06-02 1 2", "06-05 1 0");
  }

  /** Days are compared, not moments. */
  @Test
  void aVisitLaterOnTheDayOfThePurchaseIsNotAfterIt() {
    String log =
        """
        ann visit 2026-06-01T09:00
        ann buy 2026-06-02T09:00
        ann visit 2026-06-02T10:00
        """;

    assertThat(days(log, OptionalInt.of(7))).containsExactly("06-01 1 0", "06-02 1 1");
  }

  @Test
  void thePurchaseMayLieAfterThePeriod() {
    String log =
        """
        ann visit 2026-06-30T09:00
        ann buy 2026-07-02T09:00
        bea visit 2026-07-01T09:00
        bea buy 2026-07-01T09:00
        """;

    assertThat(days(log, OptionalInt.of(7))).containsExactly("06-30 1 1");
  }
}
