package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.normal.NormalText;

/** One way to read the whole question, with the query that it makes. */
record Reading(Cover cover, Draft draft, NormalText text) {

  /** Whether everything is used and nothing stands against an answer. */
  boolean isAnswer() {
    return cover.isComplete() && draft.problems().isEmpty();
  }

  double cost() {
    return cover.cost() + draft.penalty;
  }
}
