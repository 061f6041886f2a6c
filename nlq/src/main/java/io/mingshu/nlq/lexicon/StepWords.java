package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.StepWord;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.BehaviourLog.NamedEvent;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** What may be a step of a funnel: what people do, and the pages that they see. Immutable. */
public final class StepWords implements Stratum {
  private static final double COST = 1.0;

  private final Normalizer normalizer;
  private final Trie trie = new Trie();

  public StepWords(Catalog catalog, Normalizer normalizer) {
    this.normalizer = normalizer;
    for (Funnel funnel : catalog.funnels()) {
      funnel.steps().forEach(step -> add(step.label(), Terms.NONE, step.event()));
    }
    catalog.behaviour().ifPresent(log -> add(log, catalog));
  }

  private void add(BehaviourLog log, Catalog catalog) {
    for (NamedEvent event : log.events()) {
      add(event.label(), event.terms(), event.event());
    }
    log.page().flatMap(catalog::dimension).ifPresent(this::pages);
  }

  private void pages(Dimension dimension) {
    for (DimensionValue value : dimension.values()) {
      StepWord page =
          new StepWord(
              value.label(), new Filter.In(dimension.name(), List.of(value.code()), false));
      Stream.concat(
              Stream.of(value.code(), value.code().replace('_', ' ')),
              forms(value.label(), value.terms()))
          .forEach(form -> trie.addUninflected(fold(form), page, COST));
    }
  }

  private void add(Text label, Terms terms, Filter event) {
    StepWord step = new StepWord(label, event);
    forms(label, terms).forEach(form -> trie.addUninflected(fold(form), step, COST));
  }

  private static Stream<String> forms(Text label, Terms terms) {
    return Stream.concat(Stream.of(label.zh(), label.en()), terms.all());
  }

  private String fold(String word) {
    return normalizer.normalize(word).text();
  }

  @Override
  public void extend(Chart chart) {
    trie.extend(chart);
  }
}
