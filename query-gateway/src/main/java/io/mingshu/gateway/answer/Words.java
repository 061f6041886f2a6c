package io.mingshu.gateway.answer;

import io.mingshu.nlq.chips.Chip;
import io.mingshu.nlq.chips.Chips;
import io.mingshu.nlq.chips.QueryChips;
import io.mingshu.nlq.wording.AnswerWording;
import io.mingshu.nlq.wording.DefinitionWording;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.nlq.wording.Suggestions;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.chart.ChartChooser;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said and drawn about queries and results, chosen by the kind of query. Immutable. */
final class Words {
  private final SemanticLayer layer;
  private final PeriodResolver periods;
  private final QueryWording queries;
  private final AnswerWording answers;
  private final Suggestions suggestions;
  private final DefinitionWording definitions;
  private final ChartChooser charts;
  private final QueryChips chips;

  Words(SemanticLayer layer) {
    Catalog catalog = layer.catalog();
    this.layer = layer;
    this.periods = new PeriodResolver(catalog);
    this.queries = new QueryWording(catalog, periods);
    this.answers = new AnswerWording(catalog);
    this.suggestions = new Suggestions(catalog);
    this.definitions = new DefinitionWording(catalog);
    this.charts = new ChartChooser(catalog);
    this.chips = new QueryChips(catalog, query -> layer.validate(query).isEmpty());
  }

  /** A query in words, for one that came without a question. */
  Text reading(SemanticQuery query, Instant asOf) {
    return queries.of(query, periods.calendar().at(asOf), allDays());
  }

  /** The parts of a query, without what could stand in their places. */
  List<Chip> chips(SemanticQuery query) {
    return chips.labels(query);
  }

  /** The parts of a query with all that could stand in their places. */
  Chips chips(SemanticQuery query, Instant asOf) {
    return chips.of(query, periods.calendar().at(asOf), allDays());
  }

  /** The result in a sentence or two. */
  String sentence(SemanticQuery query, QueryResult result, Language language) {
    return answers.of(query, result, language);
  }

  ChartSpec chart(SemanticQuery query, QueryResult result) {
    return query instanceof BehaviourQuery behaviour
        ? ChartChooser.choose(behaviour, result)
        : charts.choose((MetricQuery) query, result);
  }

  /** Questions that follow naturally. */
  List<String> suggestions(SemanticQuery query, Language language) {
    return suggestions.of(query, language);
  }

  Text formula(Metric metric) {
    return definitions.of(metric);
  }

  /** The metrics that a query shows. */
  static List<String> metrics(SemanticQuery query) {
    return query instanceof MetricQuery metrics ? metrics.metrics() : List.of();
  }

  private @Nullable DayRange allDays() {
    Collection<DayRange> ranges = layer.dataRange().byFact().values();
    Optional<LocalDate> first = ranges.stream().map(DayRange::first).min(Comparator.naturalOrder());
    Optional<LocalDate> last = ranges.stream().map(DayRange::last).max(Comparator.naturalOrder());
    return first.isPresent() && last.isPresent() ? new DayRange(first.get(), last.get()) : null;
  }
}
