package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.BehaviourLog.NamedEvent;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery.Step;
import io.mingshu.semantic.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Conditions hold for every step of a funnel. One on what steps themselves are (without adding to
 * cart, on the home page) says something else: it is asked back.
 */
final class StepFilters {
  private final Catalog catalog;

  StepFilters(Catalog catalog) {
    this.catalog = catalog;
  }

  void check(List<Step> steps, Optional<String> funnel, Draft draft) {
    Set<String> ofSteps = new HashSet<>();
    Stream.concat(
            steps.stream().map(Step::event),
            funnel.flatMap(catalog::funnel).stream()
                .flatMap(known -> known.steps().stream().map(Funnel.Step::event)))
        .forEach(event -> ofSteps.addAll(dimensions(event)));
    catalog.behaviour().flatMap(BehaviourLog::page).ifPresent(ofSteps::add);
    for (Map.Entry<Edge, Filter.In> filter : draft.filters.entrySet()) {
      if (ofSteps.contains(filter.getValue().dimension()) || isEvent(filter.getValue())) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, filter.getKey(), Messages.CONDITION_ON_STEPS);
      }
    }
  }

  private static Set<String> dimensions(Filter event) {
    Set<String> names = new HashSet<>();
    if (event instanceof Filter.In in) {
      names.add(in.dimension());
    } else if (event instanceof Filter.And and) {
      and.parts().forEach(part -> names.addAll(dimensions(part)));
    }
    return names;
  }

  /** Without search: the channel, or searching in between? */
  private boolean isEvent(Filter.In filter) {
    return filter.negated()
        && filter.values().stream()
            .flatMap(code -> label(filter.dimension(), code).stream())
            .anyMatch(this::isEventsName);
  }

  private Optional<Text> label(String dimension, String code) {
    return catalog.dimension(dimension).flatMap(d -> d.value(code)).map(value -> value.label());
  }

  private boolean isEventsName(Text label) {
    return catalog.behaviour().stream()
        .flatMap(log -> log.events().stream())
        .map(NamedEvent::label)
        .anyMatch(
            event -> event.zh().equals(label.zh()) || event.en().equalsIgnoreCase(label.en()));
  }
}
