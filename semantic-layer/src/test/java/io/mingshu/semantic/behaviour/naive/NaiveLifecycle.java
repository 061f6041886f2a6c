package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lifecycle: what each user is in an interval, looking at this interval and at the one just before
 * it, which may lie before the period. At most one state a user and interval.
 */
public final class NaiveLifecycle {
  private final EventLog log;
  private final LifecycleOptions options;

  public NaiveLifecycle(EventLog log, LifecycleOptions options) {
    this.log = log;
    this.options = options;
  }

  /** Every interval with each of the four states, states of nobody included. */
  public List<LifecycleRow> rows() {
    List<LifecycleRow> rows = new ArrayList<>();
    List<LocalDateTime> starts = options.clock().starts(options.period(), options.unit());
    for (LocalDateTime start : starts) {
      for (LifecycleState state : LifecycleState.values()) {
        rows.add(new LifecycleRow(start, state, users(state, interval(start), before(start))));
      }
    }
    if (options.dormantAfter()) {
      LocalDateTime last = starts.get(starts.size() - 1);
      LocalDateTime after = interval(last).until();
      rows.add(
          new LifecycleRow(
              after,
              LifecycleState.DORMANT,
              users(LifecycleState.DORMANT, interval(after), interval(last))));
    }
    return rows;
  }

  /** The users of a state in any stretch of time, compared with any other before it. */
  public NavigableSet<String> users(LifecycleState state, Span now, Span before) {
    NavigableSet<String> users = new TreeSet<>();
    for (String user : log.users()) {
      if (state(user, now, before).equals(Optional.of(state))) {
        users.add(user);
      }
    }
    return users;
  }

  private Optional<LifecycleState> state(String user, Span now, Span before) {
    Happening firstOfAll = log.of(user).get(0);
    if (did(user, options.start(), before)) {
      return Optional.of(
          did(user, options.comeBack(), now) ? LifecycleState.RETAINED : LifecycleState.DORMANT);
    }
    if (!did(user, options.start(), now)) {
      return Optional.empty();
    }
    if (now.contains(options.clock().shows(firstOfAll))) {
      return Optional.of(LifecycleState.NEW);
    }
    return did(user, options.comeBack(), before)
        ? Optional.empty()
        : Optional.of(LifecycleState.RESURRECTED);
  }

  private boolean did(String user, EventMatch match, Span span) {
    return log.of(user).stream()
        .anyMatch(event -> match.matches(event) && span.contains(options.clock().shows(event)));
  }

  private Span interval(LocalDateTime start) {
    return options.clock().interval(start, options.unit());
  }

  private Span before(LocalDateTime start) {
    return interval(options.clock().previous(start, options.unit()));
  }
}
