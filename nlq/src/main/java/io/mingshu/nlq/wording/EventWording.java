package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.BehaviourLog.NamedEvent;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Filter;
import java.util.Optional;

/** Events in the words of the catalog: 加购, product page. Immutable. */
final class EventWording {
  private final Catalog catalog;
  private final CatalogWords words;
  private final FilterWording filters;

  EventWording(Catalog catalog, CatalogWords words, FigureWording figures) {
    this.catalog = catalog;
    this.words = words;
    this.filters = new FilterWording(words, figures);
  }

  /** By its name, its page, or its conditions. */
  String of(Filter event) {
    Optional<String> name =
        catalog.behaviour().stream()
            .flatMap(log -> log.events().stream())
            .filter(known -> known.event().equals(event))
            .map(NamedEvent::label)
            .map(words::in)
            .findFirst();
    return name.or(() -> page(event)).orElseGet(() -> filters.filter(event));
  }

  String of(Optional<Filter> event) {
    return event.map(this::of).orElse(words.isChinese() ? "任何行为" : "any event");
  }

  private Optional<String> page(Filter event) {
    Optional<String> pages = catalog.behaviour().flatMap(BehaviourLog::page);
    return event instanceof Filter.In in
            && !in.negated()
            && pages.filter(in.dimension()::equals).isPresent()
        ? Optional.of(words.values(in.dimension(), in.values()))
        : Optional.empty();
  }
}
