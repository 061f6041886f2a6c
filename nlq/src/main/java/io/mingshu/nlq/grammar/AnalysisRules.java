package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.WindowPart;
import io.mingshu.nlq.grammar.AnalysisParts.WindowWord;
import io.mingshu.nlq.lexicon.AnalysisWords;
import io.mingshu.nlq.lexicon.StepWords;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/**
 * All that names an analysis of behaviour, after everything else. What means something only beside
 * one is added where there is one, so that other questions have no more readings.
 */
final class AnalysisRules implements Stratum {
  /** 换成24小时内: so short a text may build on an analysis. */
  private static final int FOLLOW_UP = 48;

  private static final double UNLIKELY = 2.5;

  private final List<Stratum> naming;
  private final List<Stratum> beside =
      List.of(new ReturnWords(), new StretchWords(), new WayCounts());

  AnalysisRules(Catalog catalog, Normalizer normalizer) {
    this.naming =
        List.of(
            new StepWords(catalog, normalizer),
            new WindowWords(),
            new RollingReturns(),
            new RepurchaseWords(),
            new PathDepths(),
            new StepLists(),
            new StepPhrases(),
            new StageLists(),
            new JoiningGrains(),
            new AnalysisWords());
  }

  @Override
  public void extend(Chart chart) {
    naming.forEach(stratum -> stratum.extend(chart));
    if (AnalysisWords.areIn(chart)) {
      beside.forEach(stratum -> stratum.extend(chart));
      windows(chart, 0);
    } else if (chart.length() <= FOLLOW_UP) {
      windows(chart, UNLIKELY);
    }
  }

  private static void windows(Chart chart, double more) {
    List<Edge> found = new ArrayList<>();
    for (int at = 0; at < chart.length(); at++) {
      for (Edge edge : chart.at(at)) {
        if (edge.meaning() instanceof WindowWord word) {
          WindowPart part = new WindowPart(word.window());
          found.add(new Edge(edge.start(), edge.end(), part, edge.cost() + more));
        }
      }
    }
    found.forEach(chart::add);
  }
}
