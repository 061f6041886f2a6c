package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.time.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * In which circumstances leaves are aggregated.
 *
 * @param range which rows, by the leaf's own time column
 * @param filter which of them
 * @param dimensions grouped by these
 * @param timeline and by these buckets
 */
record Scope(
    TimeRange range,
    Optional<Filter> filter,
    List<String> dimensions,
    Optional<Timeline> timeline) {

  Scope {
    dimensions = List.copyOf(dimensions);
  }

  /** The names of the columns that groups are told apart by. */
  List<String> keys() {
    List<String> keys = new java.util.ArrayList<>();
    timeline.ifPresent(t -> keys.add(BUCKET));
    keys.addAll(dimensions);
    return keys;
  }

  Scope with(List<String> otherDimensions) {
    return new Scope(range, filter, otherDimensions, timeline);
  }

  Scope with(Timeline otherTimeline) {
    return new Scope(range, filter, dimensions, Optional.of(otherTimeline));
  }

  Scope with(Optional<Filter> otherFilter) {
    return new Scope(range, otherFilter, dimensions, timeline);
  }

  Scope withoutTimeline() {
    return new Scope(range, filter, dimensions, Optional.empty());
  }

  /** No dimension of a catalog can be named so. */
  static final String BUCKET = "time.bucket";
}
