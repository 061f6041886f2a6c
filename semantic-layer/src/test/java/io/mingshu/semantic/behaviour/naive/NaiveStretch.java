package io.mingshu.semantic.behaviour.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Two stretches of time: who started in the first, whenever in it, and had enough return events in
 * the second. Whoever started often counts once, with a breakdown once for each of the values.
 */
public final class NaiveStretch {
  private final EventLog log;
  private final RetentionOptions options;
  private final Span later;

  /**
   * @param options of which the period is the first stretch; units and columns do not matter
   */
  public NaiveStretch(EventLog log, RetentionOptions options, Span later) {
    this.log = log;
    this.options = options;
    this.later = later;
  }

  /** A row for each group that somebody starts in; one where cohorts are not split. */
  public List<StretchRow> rows() {
    List<StretchRow> rows = new ArrayList<>();
    for (Optional<String> group : groups()) {
      List<String> users =
          log.users().stream()
              .filter(user -> starts(user).stream().anyMatch(start -> isOf(start, group)))
              .toList();
      int retained = (int) users.stream().filter(user -> comesBack(user, group)).count();
      rows.add(new StretchRow(group, users.size(), retained));
    }
    return rows;
  }

  private List<Optional<String>> groups() {
    if (options.groups().isEmpty()) {
      return List.of(Optional.empty());
    }
    TreeSet<String> values = new TreeSet<>();
    for (String user : log.users()) {
      starts(user).forEach(start -> value(start).ifPresent(values::add));
    }
    return values.stream().map(Optional::of).toList();
  }

  private Optional<String> value(Happening happening) {
    return happening.property(options.groups().orElseThrow().property());
  }

  private boolean isOf(Happening happening, Optional<String> group) {
    return group.isEmpty() || value(happening).equals(group);
  }

  /** The start events of a user that count. */
  private List<Happening> starts(String user) {
    List<Happening> starts = log.of(user).stream().filter(options.start()::matches).toList();
    List<Happening> counted =
        switch (options.cohorts()) {
          case EACH_INTERVAL -> starts;
          case FIRST_IN_PERIOD -> starts.stream().filter(this::isInPeriod).limit(1).toList();
          case FIRST_EVER -> starts.stream().limit(1).toList();
          case FIRST_EVER_IF_MATCHING ->
              log.of(user).stream()
                  .filter(options.start().withoutProperties()::matches)
                  .limit(1)
                  .filter(options.start()::matches)
                  .toList();
        };
    return counted.stream().filter(this::isInPeriod).toList();
  }

  private boolean isInPeriod(Happening happening) {
    return options.period().contains(options.clock().shows(happening));
  }

  private boolean comesBack(String user, Optional<String> group) {
    boolean sameGroup =
        options.groups().filter(RetentionGroups.ByStartAndReturn.class::isInstance).isPresent();
    long events =
        log.of(user).stream()
            .filter(options.comeBack()::matches)
            .filter(event -> later.contains(options.clock().shows(event)))
            .filter(event -> !sameGroup || isOf(event, group))
            .count();
    return events >= options.occurrences();
  }
}
