package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How rows are placed in the answer's time buckets.
 *
 * @param grain the unit that rows are cut to
 * @param slots which unit belongs to which bucket
 */
record Timeline(Grain grain, List<Slot> slots, Kind kind) {
  Timeline {
    slots = List.copyOf(slots);
  }

  enum Kind {
    /** Every unit of the scope's range is the bucket of its own name. */
    DIRECT,
    /** Only the units of the slots, each in the bucket that its slot names. */
    MAPPED,
    /** A bucket has all units from its slot's unit to the one of its own name. */
    WINDOWS
  }

  /**
   * A unit of time that belongs to a bucket of the answer.
   *
   * @param label the bucket, by its calendar start
   * @param unit the unit of which a part belongs to it
   * @param windowFrom the first moment that belongs to the bucket, in any of its units
   */
  record Slot(LocalDateTime label, Bucket unit, LocalDateTime windowFrom) {}

  /** Each unit is the bucket of its own name. */
  static Timeline of(Grain grain, List<Bucket> buckets) {
    return new Timeline(
        grain, buckets.stream().map(b -> new Slot(b.start(), b, b.from())).toList(), Kind.DIRECT);
  }

  List<LocalDateTime> labels() {
    return slots.stream().map(Slot::label).distinct().sorted().toList();
  }

  /**
   * Timelines of which none has a unit twice: Feb 28 is the base of Feb 28 and of Feb 29, the last
   * week of a year that of weeks 52 and 53, and each may be cut in its own way.
   */
  List<Timeline> withUnitsOnce() {
    List<List<Slot>> once = new ArrayList<>();
    for (Slot slot : slots) {
      List<Slot> free =
          once.stream()
              .filter(
                  taken ->
                      taken.stream().noneMatch(t -> t.unit().start().equals(slot.unit().start())))
              .findFirst()
              .orElse(null);
      if (free == null) {
        free = new ArrayList<>();
        once.add(free);
      }
      free.add(slot);
    }
    return once.stream().map(taken -> new Timeline(grain, taken, kind)).toList();
  }

  /** Whether every window begins with the same unit. */
  boolean runsFromOneStart() {
    return kind == Kind.WINDOWS
        && slots.stream().map(slot -> slot.unit().start()).distinct().count() == 1;
  }
}
