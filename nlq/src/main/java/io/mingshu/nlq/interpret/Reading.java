package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.normal.NormalText;

/** One way to read the whole question, with the query that it makes. */
record Reading(Cover cover, Draft draft, NormalText text) {

  /** Whether everything is used and nothing stands against an answer. */
  boolean isAnswer() {
    return cover.isComplete() && draft.problems().isEmpty();
  }

  /** Whether all is courtesy and filler. */
  boolean saysNothing() {
    return cover.isComplete()
        && cover.parts().stream().allMatch(e -> e.meaning() instanceof FillerWord);
  }

  double cost() {
    return cover.cost() + draft.penalty;
  }
}
