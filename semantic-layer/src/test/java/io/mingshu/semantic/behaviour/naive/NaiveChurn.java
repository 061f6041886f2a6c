package io.mingshu.semantic.behaviour.naive;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Churn: of the users who were there in the days before, those who did nothing in the days since.
 */
public final class NaiveChurn {
  private NaiveChurn() {}

  public static ChurnFigures of(EventLog log, ChurnOptions options) {
    NavigableSet<String> users = new TreeSet<>();
    NavigableSet<String> churned = new TreeSet<>();
    for (String user : log.users()) {
      if (did(log, user, options.start(), options.there(), options.clock())) {
        users.add(user);
        if (!did(log, user, options.comeBack(), options.away(), options.clock())) {
          churned.add(user);
        }
      }
    }
    return new ChurnFigures(users, churned);
  }

  private static boolean did(
      EventLog log, String user, EventMatch match, Span span, WallClock clock) {
    return log.of(user).stream()
        .anyMatch(event -> match.matches(event) && span.contains(clock.shows(event)));
  }
}
