package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.behaviour.naive.ConversionOptions;
import io.mingshu.semantic.behaviour.naive.ConversionRow;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.EventMatch;
import io.mingshu.semantic.behaviour.naive.IntervalUnit;
import io.mingshu.semantic.behaviour.naive.LifecycleOptions;
import io.mingshu.semantic.behaviour.naive.LifecycleRow;
import io.mingshu.semantic.behaviour.naive.NaiveConversion;
import io.mingshu.semantic.behaviour.naive.NaiveLifecycle;
import io.mingshu.semantic.behaviour.naive.NaivePaths;
import io.mingshu.semantic.behaviour.naive.NaiveStickiness;
import io.mingshu.semantic.behaviour.naive.PathAnchor;
import io.mingshu.semantic.behaviour.naive.PathOptions;
import io.mingshu.semantic.behaviour.naive.PathRow;
import io.mingshu.semantic.behaviour.naive.RandomLogs;
import io.mingshu.semantic.behaviour.naive.Span;
import io.mingshu.semantic.behaviour.naive.StickinessOptions;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.PathQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Analyses of a random log that are split by what events have: of each value they are what the
 * naive one tells of that value alone.
 */
final class SplitAnalyses {
  private static final String BY = "device";

  private final Random random;
  private final WallClock clock;
  private final LocalDate firstDay;
  private final EventLog log;
  private final List<String> values;

  SplitAnalyses(long seed, WallClock clock, LocalDate firstDay, EventLog log) {
    this.random = new Random(seed);
    this.clock = clock;
    this.firstDay = firstDay;
    this.log = log;
    this.values =
        List.copyOf(
            log.happenings().stream()
                .flatMap(event -> event.property(BY).stream())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A question with the rows of its answer. */
  record Expected(BehaviourQuery query, List<String> rows) {}

  List<Expected> all() {
    return List.of(lifecycle(), stickiness(), conversion(), paths());
  }

  private Expected lifecycle() {
    EventMatch activity =
        random.nextBoolean() ? EventMatch.ANY : EventMatch.event(pick(RandomLogs.EVENTS));
    LifecycleOptions all = lifecycle(activity, activity, days());
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      List<LifecycleRow> states =
          new NaiveLifecycle(log, lifecycle(activity.with(BY, value), activity, all.period()))
              .rows();
      if (states.stream().allMatch(state -> state.users().isEmpty())) {
        continue;
      }
      for (int i = 0; i < states.size(); i += 4) {
        rows.add(
            Cells.text(
                value,
                states.get(i).interval(),
                states.get(i).users().size(),
                states.get(i + 1).users().size(),
                states.get(i + 2).users().size(),
                states.get(i + 3).users().size()));
      }
    }
    return split(AsQuery.of(all), rows);
  }

  private LifecycleOptions lifecycle(EventMatch start, EventMatch comeBack, Span period) {
    return new LifecycleOptions(start, comeBack, clock, IntervalUnit.DAY, period, false);
  }

  private Expected stickiness() {
    boolean cumulative = random.nextBoolean();
    Span period = days();
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      NaiveStickiness.histogram(log, stickiness(EventMatch.ANY.with(BY, value), period, cumulative))
          .forEach((number, users) -> rows.add(Cells.text(value, number, users)));
    }
    return split(AsQuery.of(stickiness(EventMatch.ANY, period, cumulative)), rows);
  }

  private StickinessOptions stickiness(EventMatch activity, Span period, boolean cumulative) {
    return new StickinessOptions(activity, clock, IntervalUnit.DAY, period, 1, cumulative);
  }

  private Expected conversion() {
    EventMatch base = EventMatch.event(pick(RandomLogs.EVENTS));
    EventMatch goal = EventMatch.event(pick(RandomLogs.EVENTS));
    Span period = days();
    OptionalInt window =
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(8));
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      List<ConversionRow> days =
          new NaiveConversion(
                  log, new ConversionOptions(base.with(BY, value), goal, clock, period, window))
              .days();
      int bases = days.stream().mapToInt(ConversionRow::base).sum();
      int conversions = days.stream().mapToInt(ConversionRow::conversions).sum();
      if (bases > 0) {
        rows.add(Cells.text(value, bases, conversions, Cells.share(conversions, bases)));
      }
    }
    ConversionOptions all = new ConversionOptions(base, goal, clock, period, window);
    return split(AsQuery.of(all, Optional.empty()), rows);
  }

  private Expected paths() {
    PathOptions options =
        new PathOptions(
            random.nextBoolean() ? new PathAnchor.From("home") : new PathAnchor.To("cart"),
            2 + random.nextInt(4),
            "page",
            "session",
            clock,
            days());
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      EventLog seen =
          new EventLog(
              log.happenings().stream()
                  .filter(event -> event.property(BY).equals(Optional.of(value)))
                  .toList());
      List<PathRow> ways = new NaivePaths(seen, options).rows();
      int all = ways.stream().mapToInt(PathRow::sessions).sum();
      for (PathRow way : ways) {
        rows.add(
            Cells.text(
                value,
                padded(way.pages(), options.depth()),
                way.sessions(),
                Cells.share(way.sessions(), all)));
      }
    }
    return split(AsQuery.of(options, PathQuery.View.PATHS), rows);
  }

  static String padded(List<String> pages, int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> i < pages.size() ? pages.get(i) : "-")
        .collect(Collectors.joining(" "));
  }

  private static Expected split(BehaviourQuery query, List<String> rows) {
    return new Expected(query.withGroup(Optional.of(BY)), rows);
  }

  private Span days() {
    int from = random.nextInt(25);
    return Span.days(firstDay.plusDays(from), firstDay.plusDays(from + (long) random.nextInt(20)));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
