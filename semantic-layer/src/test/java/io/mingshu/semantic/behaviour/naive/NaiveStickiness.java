package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Stickiness: how often the same users come. */
public final class NaiveStickiness {
  private NaiveStickiness() {}

  /**
   * The number of active intervals with how many users have it. Users without any are in no row;
   * numbers that nobody has, have no row.
   */
  public static NavigableMap<Integer, Integer> histogram(EventLog log, StickinessOptions options) {
    NavigableMap<Integer, Integer> histogram = new TreeMap<>();
    for (String user : log.users()) {
      int active = activeIntervals(log, user, options);
      for (int number = options.cumulative() ? 1 : active; number <= active; number++) {
        if (number > 0) {
          histogram.merge(number, 1, Integer::sum);
        }
      }
    }
    return histogram;
  }

  private static int activeIntervals(EventLog log, String user, StickinessOptions options) {
    WallClock clock = options.clock();
    return (int)
        clock.starts(options.period(), options.unit()).stream()
            .filter(
                start ->
                    log.of(user).stream()
                            .filter(options.activity()::matches)
                            .filter(event -> options.period().contains(clock.shows(event)))
                            .filter(event -> clock.startOf(event, options.unit()).equals(start))
                            .count()
                        >= options.occurrences())
            .count();
  }

  /**
   * DAU/MAU: the mean over all days of a month, days without anybody counting 0, of the users
   * active on the day, over the users active in the month. Empty where nobody was.
   */
  public static OptionalDouble dailyOverMonthly(
      EventLog log, EventMatch activity, WallClock clock, YearMonth month) {
    Set<String> ofMonth = new HashSet<>();
    int daysOfUsers = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      Set<String> ofDay = users(log, activity, clock, month.atDay(day));
      daysOfUsers += ofDay.size();
      ofMonth.addAll(ofDay);
    }
    if (ofMonth.isEmpty()) {
      return OptionalDouble.empty();
    }
    double meanOfDays = (double) daysOfUsers / month.lengthOfMonth();
    return OptionalDouble.of(meanOfDays / ofMonth.size());
  }

  private static Set<String> users(
      EventLog log, EventMatch activity, WallClock clock, LocalDate day) {
    Set<String> users = new HashSet<>();
    for (Happening event : log.happenings()) {
      if (activity.matches(event) && clock.day(event).equals(day)) {
        users.add(event.user());
      }
    }
    return users;
  }
}
