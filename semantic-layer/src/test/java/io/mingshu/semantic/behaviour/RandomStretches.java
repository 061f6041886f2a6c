package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.behaviour.naive.Cohorts;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.EventMatch;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.IntervalUnit;
import io.mingshu.semantic.behaviour.naive.NaiveStretch;
import io.mingshu.semantic.behaviour.naive.RandomLogs;
import io.mingshu.semantic.behaviour.naive.RetentionGroups;
import io.mingshu.semantic.behaviour.naive.RetentionOptions;
import io.mingshu.semantic.behaviour.naive.Span;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Questions about two stretches of time, with random options. */
final class RandomStretches {
  private static final EventMatch SIGNUP = EventMatch.event("signup");

  private final Random random;
  private final WallClock clock;
  private final LocalDate firstDay;

  RandomStretches(long seed, WallClock clock, LocalDate firstDay) {
    this.random = new Random(seed);
    this.clock = clock;
    this.firstDay = firstDay;
  }

  /** A question, and the rows that answer it. */
  record Asked(RetentionQuery query, List<String> expected) {}

  Asked of(EventLog log, Map<String, Instant> signups) {
    boolean ofJoiners = random.nextInt(4) == 0;
    int from = random.nextInt(15);
    int until = from + 1 + random.nextInt(10);
    int begins = until + random.nextInt(5);
    int ends = begins + 1 + random.nextInt(8);
    EventMatch comeBack =
        ofJoiners || random.nextInt(3) > 0
            ? EventMatch.event(pick(RandomLogs.EVENTS))
            : EventMatch.ANY;
    RetentionOptions options =
        new RetentionOptions(
            ofJoiners ? SIGNUP : start(),
            comeBack,
            ofJoiners ? Cohorts.EACH_INTERVAL : pick(List.of(Cohorts.values())),
            clock,
            IntervalUnit.DAY,
            days(from, until),
            List.of(),
            1 + random.nextInt(2),
            firstDay.plusDays(RandomLogs.DAYS).atStartOfDay(),
            false,
            ofJoiners ? Optional.empty() : groups());
    boolean lost = random.nextInt(3) == 0;
    Set<String> some = Set.of("u1", "u2");
    Optional<Filter> people =
        !ofJoiners && random.nextInt(4) == 0 ? Optional.of(AsQuery.people(some)) : Optional.empty();
    RetentionQuery query =
        AsQuery.of(options, people)
            .within(
                begins == until
                    ? new ReturnStretch.After(ends - begins, Grain.DAY)
                    : new ReturnStretch.During(
                        new Period.Between(
                            firstDay.plusDays(begins), firstDay.plusDays(ends - 1L))));
    if (ofJoiners) {
      query = query.change().cohorts(RetentionQuery.Cohorts.SIGNUP, Optional.empty()).query();
    }
    EventLog seen =
        ofJoiners ? withSignups(log, signups) : people.isPresent() ? log.only(some) : log;
    List<String> expected =
        new NaiveStretch(seen, options, days(begins, ends))
            .rows().stream()
                .map(
                    row ->
                        Cells.text(
                            row.group(),
                            row.users(),
                            lost ? row.users() - row.retained() : row.retained(),
                            lost ? row.loss() : row.rate()))
                .toList();
    return new Asked(query.change().lost(lost).query(), expected);
  }

  private static EventLog withSignups(EventLog log, Map<String, Instant> signups) {
    List<Happening> all = new ArrayList<>(log.happenings());
    signups.forEach((user, at) -> all.add(new Happening(user, "signup", at, Map.of())));
    return new EventLog(all);
  }

  private EventMatch start() {
    EventMatch match = EventMatch.event(pick(RandomLogs.EVENTS));
    return random.nextInt(4) == 0
        ? match.with("page", pick(List.of("home", "item", "cart")))
        : match;
  }

  private Optional<RetentionGroups> groups() {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(new RetentionGroups.ByStart("device"));
      case 1 -> Optional.of(new RetentionGroups.ByStartAndReturn("device"));
      default -> Optional.empty();
    };
  }

  private Span days(int from, int until) {
    return Span.days(firstDay.plusDays(from), firstDay.plusDays(until - 1L));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
