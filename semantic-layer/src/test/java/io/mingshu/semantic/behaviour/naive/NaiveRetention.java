package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Retention. The users who start in an interval are its cohort. A user came back in an interval
 * after the cohort's if enough return events happened in it. The cohort's own interval, number 0,
 * counts everybody of the cohort, with or without a return event in it.
 */
public final class NaiveRetention {
  private final EventLog log;
  private final RetentionOptions options;

  public NaiveRetention(EventLog log, RetentionOptions options) {
    this.log = log;
    this.options = options;
  }

  /** Every mature figure: by group, then cohort, then column; cohorts of nobody included. */
  public List<RetentionCell> cells() {
    List<RetentionCell> cells = new ArrayList<>();
    for (Optional<String> group : groups()) {
      for (LocalDateTime cohort : options.clock().starts(options.period(), options.unit())) {
        NavigableMap<String, NavigableSet<Integer>> users = appearances(group, cohort);
        for (ComeBack column : options.columns()) {
          if (isMature(cohort, column)) {
            cells.add(
                new RetentionCell(group, cohort, column, users.size(), retained(users, column)));
          }
        }
      }
    }
    return cells;
  }

  /** One rate over many cohorts: all retained over all users of the mature ones, not a mean. */
  public OptionalDouble pooled(Optional<String> group, ComeBack column) {
    List<RetentionCell> cells =
        cells().stream()
            .filter(cell -> cell.group().equals(group) && cell.column().equals(column))
            .toList();
    int users = cells.stream().mapToInt(RetentionCell::users).sum();
    int retained = cells.stream().mapToInt(RetentionCell::retained).sum();
    return users == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retained / users);
  }

  /** The groups, in order; the one group without a value where cohorts are not split. */
  public List<Optional<String>> groups() {
    if (options.groups().isEmpty()) {
      return List.of(Optional.empty());
    }
    NavigableSet<String> values = new TreeSet<>();
    for (String user : log.users()) {
      for (Happening start : counted(user)) {
        start.property(options.groups().get().property()).ifPresent(values::add);
      }
    }
    return values.stream().map(Optional::of).toList();
  }

  /** Each user of a cohort with the numbers of the intervals of presence, 0 among them. */
  public NavigableMap<String, NavigableSet<Integer>> appearances(
      Optional<String> group, LocalDateTime cohort) {
    NavigableMap<String, NavigableSet<Integer>> appearances = new TreeMap<>();
    for (String user : log.users()) {
      if (starts(user, group, cohort)) {
        appearances.put(user, presence(user, group, cohort));
      }
    }
    return appearances;
  }

  private boolean starts(String user, Optional<String> group, LocalDateTime cohort) {
    return counted(user).stream()
        .anyMatch(
            start ->
                options.clock().startOf(start, options.unit()).equals(cohort)
                    && startsGroup(start, group));
  }

  private boolean startsGroup(Happening start, Optional<String> group) {
    return options.groups().isEmpty()
        || start.property(options.groups().get().property()).equals(group);
  }

  /** The start events of a user that make cohorts. */
  private List<Happening> counted(String user) {
    List<Happening> seen = log.of(user).stream().filter(this::isSeen).toList();
    List<Happening> starts = seen.stream().filter(options.start()::matches).toList();
    List<Happening> counted =
        switch (options.cohorts()) {
          case EACH_INTERVAL -> starts;
          case FIRST_IN_PERIOD -> starts.stream().filter(this::isInPeriod).limit(1).toList();
          case FIRST_EVER -> starts.stream().limit(1).toList();
          case FIRST_EVER_IF_MATCHING ->
              seen.stream()
                  .filter(options.start().withoutProperties()::matches)
                  .limit(1)
                  .filter(options.start()::matches)
                  .toList();
        };
    return counted.stream().filter(this::isInPeriod).toList();
  }

  private NavigableSet<Integer> presence(
      String user, Optional<String> group, LocalDateTime cohort) {
    NavigableSet<Integer> numbers = new TreeSet<>();
    numbers.add(0);
    LocalDateTime start = cohort;
    for (int number = 0; start.isBefore(options.seenUntil()); number++) {
      Span interval = options.clock().interval(start, options.unit());
      long events =
          log.of(user).stream()
              .filter(event -> isSeen(event) && isComeBack(event, group))
              .filter(event -> interval.contains(options.clock().shows(event)))
              .count();
      if (events >= options.occurrences()) {
        numbers.add(number);
      }
      start = interval.until();
    }
    return numbers;
  }

  private boolean isComeBack(Happening event, Optional<String> group) {
    boolean sameGroup =
        options.groups().isEmpty()
            || options.groups().get() instanceof RetentionGroups.ByStart
            || event.property(options.groups().get().property()).equals(group);
    return sameGroup && options.comeBack().matches(event);
  }

  private static int retained(NavigableMap<String, NavigableSet<Integer>> users, ComeBack column) {
    return (int)
        users.values().stream()
            .filter(numbers -> numbers.stream().anyMatch(column::includes))
            .count();
  }

  private boolean isMature(LocalDateTime cohort, ComeBack column) {
    LocalDateTime start = cohort;
    for (int number = 0; number < column.last().orElse(column.first()); number++) {
      start = options.clock().next(start, options.unit());
    }
    return options.unfinished()
        ? start.isBefore(options.seenUntil())
        : !options.clock().next(start, options.unit()).isAfter(options.seenUntil());
  }

  private boolean isSeen(Happening event) {
    return options.clock().shows(event).isBefore(options.seenUntil());
  }

  private boolean isInPeriod(Happening event) {
    return options.period().contains(options.clock().shows(event));
  }
}
