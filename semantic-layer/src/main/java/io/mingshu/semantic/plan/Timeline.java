package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import java.time.LocalDateTime;
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

  /** Whether every window begins with the same unit. */
  boolean runsFromOneStart() {
    return kind == Kind.WINDOWS
        && slots.stream().map(slot -> slot.unit().start()).distinct().count() == 1;
  }
}
