package io.mingshu.semantic.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.behaviour.FunnelOptions.Attribution;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.Exclusion;
import io.mingshu.semantic.behaviour.naive.FunnelGroups;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.IntervalUnit;
import io.mingshu.semantic.behaviour.naive.NaiveFunnel;
import io.mingshu.semantic.behaviour.naive.RandomFunnels;
import io.mingshu.semantic.behaviour.naive.RandomLogs;
import io.mingshu.semantic.behaviour.naive.StepOrder;
import io.mingshu.semantic.behaviour.naive.WallClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** One pass over a person's events finds what trying all chains finds. */
class FunnelFoldTest {
  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe");

  @Property(tries = 3_000)
  void stepsGroupsAndTimesAreThoseOfAllChains(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    WallClock clock = new WallClock(ZoneId.of(ZONES.get(zone)), DayOfWeek.MONDAY);
    RandomLogs logs = new RandomLogs(seed, clock);
    EventLog log = logs.next();
    var funnel = new RandomFunnels(seed, clock, logs.firstDay()).next();
    NaiveFunnel naive = new NaiveFunnel(log, funnel);

    Map<String, List<Object>> expected = new TreeMap<>();
    naive
        .steps()
        .forEach(
            step -> {
              List<Object> figures =
                  expected.computeIfAbsent(step.group().orElse(""), g -> new ArrayList<>());
              figures.add((long) step.users().size());
              if (step.step() > 1) {
                figures.add(millis(step.averageSeconds()));
                figures.add(millis(step.medianSeconds()));
              }
            });
    Map<String, List<Object>> found = new TreeMap<>();
    folded(log, funnel, false)
        .forEach(
            (group, reached) -> {
              List<Object> figures = new ArrayList<>();
              for (int step = 1; step <= funnel.steps().size(); step++) {
                figures.add(reached.users(step));
                if (step > 1) {
                  figures.add(millis(reached.times().get(step - 2).meanSeconds()));
                  figures.add(millis(reached.times().get(step - 2).medianSeconds()));
                }
              }
              found.put(group, figures);
            });
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 2_000)
  void trendsAreThoseOfTheChainsThatBeginInAnInterval(
      @ForAll long seed, @ForAll @IntRange(max = 2) int zone) {
    WallClock clock = new WallClock(ZoneId.of(ZONES.get(zone)), DayOfWeek.MONDAY);
    RandomLogs logs = new RandomLogs(seed, clock);
    EventLog log = logs.next();
    var funnel = new RandomFunnels(seed, clock, logs.firstDay()).next();

    Map<String, List<Long>> expected = new TreeMap<>();
    new NaiveFunnel(log, funnel)
        .trend(IntervalUnit.DAY, funnel.steps().size()).stream()
            .filter(row -> row.entered() > 0)
            .forEach(
                row ->
                    expected.put(
                        row.group().orElse("") + row.interval(),
                        List.of((long) row.entered(), (long) row.converted())));
    Map<String, List<Long>> found = new TreeMap<>();
    folded(log, funnel, true)
        .forEach(
            (group, reached) ->
                reached
                    .begun()
                    .forEach(
                        (interval, begun) ->
                            found.put(
                                group + LocalDateTime.ofEpochSecond(interval, 0, ZoneOffset.UTC),
                                List.of(begun, reached.converted().getOrDefault(interval, 0L)))));
    assertThat(found).isEqualTo(expected);
  }

  /** Sums of seconds and of microseconds differ in the last digit. */
  private static long millis(OptionalDouble seconds) {
    return Math.round(1_000 * seconds.orElse(-1));
  }

  private static Map<String, FunnelFold.Reached> folded(
      EventLog log, io.mingshu.semantic.behaviour.naive.FunnelOptions funnel, boolean trend) {
    int steps = funnel.steps().size();
    WallClock clock = funnel.clock();
    FunnelOptions options =
        new FunnelOptions(
            steps,
            order(funnel.order()),
            funnel.window().map(w -> w.toNanos() / 1_000).orElse(FunnelOptions.NO_WINDOW),
            micros(funnel.period().from().atZone(clock.zone()).toInstant()),
            micros(funnel.period().until().atZone(clock.zone()).toInstant()),
            funnel.exclusions().stream()
                .map(
                    e ->
                        new FunnelOptions.Exclusion(
                            e.after(), e.before(), e.effect() == Exclusion.Effect.VOIDS_ATTEMPT))
                .toList(),
            !funnel.sharing().isEmpty(),
            attribution(funnel.groups()),
            trend
                ? at ->
                    clock
                        .startOf(
                            clock.shows(Instant.EPOCH.plus(at, ChronoUnit.MICROS)),
                            IntervalUnit.DAY)
                        .toEpochSecond(ZoneOffset.UTC)
                : null,
            steps,
            IntStream.range(1, steps).mapToObj(s -> new FunnelOptions.Lap(s, s + 1)).toList());
    FunnelFold fold = new FunnelFold(options);
    for (String user : log.users()) {
      for (Happening event : log.of(user)) {
        if (event.at().isBefore(funnel.seenUntil())) {
          fold.accept(
              user,
              micros(event.at()),
              kinds(event, funnel),
              funnel.groups().flatMap(g -> event.property(g.property())).orElse(null),
              funnel.sharing().stream().findFirst().flatMap(event::property).orElse(null));
        }
      }
    }
    return fold.result();
  }

  private static long kinds(
      Happening event, io.mingshu.semantic.behaviour.naive.FunnelOptions funnel) {
    long kinds = 0;
    for (int step = 0; step < funnel.steps().size(); step++) {
      kinds |= funnel.steps().get(step).matches(event) ? 1L << step : 0;
    }
    for (int i = 0; i < funnel.exclusions().size(); i++) {
      int bit = funnel.steps().size() + i;
      kinds |= funnel.exclusions().get(i).event().matches(event) ? 1L << bit : 0;
    }
    return kinds;
  }

  private static FunnelOptions.Order order(StepOrder order) {
    return switch (order) {
      case STRICT -> FunnelOptions.Order.STRICT;
      case UNORDERED -> FunnelOptions.Order.ANY;
      default -> FunnelOptions.Order.ORDERED;
    };
  }

  private static Attribution attribution(Optional<FunnelGroups> groups) {
    if (groups.isEmpty()) {
      return Attribution.NONE;
    }
    return groups.get() instanceof FunnelGroups.AtStep at
        ? Attribution.atStep(at.step())
        : Attribution.EVERY_STEP;
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
