package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.DayOfWeek;
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
  private final DayParts dayParts;
  private boolean missing;
  private boolean partial;

  WholeUnits(Buckets buckets, DataRange data, DayParts dayParts) {
    this.buckets = buckets;
    this.data = data;
    this.dayParts = dayParts;
  }

  /** Whether a period or bucket without a whole unit has been met. */
  boolean missing() {
    return missing;
  }

  /** Whether whole weeks or longer units leave out a part of a period. */
  boolean partial() {
    return partial;
  }

  DayParts dayParts() {
    return dayParts;
  }

  /**
   * A unit.
   *
   * @param label the bucket that it belongs to; empty where there are none
   * @param count how many units the bucket (the period) has
   */
  record UnitOf(Grain unit, LocalDateTime start, Optional<LocalDateTime> label, int count) {}

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
      List<Bucket> units = whole(scope, scope.range(), mean.unit(), sources);
      missing |= units.isEmpty();
      List<UnitOf> unitsOf =
          units.stream()
              .map(u -> new UnitOf(mean.unit(), u.start(), Optional.empty(), units.size()))
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
      TimeRange range = range(slot, timeline, scope);
      List<Bucket> units = whole(scope, range, mean.unit(), sources);
      units.forEach(
          u ->
              unitsOf.add(
                  new UnitOf(mean.unit(), u.start(), Optional.of(slot.label()), units.size())));
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

  /** The time of a bucket: its own unit, or its whole window of days. */
  private static TimeRange range(Timeline.Slot slot, Timeline timeline, Scope scope) {
    if (timeline.kind() != Timeline.Kind.WINDOWS) {
      return new TimeRange(slot.unit().from(), slot.unit().until(), true);
    }
    LocalDateTime end = slot.label().plusDays(1);
    LocalDateTime until = scope.range().until();
    return new TimeRange(slot.windowFrom(), end.isBefore(until) ? end : until, true);
  }

  private List<Bucket> whole(Scope scope, TimeRange range, Grain unit, Set<Leaf.Rows> sources) {
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
    if (!from.isBefore(until)) {
      return List.of();
    }
    List<Bucket> units = buckets.whole(new TimeRange(from, until, true), unit);
    if (unit != Grain.DAY) {
      partial |= scope.timeline().isEmpty() && leavesOut(units, from, until);
      return units;
    }
    Set<DayOfWeek> days = dayParts.daysOf(scope.filter());
    return units.stream().filter(day -> days.contains(day.start().getDayOfWeek())).toList();
  }

  private static boolean leavesOut(List<Bucket> units, LocalDateTime from, LocalDateTime until) {
    return !units.isEmpty()
        && (units.get(0).from().isAfter(from)
            || units.get(units.size() - 1).until().isBefore(until));
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
