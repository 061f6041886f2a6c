package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the steps of a funnel are called: by the value that each of them is of one dimension, whose
 * names the catalog knows, or else by what the query calls them.
 */
final class StepNames {
  private static final String NAME = "event";

  private final List<Step> steps;
  private final BehaviourColumns words;
  private final Optional<String> dimension;

  StepNames(List<Step> steps, BehaviourColumns words) {
    this.steps = steps;
    this.words = words;
    this.dimension =
        steps.stream().allMatch(step -> step.name().isEmpty())
            ? commonDimension(steps.stream().map(Step::event).toList())
            : Optional.empty();
  }

  /** The dimension of which each event is one value. */
  static Optional<String> commonDimension(List<Filter> events) {
    List<String> dimensions =
        events.stream()
            .map(event -> oneValue(event).map(Filter.In::dimension).orElse(""))
            .distinct()
            .toList();
    return dimensions.size() == 1
        ? Optional.of(dimensions.get(0)).filter(d -> !d.isEmpty())
        : Optional.empty();
  }

  Column column() {
    return dimension
        .map(name -> words.valueOf(name, NAME, "事件", "Event"))
        .orElseGet(() -> BehaviourColumns.words(NAME, "事件", "Event"));
  }

  Object name(int step) {
    Step named = steps.get(step);
    String value =
        named
            .name()
            .orElseGet(
                () ->
                    oneValue(named.event())
                        .map(in -> in.values().get(0))
                        .orElseGet(() -> described(named.event())));
    return dimension.map(name -> words.groupValue(name, value)).orElse(value);
  }

  private static Optional<Filter.In> oneValue(Filter filter) {
    return filter instanceof Filter.In in && !in.negated() && in.values().size() == 1
        ? Optional.of(in)
        : Optional.empty();
  }

  private static String described(Filter filter) {
    if (filter instanceof Filter.In in) {
      return (in.negated() ? "≠ " : "") + String.join("/", in.values());
    }
    if (filter instanceof Filter.And and) {
      return and.parts().stream().map(StepNames::described).collect(Collectors.joining(" + "));
    }
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().map(StepNames::described).collect(Collectors.joining("/"));
    }
    if (filter instanceof Filter.Range range) {
      return range.dimension()
          + range.lower().map(b -> (b.inclusive() ? " ≥ " : " > ") + b.value()).orElse("")
          + range.upper().map(b -> (b.inclusive() ? " ≤ " : " < ") + b.value()).orElse("");
    }
    Filter.IsNull isNull = (Filter.IsNull) filter;
    return (isNull.negated() ? "" : "∅ ") + isNull.dimension();
  }
}
