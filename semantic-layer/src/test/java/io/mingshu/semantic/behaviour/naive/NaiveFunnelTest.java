package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NaiveFunnelTest {
  private static final EventMatch VIEW = EventMatch.event("view");
  private static final EventMatch CART = EventMatch.event("cart");
  private static final EventMatch PAY = EventMatch.event("pay");
  private static final FunnelOptions SHOPPING =
      FunnelOptions.of(SHANGHAI, span("2026-06-01", "2026-07-01"), VIEW, CART, PAY);

  /** The first view is too early for the payment, the second is not. */
  @Test
  void anyFirstStepMayBeginTheChain() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann view 2026-06-05T09:00
            ann cart 2026-06-06T09:00
            ann pay 2026-06-09T09:00
            """);

    assertThat(counts(log, SHOPPING)).containsExactly(1, 1, 1);
  }

  /** No first step leads all the way, though every step can be had from some. */
  @Test
  void aChainKeepsToTheWindowOfItsOwnFirstStep() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann cart 2026-06-02T09:00
            ann view 2026-06-03T09:00
            ann pay 2026-06-09T09:00
            """);

    assertThat(counts(log, SHOPPING)).containsExactly(1, 1, 0);
  }

  @Test
  void theLastMomentOfTheWindowBelongsToIt() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00:00
            ann cart 2026-06-08T09:00:00
            bea view 2026-06-01T09:00:00
            bea cart 2026-06-08T09:00:01
            """);

    assertThat(counts(log, SHOPPING)).containsExactly(2, 1, 0);
  }

  /** The night in which the clock is put forward has an hour less. */
  @Test
  void aDayOfTheWindowHas24Hours() {
    WallClock newYork = new WallClock(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY);
    EventLog log =
        WrittenLog.of(
            newYork,
            """
            ann view 2026-03-07T09:00
            ann cart 2026-03-08T10:00
            bea view 2026-03-07T09:00
            bea cart 2026-03-08T10:01
            """);

    assertThat(
            counts(
                log,
                FunnelOptions.of(newYork, span("2026-03-07", "2026-03-08"), VIEW, CART)
                    .withWindow(Duration.ofDays(1))))
        .containsExactly(2, 1);
  }

  @Test
  void onlyTheFirstStepMustLieInThePeriod() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-30T23:00
            ann cart 2026-07-01T01:00
            ann pay 2026-07-02T01:00
            bea view 2026-05-31T23:00
            bea cart 2026-06-01T01:00
            """);

    assertThat(counts(log, SHOPPING)).containsExactly(1, 1, 1);
    assertThat(
            counts(
                log,
                SHOPPING.withSeenUntil(time("2026-07-02").atZone(SHANGHAI.zone()).toInstant())))
        .containsExactly(1, 1, 0);
  }

  @Test
  void ofTheSameMomentTheLogTellsTheOrder() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann cart 2026-06-01T09:00
            bea cart 2026-06-01T09:00
            bea view 2026-06-01T09:00
            """);

    assertThat(counts(log, SHOPPING)).containsExactly(2, 1, 0);
    assertThat(counts(log, SHOPPING.withOrder(StepOrder.ORDERED_OR_SAME_MOMENT)))
        .containsExactly(2, 2, 0);
  }

  @Test
  void oneEventIsOneStep() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            bea view 2026-06-01T09:00
            bea view 2026-06-01T09:00
            """);

    assertThat(
            counts(log, FunnelOptions.of(SHANGHAI, span("2026-06-01", "2026-06-02"), VIEW, VIEW)))
        .containsExactly(2, 1);
  }

  @Test
  void strictlyNothingLiesInBetween() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann search 2026-06-01T09:01
            ann cart 2026-06-01T09:02
            bea view 2026-06-01T09:00
            bea view 2026-06-01T09:01
            bea cart 2026-06-01T09:02
            """);

    assertThat(counts(log, SHOPPING.withOrder(StepOrder.STRICT))).containsExactly(2, 1, 0);
  }

  @Test
  void unorderedAnyStepMayComeFirst() {
    EventLog log =
        WrittenLog.of(
            """
            ann pay 2026-06-01T09:00
            ann view 2026-06-08T09:00
            ann cart 2026-06-08T09:01
            """);

    assertThat(counts(log, SHOPPING.withOrder(StepOrder.UNORDERED)))
        .as("the cart is too late for the payment")
        .containsExactly(1, 1, 0);
  }

  @Test
  void allStepsMayHaveToShareASession() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00 session=1
            ann cart 2026-06-01T09:10 session=2
            bea view 2026-06-01T09:00 session=3
            bea cart 2026-06-21T09:00 session=3
            """);

    assertThat(counts(log, SHOPPING.withSharing("session"))).containsExactly(2, 1, 0);
  }

  /** Ann's refund is in between, Bea's before, Cid's after, Dan's too late for anything. */
  @Test
  void anExcludedEventEndsTheChainOrVoidsTheAttempt() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann refund 2026-06-01T10:00
            ann cart 2026-06-01T11:00
            bea refund 2026-06-01T08:00
            bea view 2026-06-01T09:00
            bea cart 2026-06-01T11:00
            cid view 2026-06-01T09:00
            cid cart 2026-06-01T10:00
            cid refund 2026-06-01T11:00
            dan view 2026-06-01T09:00
            dan refund 2026-06-08T09:01
            """);
    EventMatch refund = EventMatch.event("refund");

    assertThat(
            counts(
                log,
                SHOPPING.withExclusion(new Exclusion(refund, 1, 2, Exclusion.Effect.ENDS_CHAIN))))
        .containsExactly(4, 2, 0);
    assertThat(
            counts(
                log,
                SHOPPING.withExclusion(
                    new Exclusion(refund, 1, 2, Exclusion.Effect.VOIDS_ATTEMPT))))
        .containsExactly(3, 2, 0);
    assertThat(
            counts(
                log,
                SHOPPING.withExclusion(
                    new Exclusion(refund, 1, 3, Exclusion.Effect.VOIDS_ATTEMPT))))
        .containsExactly(2, 1, 0);
  }

  @Test
  void aUserIsInTheGroupOfEveryValueThatAChainBeginsWith() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00 device=phone
            ann cart 2026-06-01T10:00 device=desk
            ann view 2026-06-01T11:00 device=desk
            bea view 2026-06-01T09:00
            bea cart 2026-06-01T10:00 device=desk
            """);

    assertThat(rows(log, SHOPPING.withGroups(new FunnelGroups.AtStep("device", 1))))
        .containsExactly("desk 1 1", "desk 2 0", "desk 3 0", "phone 1 1", "phone 2 1", "phone 3 0");
    assertThat(rows(log, SHOPPING.withGroups(new FunnelGroups.AtAllSteps("device"))))
        .containsExactly("desk 1 1", "desk 2 0", "desk 3 0", "phone 1 1", "phone 2 0", "phone 3 0");
    assertThat(rows(log, SHOPPING.withGroups(new FunnelGroups.AtStep("device", 2))))
        .containsExactly("desk 1 2", "desk 2 2", "desk 3 0");
  }

  /** One chain of the first day ends on the second. */
  @Test
  void aConversionCountsWhereTheChainBegan() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann view 2026-06-02T09:00
            ann cart 2026-06-02T10:00
            ann view 2026-06-02T11:00
            bea view 2026-06-02T23:59
            """);
    FunnelOptions options =
        FunnelOptions.of(SHANGHAI, span("2026-06-01", "2026-06-04"), VIEW, CART);

    assertThat(new NaiveFunnel(log, options).trend(IntervalUnit.DAY, 2))
        .containsExactly(
            new FunnelTrendRow(Optional.empty(), time("2026-06-01"), 1, 1),
            new FunnelTrendRow(Optional.empty(), time("2026-06-02"), 2, 1),
            new FunnelTrendRow(Optional.empty(), time("2026-06-03"), 0, 0));
  }

  /** All three begin a whole chain; the last start that leads to the first payment tells. */
  @Test
  void timesAreThoseOfTheFirstSuccessFromItsLastStart() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00
            ann view 2026-06-01T10:00
            ann cart 2026-06-01T10:20
            ann cart 2026-06-01T10:40
            ann pay 2026-06-01T11:00
            ann view 2026-06-02T09:00
            ann cart 2026-06-02T09:01
            ann pay 2026-06-02T09:02
            """);
    NaiveFunnel funnel = new NaiveFunnel(log, SHOPPING);

    assertThat(funnel.steps().get(1).averageSeconds()).hasValue(20 * 60);
    assertThat(funnel.steps().get(2).medianSeconds()).hasValue(40 * 60);
    assertThat(funnel.timeToConvert(Optional.empty(), 1, 3).averageSeconds()).hasValue(60 * 60);
  }

  @Test
  void theLongestTimeMayHaveABinOfItsOwn() {
    TimeToConvert times = new TimeToConvert(List.of(10.0, 12.0, 19.5, 30.0));

    assertThat(times.histogram(OptionalInt.empty()))
        .containsExactly(
            new TimeToConvert.Bin(10, 3),
            new TimeToConvert.Bin(20, 0),
            new TimeToConvert.Bin(30, 1));
    assertThat(times.histogram(OptionalInt.of(3)))
        .containsExactly(
            new TimeToConvert.Bin(10, 2),
            new TimeToConvert.Bin(17, 1),
            new TimeToConvert.Bin(24, 1),
            new TimeToConvert.Bin(31, 0));
    assertThat(new TimeToConvert(List.of(5.0, 5.0)).histogram(OptionalInt.empty()))
        .containsExactly(new TimeToConvert.Bin(5, 2));
  }

  private static List<Integer> counts(EventLog log, FunnelOptions options) {
    return new NaiveFunnel(log, options).steps().stream().map(row -> row.users().size()).toList();
  }

  private static List<String> rows(EventLog log, FunnelOptions options) {
    return new NaiveFunnel(log, options)
        .steps().stream()
            .map(row -> row.group().orElse("") + " " + row.step() + " " + row.users().size())
            .toList();
  }
}
