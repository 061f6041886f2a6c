package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;

/**
 * The words for analyses of behaviour. Most are everyday words (where, before, overall), so that
 * they are only heard where one that can mean nothing else is in the question. Immutable.
 */
public final class AnalysisWords implements Stratum {
  private static final double COST = 1.0;

  private final Trie opening = new Trie();
  private final Trie further = new Trie();

  public AnalysisWords() {
    for (AnalysisCue cue : AnalysisCue.values()) {
      Trie trie = cue.opens() ? opening : further;
      // "Loses the most users" before "loses the most" and users.
      double cost = cue == AnalysisCue.MOST_LOST ? COST / 2 : COST;
      cue.forms().forEach(form -> trie.addUninflected(form, cue.word(), cost));
    }
  }

  /** To be called after all that may name an analysis has been found. */
  @Override
  public void extend(Chart chart) {
    opening.extend(chart);
    BuyingWords.opening(chart);
    if (areIn(chart)) {
      further.extend(chart);
      BuyingWords.further(chart);
    }
  }

  /** Whether something in a question can only mean an analysis. */
  public static boolean areIn(Chart chart) {
    return chart.has(Words.AnalysisWord.class)
        || chart.has(Words.FunnelWord.class)
        || chart.has(Opening.class);
  }

  /** A meaning that asks for an analysis by itself: a list of steps. */
  public interface Opening extends Meaning {}
}
