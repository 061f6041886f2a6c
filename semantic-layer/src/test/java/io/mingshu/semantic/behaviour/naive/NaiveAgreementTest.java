package io.mingshu.semantic.behaviour.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What must hold between the analyses, whatever happened. */
class NaiveAgreementTest {
  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe");
  private static final EventMatch VIEW = EventMatch.event("view");
  private static final EventMatch CART = EventMatch.event("cart");
  private static final EventMatch PAY = EventMatch.event("pay");

  @Property(tries = 150)
  void aStricterFunnelHasNoOtherUsers(@ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    FunnelOptions ordered = FunnelOptions.of(clock(zone), days(logs, 10, 30), VIEW, CART, PAY);

    List<NavigableSet<String>> users = users(log, ordered);
    assertThat(users.get(0)).containsAll(users.get(1));
    assertThat(users.get(1)).containsAll(users.get(2));
    for (int step = 0; step < 3; step++) {
      assertThat(users(log, ordered.withOrder(StepOrder.UNORDERED)).get(step))
          .containsAll(users.get(step));
      assertThat(users(log, ordered.withOrder(StepOrder.ORDERED_OR_SAME_MOMENT)).get(step))
          .containsAll(users.get(step));
      assertThat(users.get(step))
          .containsAll(users(log, ordered.withOrder(StepOrder.STRICT)).get(step))
          .containsAll(users(log, ordered.withWindow(Duration.ofDays(1))).get(step));
    }
  }

  /** One pass over the events that keeps, for each step, the latest start of a chain so far. */
  @Property(tries = 150)
  void theLatestStartIsAllThatAnOrderedFunnelNeeds(
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int zone,
      @ForAll @IntRange(min = 1, max = 7) int windowDays) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    List<EventMatch> steps = List.of(VIEW, CART, VIEW, PAY);
    FunnelOptions options =
        FunnelOptions.of(clock(zone), days(logs, 5, 35), VIEW, CART, VIEW, PAY)
            .withWindow(Duration.ofDays(windowDays));

    List<NavigableSet<String>> reached = new ArrayList<>();
    steps.forEach(step -> reached.add(new TreeSet<>()));
    for (String user : log.users()) {
      @Nullable Instant[] starts = new @Nullable Instant[steps.size()];
      for (Happening event : log.of(user)) {
        for (int step = steps.size() - 1; step >= 0; step--) {
          Instant start = step == 0 ? started(event, options) : starts[step - 1];
          if (start != null
              && steps.get(step).matches(event)
              && !event.at().isAfter(start.plus(Duration.ofDays(windowDays)))) {
            starts[step] = start;
            reached.get(step).add(user);
          }
        }
      }
    }

    assertThat(users(log, options)).isEqualTo(reached);
  }

  private static @Nullable Instant started(Happening event, FunnelOptions options) {
    return options.period().contains(options.clock().shows(event)) ? event.at() : null;
  }

  @Property(tries = 100)
  void whoEntersOnSomeDayEnters(@ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    FunnelOptions options = FunnelOptions.of(clock(zone), days(logs, 3, 36), VIEW, PAY);

    int entered = users(log, options).get(0).size();
    List<FunnelTrendRow> trend = new NaiveFunnel(log, options).trend(IntervalUnit.DAY, 2);
    assertThat(trend.stream().mapToInt(FunnelTrendRow::entered).sum())
        .isGreaterThanOrEqualTo(entered);
    assertThat(trend).allMatch(row -> row.entered() <= entered);
    assertThat(new NaiveFunnel(log, options).timeToConvert(Optional.empty(), 1, 2).seconds())
        .hasSameSizeAs(users(log, options).get(1))
        .allMatch(seconds -> seconds >= 0 && seconds <= 7 * 24 * 60 * 60);
  }

  @Property(tries = 60)
  void laterColumnsOfRetentionFollowFromTheSingleOnes(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone, @ForAll Cohorts cohorts) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    LocalDate first = logs.firstDay();
    NaiveRetention retention =
        new NaiveRetention(
            log,
            RetentionOptions.of(
                    VIEW,
                    EventMatch.ANY,
                    clock(zone),
                    IntervalUnit.DAY,
                    days(logs, 5, 12),
                    first.plusDays(25).atStartOfDay(),
                    ComeBack.in(0),
                    ComeBack.in(1),
                    ComeBack.in(2),
                    ComeBack.between(1, 2),
                    ComeBack.inOrAfter(1),
                    ComeBack.inOrAfter(2))
                .withCohorts(cohorts));

    List<RetentionCell> cells = retention.cells();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < cells.size(); row += 6) {
      List<Integer> retained =
          cells.subList(row, row + 6).stream().map(RetentionCell::retained).toList();
      assertThat(retained.get(0)).isEqualTo(cells.get(row).users());
      assertThat(retained.get(3))
          .isBetween(Math.max(retained.get(1), retained.get(2)), retained.get(1) + retained.get(2));
      assertThat(retained.get(4)).isGreaterThanOrEqualTo(retained.get(3));
      assertThat(retained.get(5)).isBetween(retained.get(2), retained.get(4));
      for (String user :
          retention.appearances(Optional.empty(), cells.get(row).cohort()).keySet()) {
        assertThat(seen.add(user) || cohorts == Cohorts.EACH_INTERVAL).isTrue();
      }
    }
  }

  @Property(tries = 60)
  void everyActiveUserIsNewRetainedOrResurrected(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone, @ForAll IntervalUnit unit) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    WallClock clock = clock(zone);
    Span period = unit == IntervalUnit.HOUR ? days(logs, 19, 21) : days(logs, 10, 30);
    NaiveLifecycle lifecycle =
        new NaiveLifecycle(
            log, new LifecycleOptions(EventMatch.ANY, EventMatch.ANY, clock, unit, period, false));

    for (LocalDateTime start : clock.starts(period, unit)) {
      Span now = clock.interval(start, unit);
      Span before = clock.interval(clock.previous(start, unit), unit);
      assertThat(
              lifecycle.users(LifecycleState.NEW, now, before).size()
                  + lifecycle.users(LifecycleState.RETAINED, now, before).size()
                  + lifecycle.users(LifecycleState.RESURRECTED, now, before).size())
          .isEqualTo(active(log, clock, now).size());
      assertThat(
              lifecycle.users(LifecycleState.DORMANT, now, before).size()
                  + lifecycle.users(LifecycleState.RETAINED, now, before).size())
          .isEqualTo(active(log, clock, before).size());
    }
  }

  @Property(tries = 60)
  void theRetainedOfLifecycleAreThoseOfRetentionAndTheDormantAreChurned(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    WallClock clock = clock(zone);
    LocalDate lastDay = logs.firstDay().plusDays(33);
    NaiveLifecycle lifecycle =
        new NaiveLifecycle(
            log,
            new LifecycleOptions(
                EventMatch.ANY,
                EventMatch.ANY,
                clock,
                IntervalUnit.DAY,
                days(logs, 10, 33),
                false));
    ChurnOptions churn = new ChurnOptions(EventMatch.ANY, EventMatch.ANY, clock, lastDay, 14);

    assertThat(NaiveChurn.of(log, churn).churned())
        .isEqualTo(lifecycle.users(LifecycleState.DORMANT, churn.away(), churn.there()));

    List<Integer> retained =
        new NaiveRetention(
                log,
                RetentionOptions.of(
                    EventMatch.ANY,
                    EventMatch.ANY,
                    clock,
                    IntervalUnit.DAY,
                    days(logs, 9, 32),
                    lastDay.plusDays(1).atStartOfDay(),
                    ComeBack.in(1)))
            .cells().stream().map(RetentionCell::retained).toList();
    assertThat(
            lifecycle.rows().stream()
                .filter(row -> row.state() == LifecycleState.RETAINED)
                .map(row -> row.users().size())
                .toList())
        .isEqualTo(retained);
  }

  @Property(tries = 60)
  void stickinessSharesOutTheActiveUsers(@ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    WallClock clock = clock(zone);
    Span period = days(logs, 4, 33);
    var histogram =
        NaiveStickiness.histogram(
            log, new StickinessOptions(EventMatch.ANY, clock, IntervalUnit.DAY, period, 1, false));

    assertThat(histogram.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(active(log, clock, period).size());
    assertThat(histogram.entrySet().stream().mapToInt(row -> row.getKey() * row.getValue()).sum())
        .isEqualTo(
            clock.starts(period, IntervalUnit.DAY).stream()
                .map(start -> clock.interval(start, IntervalUnit.DAY))
                .mapToInt(day -> active(log, clock, day).size())
                .sum());
  }

  @Property(tries = 60)
  void eachConversionIsGivenOnceAndAWiderWindowGivesMore(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    RandomLogs logs = new RandomLogs(seed, clock(zone));
    EventLog log = logs.next();
    int all = (int) log.happenings().stream().filter(PAY::matches).count();

    List<Integer> given =
        IntStream.of(1, 2, 7, RandomLogs.DAYS)
            .map(
                days ->
                    new NaiveConversion(
                            log,
                            new ConversionOptions(
                                VIEW, PAY, clock(zone), Span.ALWAYS, OptionalInt.of(days)))
                        .given()
                        .size())
            .boxed()
            .toList();
    int ever =
        new NaiveConversion(
                log,
                new ConversionOptions(VIEW, PAY, clock(zone), Span.ALWAYS, OptionalInt.empty()))
            .given()
            .size();

    assertThat(given).isSorted();
    assertThat(given.get(3)).isEqualTo(ever).isLessThanOrEqualTo(all);
  }

  private static WallClock clock(int zone) {
    return new WallClock(ZoneId.of(ZONES.get(zone)), DayOfWeek.MONDAY);
  }

  private static Span days(RandomLogs logs, int first, int last) {
    return Span.days(logs.firstDay().plusDays(first), logs.firstDay().plusDays(last));
  }

  private static List<NavigableSet<String>> users(EventLog log, FunnelOptions options) {
    return new NaiveFunnel(log, options).steps().stream().map(FunnelStep::users).toList();
  }

  private static Set<String> active(EventLog log, WallClock clock, Span span) {
    Set<String> users = new HashSet<>();
    for (Happening event : log.happenings()) {
      if (span.contains(clock.shows(event))) {
        users.add(event.user());
      }
    }
    return users;
  }
}
