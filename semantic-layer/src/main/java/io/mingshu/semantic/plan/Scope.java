package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which circumstances leaves are aggregated.
 *
 * @param range which rows, by the leaf's own time column
 * @param asked the whole period that they are part of, over which filters choose entities and
 *     members
 * @param filter which of them
 * @param dimensions grouped by these
 * @param timeline and by these buckets
 */
record Scope(
    TimeRange range,
    TimeRange asked,
    Optional<Filter> filter,
    List<String> dimensions,
    Optional<Timeline> timeline) {

  Scope {
    dimensions = List.copyOf(dimensions);
  }

  /** The names of the columns that groups are told apart by. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    timeline.ifPresent(t -> keys.add(BUCKET));
    keys.addAll(dimensions);
    return keys;
  }

  Scope with(List<String> otherDimensions) {
    return new Scope(range, asked, filter, otherDimensions, timeline);
  }

  Scope with(Optional<Filter> otherFilter) {
    return new Scope(range, asked, otherFilter, dimensions, timeline);
  }

  /** No dimension of a catalog can be named so. */
  static final String BUCKET = "time.bucket";
}
