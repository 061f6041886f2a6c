package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NaiveRetentionTest {
  private static final EventMatch SIGN_UP = EventMatch.event("signup");
  private static final EventMatch VIEW = EventMatch.event("view");

  /** Ann on days 2 and 4, Bea the next day only; 2 June is over, 3 June is not. */
  @Test
  void aCellIsThereOnlyWhenItsIntervalIsOver() {
    EventLog log =
        WrittenLog.of(
            """
            ann signup 2026-06-01T09:00
            ann view 2026-06-02T00:00
            bea signup 2026-06-02T23:59
            bea view 2026-06-03T00:01
            """);
    NaiveRetention retention =
        new NaiveRetention(
            log,
            RetentionOptions.of(
                SIGN_UP,
                VIEW,
                SHANGHAI,
                IntervalUnit.DAY,
                span("2026-06-01", "2026-06-04"),
                time("2026-06-03"),
                ComeBack.in(0),
                ComeBack.in(1)));

    assertThat(figures(retention)).containsExactly("06-01 0 1/1", "06-01 1 1/1", "06-02 0 1/1");
    assertThat(retention.pooled(Optional.empty(), ComeBack.in(1))).hasValue(1.0);
  }

  @Test
  void exactlyOnADayOnItOrLaterAndAnyOfSomeDaysAreThreeThings() {
    EventLog log =
        WrittenLog.of(
            """
            ann signup 2026-06-01T09:00
            ann view 2026-06-03T09:00
            bea signup 2026-06-01T09:00
            bea view 2026-06-06T09:00
            cid signup 2026-06-01T09:00
            cid view 2026-06-01T10:00
            """);
    NaiveRetention retention =
        new NaiveRetention(
            log,
            RetentionOptions.of(
                SIGN_UP,
                VIEW,
                SHANGHAI,
                IntervalUnit.DAY,
                span("2026-06-01", "2026-06-02"),
                time("2026-06-07"),
                ComeBack.in(2),
                ComeBack.inOrAfter(2),
                ComeBack.between(3, 5),
                ComeBack.between(1, 1)));

    assertThat(retention.cells().stream().map(RetentionCell::retained)).containsExactly(1, 2, 1, 0);
  }

  /** Ann signs up twice a week; before June once. */
  @Test
  void whichStartEventsMakeCohorts() {
    EventLog log =
        WrittenLog.of(
            """
            ann order 2026-05-30T09:00 size=small
            ann order 2026-06-01T09:00 size=large
            ann order 2026-06-02T09:00 size=large
            bea order 2026-06-02T09:00 size=large
            """);
    RetentionOptions options =
        RetentionOptions.of(
            EventMatch.event("order").with("size", "large"),
            EventMatch.ANY,
            SHANGHAI,
            IntervalUnit.DAY,
            span("2026-06-01", "2026-06-03"),
            time("2026-06-03"),
            ComeBack.in(0));

    assertThat(cohorts(log, options.withCohorts(Cohorts.EACH_INTERVAL))).containsExactly(1, 2);
    assertThat(cohorts(log, options.withCohorts(Cohorts.FIRST_IN_PERIOD))).containsExactly(1, 1);
    assertThat(cohorts(log, options.withCohorts(Cohorts.FIRST_EVER))).containsExactly(1, 1);
    assertThat(cohorts(log, options.withCohorts(Cohorts.FIRST_EVER_IF_MATCHING)))
        .as("Ann's first order was small")
        .containsExactly(0, 1);
  }

  @Test
  void whoStartedBeforeThePeriodIsNotFirstInIt() {
    EventLog log =
        WrittenLog.of(
            """
            ann order 2026-05-31T09:00
            ann order 2026-06-01T09:00
            """);
    RetentionOptions options =
        RetentionOptions.of(
            EventMatch.event("order"),
            EventMatch.ANY,
            SHANGHAI,
            IntervalUnit.DAY,
            span("2026-06-01", "2026-06-02"),
            time("2026-06-02"),
            ComeBack.in(0));

    assertThat(cohorts(log, options.withCohorts(Cohorts.FIRST_EVER))).containsExactly(0);
    assertThat(cohorts(log, options.withCohorts(Cohorts.FIRST_IN_PERIOD))).containsExactly(1);
  }

  @Test
  void anIntervalMayNeedSeveralEventsToCount() {
    EventLog log =
        WrittenLog.of(
            """
            ann signup 2026-06-01T09:00
            ann view 2026-06-02T09:00
            ann view 2026-06-03T09:00
            ann view 2026-06-03T09:00
            """);
    RetentionOptions options =
        RetentionOptions.of(
                SIGN_UP,
                VIEW,
                SHANGHAI,
                IntervalUnit.DAY,
                span("2026-06-01", "2026-06-02"),
                time("2026-06-04"),
                ComeBack.in(0),
                ComeBack.in(1),
                ComeBack.in(2))
            .withOccurrences(2);

    assertThat(figures(new NaiveRetention(log, options)))
        .containsExactly("06-01 0 1/1", "06-01 1 0/1", "06-01 2 1/1");
  }

  /** June has 30 days, a month later is the whole of July. */
  @Test
  void monthsAreCalendarMonths() {
    EventLog log =
        WrittenLog.of(
            """
            ann signup 2026-06-30T23:00
            ann view 2026-07-01T00:00
            bea signup 2026-06-01T00:00
            bea view 2026-07-31T23:59
            cid signup 2026-06-15T00:00
            cid view 2026-08-01T00:00
            """);
    NaiveRetention retention =
        new NaiveRetention(
            log,
            RetentionOptions.of(
                SIGN_UP,
                VIEW,
                SHANGHAI,
                IntervalUnit.MONTH,
                span("2026-06-01", "2026-07-01"),
                time("2026-08-01"),
                ComeBack.in(1),
                ComeBack.in(2)));

    assertThat(figures(retention)).containsExactly("06-01 1 2/3");
  }

  @Test
  void aGroupIsTheStartsAndMayBeWantedOfTheReturnToo() {
    EventLog log =
        WrittenLog.of(
            """
            ann view 2026-06-01T09:00 device=phone
            ann view 2026-06-01T10:00 device=desk
            ann view 2026-06-02T09:00 device=desk
            bea view 2026-06-01T09:00
            bea view 2026-06-02T09:00 device=phone
            """);
    RetentionOptions options =
        RetentionOptions.of(
            VIEW,
            VIEW,
            SHANGHAI,
            IntervalUnit.DAY,
            span("2026-06-01", "2026-06-02"),
            time("2026-06-03"),
            ComeBack.in(1));

    assertThat(byGroup(log, options.withGroups(new RetentionGroups.ByStart("device"))))
        .containsExactly("desk 1/1", "phone 1/1");
    assertThat(byGroup(log, options.withGroups(new RetentionGroups.ByStartAndReturn("device"))))
        .containsExactly("desk 1/1", "phone 0/1");
  }

  private static List<String> figures(NaiveRetention retention) {
    return retention.cells().stream()
        .map(
            cell ->
                "%s %s %s/%s"
                    .formatted(
                        cell.cohort().toLocalDate().toString().substring(5),
                        cell.column().first(),
                        cell.retained(),
                        cell.users()))
        .toList();
  }

  private static List<Integer> cohorts(EventLog log, RetentionOptions options) {
    return new NaiveRetention(log, options).cells().stream().map(RetentionCell::users).toList();
  }

  private static List<String> byGroup(EventLog log, RetentionOptions options) {
    return new NaiveRetention(log, options)
        .cells().stream()
            .map(cell -> cell.group().orElse("") + " " + cell.retained() + "/" + cell.users())
            .toList();
  }
}
