package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.behaviour.FunnelOptions.Attribution;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Funnel: the deepest chain of each person, over all possible first events. In each group (and each
 * interval of a trend) a person counts by the best chain of that group, so that one may be in
 * several.
 */
public final class FunnelFold {
  private static final String UNGROUPED = "";

  private final FunnelOptions options;
  private final Chains chains;
  private final Openings openings;
  private final VoidAttempts voids;
  private final boolean mayVoid;
  private final Touches touches = new Touches();
  private final Map<String, Reached> groups = new HashMap<>();
  private @Nullable String person;

  /** What is known of a group. */
  public static final class Reached {
    private final long[] users;
    private final List<Times> times;
    private final Map<Long, Long> begun = new HashMap<>();
    private final Map<Long, Long> converted = new HashMap<>();

    private Reached(int steps, int laps) {
      this.users = new long[steps];
      this.times = Stream.generate(Times::new).limit(laps).toList();
    }

    /** Who got to a step, counted from 1. */
    public long users(int step) {
      return users[step - 1];
    }

    /** The times of those who got to the end of each lap. */
    public List<Times> times() {
      return times;
    }

    /** By interval of a trend, who began in it. */
    public Map<Long, Long> begun() {
      return Collections.unmodifiableMap(begun);
    }

    /** By interval, those of them who got to the wanted step. */
    public Map<Long, Long> converted() {
      return Collections.unmodifiableMap(converted);
    }
  }

  /** Chains of a group (and an interval) are compared with each other. */
  private record Key(int group, long interval) {}

  public FunnelFold(FunnelOptions options) {
    this.options = options;
    this.chains =
        switch (options.order()) {
          case ORDERED -> new OrderedChains(options);
          case STRICT -> new StrictChains(options);
          case ANY -> new AnyOrderChains(options);
        };
    this.openings = new Openings(options);
    this.voids = new VoidAttempts(options);
    this.mayVoid = options.exclusions().stream().anyMatch(FunnelOptions.Exclusion::voidsAttempt);
  }

  /**
   * Something that a person did. Rows of a person follow each other, in order.
   *
   * @param at when, in microseconds since 1970
   * @param kinds bits for the steps and exclusions that it is
   * @param group the value that people are split by, null where there is none
   * @param shared the value that all steps must share, null where there is none
   */
  public void accept(
      String who, long at, long kinds, @Nullable String group, @Nullable String shared) {
    if (!who.equals(person)) {
      endOfPerson();
      person = who;
    }
    touches.add(at, kinds, group, shared);
  }

  /** What is known of each group; of one without a name where people are not split. */
  public Map<String, Reached> result() {
    endOfPerson();
    if (options.attribution().isNone()) {
      reached(UNGROUPED);
    }
    return Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  private void endOfPerson() {
    openings.read(touches);
    if (openings.next(0) >= 0) {
      if (mayVoid) {
        voids.close(touches, openings);
      }
      Map<Key, Chain> best = new LinkedHashMap<>();
      for (int shared : options.shared() ? sharedValues() : Set.of(Choice.ANY)) {
        Choice choice = Choice.all(touches.size()).sharing(shared);
        if (options.attribution().isNone()) {
          search(choice, Choice.ANY, best);
        } else {
          for (int group : groupsIn(choice)) {
            search(narrowed(choice, group), group, best);
          }
        }
      }
      best.forEach(this::count);
    }
    touches.clear();
  }

  private Set<Integer> sharedValues() {
    Set<Integer> values = new LinkedHashSet<>();
    for (int place = openings.next(0); place >= 0; place = openings.next(place + 1)) {
      if (touches.shared(place) != Touches.NO_VALUE) {
        values.add(touches.shared(place));
      }
    }
    return values;
  }

  /** The groups that chains may be in. */
  private Set<Integer> groupsIn(Choice choice) {
    Set<Integer> values = new LinkedHashSet<>();
    boolean atFirst = options.attribution().everyStep() || isAtStep(1);
    for (int place = openings.next(0); place >= 0 && place < touches.size(); ) {
      if (touches.group(place) != Touches.NO_VALUE && choice.takes(touches, place)) {
        values.add(touches.group(place));
      }
      place = atFirst ? openings.next(place + 1) : place + 1;
    }
    return values;
  }

  private boolean isAtStep(int number) {
    return options.attribution().step().isPresent()
        && options.attribution().step().getAsInt() == number;
  }

  private Choice narrowed(Choice choice, int group) {
    Attribution attribution = options.attribution();
    return attribution.everyStep()
        ? choice.inEveryStep(group)
        : choice.atStep(attribution.step().orElseThrow(), group);
  }

  private void search(Choice choice, int group, Map<Key, Chain> best) {
    if (options.intervals() == null) {
      keep(new Key(group, Choice.ANY_TIME), chains.best(touches, openings, choice), best);
      return;
    }
    Map<Long, int[]> ends = new LinkedHashMap<>();
    for (int place = openings.next(0); place >= 0; place = openings.next(place + 1)) {
      if (openings.begins(touches, place, choice)) {
        int first = place;
        ends.computeIfAbsent(openings.interval(place), i -> new int[] {first, first})[1] = place;
      }
    }
    ends.forEach(
        (interval, between) ->
            keep(
                new Key(group, interval),
                chains.best(
                    touches,
                    openings,
                    choice.beginning(interval, between[0], behindWindow(between[1]))),
                best));
  }

  /** The first place at which no chain from an opening can go on. */
  private int behindWindow(int opening) {
    int place = opening + 1;
    while (place < touches.size() && options.isWithin(touches.at(opening), touches.at(place))) {
      place++;
    }
    return place;
  }

  private static void keep(Key key, @Nullable Chain chain, Map<Key, Chain> best) {
    if (chain != null && chain.isBetterThan(best.get(key))) {
      best.put(key, chain);
    }
  }

  private void count(Key key, Chain chain) {
    Reached reached =
        reached(key.group() == Choice.ANY ? UNGROUPED : touches.groupName(key.group()));
    if (options.intervals() != null) {
      reached.begun.merge(key.interval(), 1L, Long::sum);
      if (chain.depth() >= options.toStep()) {
        reached.converted.merge(key.interval(), 1L, Long::sum);
      }
      return;
    }
    for (int depth = 1; depth <= chain.depth(); depth++) {
      reached.users[depth - 1]++;
    }
    for (int i = 0; i < options.laps().size(); i++) {
      FunnelOptions.Lap lap = options.laps().get(i);
      if (chain.depth() >= lap.to()) {
        long from = touches.at(chain.place(lap.from()));
        reached.times().get(i).add(touches.at(chain.place(lap.to())) - from);
      }
    }
  }

  private Reached reached(String group) {
    return groups.computeIfAbsent(
        group,
        g -> {
          Bounds.requireFigures((groups.size() + 1L) * options.steps());
          return new Reached(options.steps(), options.laps().size());
        });
  }
}
