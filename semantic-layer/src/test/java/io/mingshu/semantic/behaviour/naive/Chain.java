package io.mingshu.semantic.behaviour.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Events of one user that are steps of a funnel, in the order in which they were taken.
 *
 * @param events the events, at least one
 * @param places where each of them stands among the user's events
 * @param steps which step each of them is, from 0
 */
record Chain(List<Happening> events, List<Integer> places, List<Integer> steps) {
  /**
   * The one that tells a user's times: the deepest; of those, the first to get there; of those, the
   * one that began last; of those, the one that took its steps earliest.
   */
  static final Comparator<Chain> BEST =
      Comparator.comparing(Chain::depth, Comparator.reverseOrder())
          .thenComparing(chain -> chain.last().at())
          .thenComparing(Chain::lastPlace)
          .thenComparing(Chain::firstPlace, Comparator.reverseOrder())
          .thenComparing(Chain::inBetween);

  Chain {
    events = List.copyOf(events);
    places = List.copyOf(places);
    steps = List.copyOf(steps);
  }

  static Chain from(Happening event, int place, int step) {
    return new Chain(List.of(event), List.of(place), List.of(step));
  }

  Chain then(Happening event, int place, int step) {
    return new Chain(added(events, event), added(places, place), added(steps, step));
  }

  static Optional<Chain> best(List<Chain> chains) {
    return chains.stream().min(BEST);
  }

  int depth() {
    return events.size();
  }

  Happening first() {
    return events.get(0);
  }

  Happening last() {
    return events.get(depth() - 1);
  }

  int firstPlace() {
    return places.get(0);
  }

  int lastPlace() {
    return places.get(depth() - 1);
  }

  /** The time from one step taken to another, both counted from 1. */
  Duration time(int from, int to) {
    return Duration.between(moment(from), moment(to));
  }

  private Instant moment(int taken) {
    return events.get(taken - 1).at();
  }

  /** Earlier steps make a smaller text. */
  private String inBetween() {
    StringBuilder text = new StringBuilder();
    places.forEach(place -> text.append(String.format("%08d ", place)));
    return text.toString();
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
