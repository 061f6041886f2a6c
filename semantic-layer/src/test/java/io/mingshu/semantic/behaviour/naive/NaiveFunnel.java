package io.mingshu.semantic.behaviour.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Funnel. A chain is one event for each of the first so many steps, in the order wanted, all inside
 * the window that its first event opens. Any fitting event of the period may begin one. A user
 * reaches the steps of the deepest chain, and counts once at each.
 */
public final class NaiveFunnel {
  private static final double NANOS = 1e9;

  private final FunnelOptions options;
  private final NavigableMap<String, List<Chain>> chains = new TreeMap<>();

  public NaiveFunnel(EventLog log, FunnelOptions options) {
    this.options = options;
    log.users().forEach(user -> chains.put(user, Chains.of(log.of(user), options)));
  }

  /** A row for each step, group by group. */
  public List<FunnelStep> steps() {
    List<FunnelStep> rows = new ArrayList<>();
    for (Optional<String> group : groups()) {
      int first = reached(group, 1).size();
      int previous = first;
      for (int step = 1; step <= options.steps().size(); step++) {
        NavigableSet<String> users = reached(group, step);
        List<Double> seconds = step == 1 ? List.of() : seconds(group, step - 1, step);
        rows.add(
            new FunnelStep(
                group,
                step,
                users,
                share(users.size(), first),
                share(users.size(), previous),
                seconds));
        previous = users.size();
      }
    }
    return rows;
  }

  /**
   * By the interval in which chains begin: a user may count in several intervals, once in each, by
   * the chains that begin there. Every interval of the period has a row.
   *
   * @param toStep the step that counts as converted, from 1
   */
  public List<FunnelTrendRow> trend(IntervalUnit unit, int toStep) {
    List<FunnelTrendRow> rows = new ArrayList<>();
    for (Optional<String> group : groups()) {
      options
          .clock()
          .starts(options.period(), unit)
          .forEach(
              interval -> {
                Predicate<Chain> begins =
                    chain -> options.clock().startOf(chain.first(), unit).equals(interval);
                int entered = users(group, begins).size();
                int converted = users(group, begins.and(chain -> chain.depth() >= toStep)).size();
                rows.add(new FunnelTrendRow(group, interval, entered, converted));
              });
    }
    return rows;
  }

  /** The times from one step to a later one, both from 1, of the users who got to the later one. */
  public TimeToConvert timeToConvert(Optional<String> group, int from, int to) {
    return new TimeToConvert(seconds(group, from, to));
  }

  /** The groups, in order; the one group without a value where users are not split. */
  public List<Optional<String>> groups() {
    if (options.groups().isEmpty()) {
      return List.of(Optional.empty());
    }
    NavigableSet<String> values = new TreeSet<>();
    FunnelGroups groups = options.groups().get();
    chains.values().stream()
        .flatMap(List::stream)
        .forEach(chain -> groups.value(chain.events()).ifPresent(values::add));
    return values.stream().map(Optional::of).toList();
  }

  private NavigableSet<String> reached(Optional<String> group, int step) {
    return users(group, chain -> chain.depth() >= step);
  }

  private NavigableSet<String> users(Optional<String> group, Predicate<Chain> wanted) {
    NavigableSet<String> users = new TreeSet<>();
    chains.forEach(
        (user, all) -> {
          if (all.stream().anyMatch(wanted.and(chain -> isIn(group, chain)))) {
            users.add(user);
          }
        });
    return users;
  }

  private List<Double> seconds(Optional<String> group, int from, int to) {
    return chains.values().stream()
        .map(all -> all.stream().filter(chain -> isIn(group, chain)).toList())
        .map(Chain::best)
        .flatMap(Optional::stream)
        .filter(chain -> chain.depth() >= to)
        .map(chain -> chain.time(from, to).toNanos() / NANOS)
        .toList();
  }

  private boolean isIn(Optional<String> group, Chain chain) {
    return options.groups().isEmpty() || options.groups().get().value(chain.events()).equals(group);
  }

  private static OptionalDouble share(int users, int of) {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) users / of);
  }
}
