package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Filter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A filter as the conditions that must all hold. */
final class Conjunction {
  private Conjunction() {}

  /** The conditions on which entities are chosen: those that choose no entities or members. */
  static Optional<Filter> choosingEntities(Optional<Filter> filter) {
    return keeping(filter, f -> !(f instanceof Filter.EntityHas) && !(f instanceof Filter.Top));
  }

  /** The conditions under which members are ranked. */
  static Optional<Filter> rankingMembers(Optional<Filter> filter) {
    return keeping(filter, f -> !(f instanceof Filter.Top));
  }

  /** The filter without its conditions on the dimensions. */
  static Optional<Filter> without(Optional<Filter> filter, List<String> dimensions) {
    return keeping(filter, f -> !dimensions.containsAll(f.dimensions()));
  }

  private static Optional<Filter> keeping(Optional<Filter> filter, Predicate<Filter> kept) {
    List<Filter> parts = Filter.conjuncts(filter).stream().filter(kept).toList();
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of(new Filter.And(parts));
  }
}
