package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words that say nothing, except in some places: there they stop the answer. */
final class FillerPlaces {
  /** Before a period they begin or end another one. */
  private static final Set<String> BOUNDING = Set.of("to", "up to", "through", "从", "由", "到", "来");

  /** After the figure they ask for a share of it. */
  private static final Set<String> CONTRIBUTING = Set.of("贡献", "带来", "产生", "实现");

  /** What is done to things: it goes with a metric or a dimension whose name says the same. */
  private static final Set<String> VERBS = Set.of("acquired", "acquire");

  /** What each of some people do; elsewhere it chooses people. */
  private static final Set<String> PURCHASE =
      Set.of("buy", "buys", "bought", "purchase", "purchased", "买了", "下了", "买");

  private static final int STEM = 4;

  private final Catalog catalog;

  FillerPlaces(Catalog catalog) {
    this.catalog = catalog;
  }

  void apply(Bag bag, Draft draft) {
    List<Edge> parts = bag.all();
    boolean compared = draft.comparison instanceof Comparison.With;
    for (int i = 0; i < parts.size(); i++) {
      Edge edge = parts.get(i);
      if (!(edge.meaning() instanceof FillerWord)) {
        continue;
      }
      String word = bag.typed(edge).toLowerCase(Locale.ROOT);
      boolean beforePeriod =
          i + 1 < parts.size() && parts.get(i + 1).meaning() instanceof PeriodPart;
      boolean last = i + 1 == parts.size();
      boolean afterMetric = i > 0 && parts.get(i - 1).meaning() instanceof MetricWord;
      if ((BOUNDING.contains(word) && beforePeriod && !compared)
          || ((word.equals("有") || word.equals("during"))
              && i + 1 < parts.size()
              && isBare(parts.get(i + 1)))
          || (word.equals("期间") && i > 0 && isBare(parts.get(i - 1)))
          || (VERBS.contains(word) && !isSaidBy(draft, word.substring(0, STEM)))
          || (PURCHASE.contains(word) && !draft.ratioSaid)
          || (CONTRIBUTING.contains(word) && last && afterMetric)) {
        draft.decline(Issue.Code.UNKNOWN_WORD, edge, Messages.unused(bag.typed(edge)));
      }
      if (word.endsWith("什么") && last && isOneBareMetric(draft)) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.FIGURE_OR_MEANING);
      }
    }
  }

  /** 有活动的GMV, 活动期间: some of the rows rather than a group each. */
  private static boolean isBare(Edge edge) {
    return edge.meaning() instanceof GroupPart group && group.kind() == GroupPart.Kind.BARE;
  }

  private static boolean isOneBareMetric(Draft draft) {
    return draft.metrics.size() == 1
        && draft.period == null
        && draft.dimensions.isEmpty()
        && draft.filters.isEmpty();
  }

  private boolean isSaidBy(Draft draft, String stem) {
    Stream<String> metrics =
        draft.metrics.stream()
            .flatMap(name -> catalog.metric(name).stream())
            .flatMap(m -> Stream.concat(Stream.of(m.label().en()), m.terms().en().stream()));
    Stream<String> dimensions =
        Stream.concat(
                draft.dimensions.stream(),
                draft.filters.values().stream().map(Filter.In::dimension))
            .flatMap(name -> catalog.dimension(name).stream())
            .flatMap(d -> Stream.concat(Stream.of(d.label().en()), d.terms().en().stream()));
    return Stream.concat(metrics, dimensions)
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(stem));
  }
}
