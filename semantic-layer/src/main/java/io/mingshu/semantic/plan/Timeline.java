package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rows are placed in the answer's time buckets.
 *
 * @param grain the unit that rows are cut to
 * @param slots which units make up which bucket
 * @param all whether the slots are all units of the scope's range
 */
record Timeline(Grain grain, List<Slot> slots, boolean all) {
  Timeline {
    slots = List.copyOf(slots);
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
        grain, buckets.stream().map(b -> new Slot(b.start(), b, b.from())).toList(), true);
  }

  List<LocalDateTime> labels() {
    return slots.stream().map(Slot::label).distinct().sorted().toList();
  }

  /** Whether rows need no mapping: every unit is the bucket of its own name. */
  boolean isDirect() {
    return all && slots.stream().allMatch(slot -> slot.label().equals(slot.unit().start()));
  }

  /** Whether a unit belongs to several buckets or a bucket has several units. */
  boolean overlaps() {
    Set<LocalDateTime> labels = new HashSet<>();
    return slots.stream().anyMatch(slot -> !labels.add(slot.label()));
  }

  /** The first slot of each bucket. */
  List<Slot> firstSlots() {
    Map<LocalDateTime, Slot> first = new LinkedHashMap<>();
    for (Slot slot : slots) {
      first.merge(
          slot.label(), slot, (a, b) -> b.unit().start().isBefore(a.unit().start()) ? b : a);
    }
    return List.copyOf(first.values());
  }
}
