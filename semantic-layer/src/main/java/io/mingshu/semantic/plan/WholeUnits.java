package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which calendar units a mean is over: those that lie wholly inside the period (the bucket) and
 * inside the data.
 */
final class WholeUnits {
  private final Buckets buckets;
  private final DataRange data;
  private boolean missing;

  WholeUnits(Buckets buckets, DataRange data) {
    this.buckets = buckets;
    this.data = data;
  }

  /** Whether a period or bucket without a whole unit has been met. */
  boolean missing() {
    return missing;
  }

  /**
   * A unit.
   *
   * @param label the bucket that it belongs to; empty where there are none
   * @param count how many units the bucket (the period) has
   */
  record UnitOf(LocalDateTime start, Optional<LocalDateTime> label, int count) {}

  /**
   * How a mean is had.
   *
   * @param units the metric by unit
   * @param unitsOf the units and what they belong to
   * @param plain the metric itself, for what has no whole unit
   */
  record Plan(Optional<Scope> units, List<UnitOf> unitsOf, Optional<Scope> plain) {}

  Plan plan(Scope scope, Leaf.Mean mean, Set<Leaf.Rows> sources) {
    if (scope.timeline().isEmpty()) {
      List<Bucket> units = whole(scope.range(), mean.unit(), sources);
      missing |= units.isEmpty();
      List<UnitOf> unitsOf =
          units.stream()
              .map(unit -> new UnitOf(unit.start(), Optional.empty(), units.size()))
              .toList();
      return units.isEmpty()
          ? new Plan(Optional.empty(), List.of(), Optional.of(scope))
          : new Plan(Optional.of(byUnit(scope, mean.unit(), units)), unitsOf, Optional.empty());
    }
    Timeline timeline = scope.timeline().get();
    List<Timeline.Slot> withoutUnits = new ArrayList<>();
    List<UnitOf> unitsOf = new ArrayList<>();
    List<Bucket> all = new ArrayList<>();
    for (Timeline.Slot slot : timeline.slots()) {
      TimeRange range = new TimeRange(slot.unit().from(), slot.unit().until(), true);
      List<Bucket> units = whole(range, mean.unit(), sources);
      units.forEach(
          unit -> unitsOf.add(new UnitOf(unit.start(), Optional.of(slot.label()), units.size())));
      units.stream().filter(unit -> !all.contains(unit)).forEach(all::add);
      if (units.isEmpty()) {
        withoutUnits.add(slot);
      }
    }
    missing |= !withoutUnits.isEmpty();
    Optional<Scope> plain =
        withoutUnits.isEmpty()
            ? Optional.empty()
            : Optional.of(
                within(scope, new Timeline(timeline.grain(), withoutUnits, Timeline.Kind.MAPPED)));
    return all.isEmpty()
        ? new Plan(Optional.empty(), List.of(), plain)
        : new Plan(Optional.of(byUnit(scope, mean.unit(), all)), unitsOf, plain);
  }

  private List<Bucket> whole(TimeRange range, Grain unit, Set<Leaf.Rows> sources) {
    LocalDateTime from = range.from();
    LocalDateTime until = range.until();
    for (Leaf.Rows source : sources) {
      Optional<DayRange> days = data.of(source.fact());
      if (days.isPresent()) {
        LocalDateTime first = days.get().first().atStartOfDay();
        LocalDateTime end = days.get().last().plusDays(1).atStartOfDay();
        from = first.isAfter(from) ? first : from;
        until = end.isBefore(until) ? end : until;
      }
    }
    return from.isBefore(until) ? buckets.whole(new TimeRange(from, until, true), unit) : List.of();
  }

  private static Scope byUnit(Scope scope, Grain unit, List<Bucket> units) {
    List<Bucket> inOrder = units.stream().sorted((a, b) -> a.start().compareTo(b.start())).toList();
    TimeRange range =
        new TimeRange(inOrder.get(0).from(), inOrder.get(inOrder.size() - 1).until(), true);
    return new Scope(
        range,
        scope.asked(),
        scope.filter(),
        scope.dimensions(),
        Optional.of(Timeline.of(unit, inOrder)));
  }

  private static Scope within(Scope scope, Timeline slots) {
    LocalDateTime from =
        slots.slots().stream()
            .map(s -> s.unit().from())
            .min(LocalDateTime::compareTo)
            .orElseThrow();
    LocalDateTime until =
        slots.slots().stream()
            .map(s -> s.unit().until())
            .max(LocalDateTime::compareTo)
            .orElseThrow();
    TimeRange range = new TimeRange(from, until, scope.range().complete());
    return new Scope(range, scope.asked(), scope.filter(), scope.dimensions(), Optional.of(slots));
  }
}
