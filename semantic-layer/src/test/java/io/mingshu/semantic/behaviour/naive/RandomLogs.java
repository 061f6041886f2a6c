package io.mingshu.semantic.behaviour.naive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Small logs in which things meet that seldom do: few users and few kinds of events, many of them
 * at one moment, a second around the borders of days, weeks and months, whole days after one
 * another, and about the nights in which the clock is put forward or back. The same seed gives the
 * same logs.
 */
public final class RandomLogs {
  /** The days that a log may touch, from {@link #firstDay} on. */
  public static final int DAYS = 40;

  public static final List<String> EVENTS = List.of("view", "search", "cart", "pay");
  private static final List<String> DEVICES = List.of("phone", "desk", "");
  private static final List<String> PAGES = List.of("home", "item", "cart");
  private static final int MOST_USERS = 4;
  private static final int MOST_EVENTS = 30;
  private static final Instant SOME_MOMENT = Instant.parse("2026-01-20T00:00:00Z");

  private final Random random;
  private final WallClock clock;
  private final LocalDate firstDay;
  private final Optional<Instant> change;

  public RandomLogs(long seed, WallClock clock) {
    this.random = new Random(seed);
    this.clock = clock;
    this.change = changeOfTheClock();
    LocalDate middle = clock.shows(change.orElse(SOME_MOMENT)).toLocalDate();
    this.firstDay = middle.minusDays(random.nextInt(DAYS - 1));
  }

  /**
   * The first day of all logs of this seed; with a change of the clock in them if the zone has one.
   */
  public LocalDate firstDay() {
    return firstDay;
  }

  public EventLog next() {
    int users = 1 + random.nextInt(MOST_USERS);
    int events = random.nextInt(MOST_EVENTS + 1);
    List<Happening> happenings = new ArrayList<>();
    while (happenings.size() < events) {
      String user = "u" + (1 + random.nextInt(users));
      happenings.add(new Happening(user, pick(EVENTS), moment(happenings), properties(user)));
    }
    return new EventLog(happenings);
  }

  private Optional<Instant> changeOfTheClock() {
    Optional<ZoneOffsetTransition> next =
        Optional.ofNullable(clock.zone().getRules().nextTransition(SOME_MOMENT));
    boolean other = random.nextBoolean();
    return next.map(ZoneOffsetTransition::getInstant)
        .flatMap(
            first ->
                other
                    ? Optional.ofNullable(clock.zone().getRules().nextTransition(first))
                        .map(ZoneOffsetTransition::getInstant)
                    : Optional.of(first));
  }

  private Instant moment(List<Happening> before) {
    if (!before.isEmpty() && oneIn(4)) {
      return pick(before).at();
    }
    if (!before.isEmpty() && oneIn(5)) {
      Instant later = pick(before).at().plus(Duration.ofDays(pick(List.of(1, 1, 7))));
      return inside(later.plusSeconds(around()));
    }
    if (change.isPresent() && oneIn(6)) {
      int halfHours = random.nextInt(9) - 4;
      return inside(change.get().plus(Duration.ofMinutes(30L * halfHours)).plusSeconds(around()));
    }
    LocalDate day = firstDay.plusDays(random.nextInt(DAYS));
    Instant start = startOf(day);
    return inside(start.plusSeconds(oneIn(2) ? around() : random.nextInt(24 * 60 * 60)));
  }

  private Instant inside(Instant moment) {
    Instant first = startOf(firstDay);
    Instant last = startOf(firstDay.plusDays(DAYS)).minusSeconds(1);
    if (moment.isBefore(first)) {
      return first;
    }
    return moment.isAfter(last) ? last : moment;
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant();
  }

  private int around() {
    return random.nextInt(3) - 1;
  }

  private Map<String, String> properties(String user) {
    Map<String, String> properties = new HashMap<>();
    properties.put("session", user + "-" + random.nextInt(3));
    if (!oneIn(4)) {
      properties.put("device", pick(DEVICES));
    }
    if (!oneIn(4)) {
      properties.put("page", pick(PAGES));
    }
    return properties;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
