package io.mingshu.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricFacts;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.time.DayRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalog as it is shown. Thread-safe. */
public final class CatalogView {
  private final SemanticLayer layer;
  private final Words words;
  private final MetricFacts facts;
  private final AskingClock clock;

  CatalogView(SemanticLayer layer, Words words, AskingClock clock) {
    this.layer = layer;
    this.words = words;
    this.facts = new MetricFacts(layer.catalog());
    this.clock = clock;
  }

  public CatalogShown shown() {
    Catalog catalog = layer.catalog();
    Map<String, CatalogShown.Days> range = new TreeMap<>();
    layer
        .dataRange()
        .byFact()
        .forEach((fact, days) -> range.put(fact, new CatalogShown.Days(days.first(), days.last())));
    return new CatalogShown(
        catalog.name(),
        catalog.label(),
        catalog.zone().getId(),
        catalog.currency(),
        catalog.defaultPeriod(),
        new CatalogShown.Clock(
            Moments.written(clock.now(), catalog.zone()), clock.fixed(), lastDay(layer)),
        range,
        catalog.metrics().stream().map(this::metric).toList(),
        catalog.dimensions().stream().map(CatalogView::dimension).toList(),
        catalog.calendar().stream().map(this::calendar).toList(),
        catalog.examples());
  }

  /** The JSON Schema of queries, with the catalog's names. */
  public JsonNode querySchema() {
    return QuerySchema.of(layer.catalog());
  }

  /** The last business day with data in any fact. */
  public static Optional<LocalDate> lastDay(SemanticLayer layer) {
    return layer.dataRange().byFact().values().stream()
        .map(DayRange::last)
        .max(Comparator.naturalOrder());
  }

  private CatalogShown.MetricShown metric(Metric metric) {
    List<String> fitting =
        facts.dimensionsOf(metric.name()).stream()
            .filter(d -> !d.personal())
            .map(Dimension::name)
            .toList();
    return new CatalogShown.MetricShown(
        metric.name(),
        metric.label(),
        metric.terms(),
        metric.description(),
        metric.unit().name().toLowerCase(Locale.ROOT),
        words.formula(metric),
        fitting);
  }

  private static CatalogShown.DimensionShown dimension(Dimension dimension) {
    return new CatalogShown.DimensionShown(
        dimension.name(),
        dimension.label(),
        dimension.terms(),
        dimension.description(),
        dimension.personal(),
        dimension.geography(),
        dimension.values().stream()
            .map(v -> new CatalogShown.ValueShown(v.code(), v.label()))
            .toList(),
        dimension.groups().stream()
            .map(g -> new CatalogShown.GroupShown(g.label(), g.codes()))
            .toList());
  }

  private CatalogShown.CalendarShown calendar(CalendarEntry entry) {
    LocalDate today = LocalDate.ofInstant(clock.now(), layer.catalog().zone());
    Optional<CalendarEntry.Dated> latest =
        Stream.of(today.getYear(), today.getYear() - 1)
            .flatMap(year -> entry.in(year).stream())
            .filter(days -> !days.from().isAfter(today))
            .findFirst();
    return new CatalogShown.CalendarShown(entry.name(), entry.label(), latest);
  }
}
