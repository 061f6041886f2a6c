package io.mingshu.semantic.behaviour.naive;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that happened, in order of time. Of events at the same moment, the one written first comes
 * first: the place in the log is the event's id.
 */
public record EventLog(List<Happening> happenings) {
  public EventLog {
    happenings = happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
  }

  public static EventLog of(Happening... happenings) {
    return new EventLog(List.of(happenings));
  }

  public NavigableSet<String> users() {
    return happenings.stream().map(Happening::user).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What one user did, in order. */
  public List<Happening> of(String user) {
    return happenings.stream().filter(happening -> happening.user().equals(user)).toList();
  }

  /** As if nobody else existed: a filter or a group by something that users have. */
  public EventLog only(Set<String> users) {
    return new EventLog(happenings.stream().filter(h -> users.contains(h.user())).toList());
  }

  /** As it was known before a moment. */
  public EventLog before(Instant moment) {
    return new EventLog(happenings.stream().filter(h -> h.at().isBefore(moment)).toList());
  }
}
