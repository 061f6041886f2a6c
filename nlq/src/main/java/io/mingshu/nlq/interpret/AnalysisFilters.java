package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.semantic.query.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions of an analysis: those that are said, and those of the analysis before. */
final class AnalysisFilters {
  private AnalysisFilters() {}

  /** A condition on a dimension takes the place of one on the same; others stay. */
  static Optional<Filter> merged(Optional<Filter> before, Draft draft) {
    Set<String> said = new HashSet<>(draft.dimensions);
    draft.filters.values().forEach(in -> said.add(in.dimension()));
    List<Filter> parts = new ArrayList<>();
    for (Filter old : Filter.conjuncts(before)) {
      boolean replaced = old instanceof Filter.In in && said.contains(in.dimension());
      boolean narrowed =
          old instanceof Filter.In in
              && draft.filters.values().stream()
                  .anyMatch(
                      now ->
                          now.dimension().equals(in.dimension()) && now.negated() != in.negated());
      if (narrowed) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SAME_DIMENSION_TWICE);
      }
      if (!replaced) {
        parts.add(old);
      }
    }
    parts.addAll(draft.filters.values());
    parts.addAll(draft.furtherFilters);
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.get(0));
      default -> Optional.of(new Filter.And(parts));
    };
  }
}
