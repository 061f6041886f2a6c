package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words for analyses among the parts of a reading. */
final class AnalysisWordsIn {
  private AnalysisWordsIn() {}

  /** The first of a kind that is left. */
  static Optional<Edge> look(Bag bag, AnalysisCue cue) {
    return bag.look(cue).stream().map(Placed::edge).findFirst();
  }

  /** Takes all of a kind; the first of them. */
  static Optional<Edge> take(Bag bag, AnalysisCue cue) {
    List<Placed<AnalysisWord>> found = bag.look(cue);
    found.forEach(word -> bag.take(word.edge()));
    return found.stream().map(Placed::edge).findFirst();
  }

  /** Takes all parts of just these words, whatever they mean elsewhere; whether there were any. */
  static boolean takeTyped(Bag bag, Set<String> words) {
    List<Edge> found =
        bag.left().stream()
            .filter(edge -> words.contains(bag.typed(edge).toLowerCase(Locale.ROOT).trim()))
            .toList();
    found.forEach(bag::take);
    return !found.isEmpty();
  }
}
