package io.mingshu.app.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshu.gateway.answer.Answer;
import java.util.Optional;

/** How an answer is judged. */
public enum Verdict {
  @JsonProperty("correct")
  CORRECT,
  /** Answered, and not equal, or answered where it should not have. */
  @JsonProperty("wrong")
  WRONG,
  /** Did not answer where it should have, or failed. */
  @JsonProperty("abstained")
  ABSTAINED;

  /**
   * Judges an answer.
   *
   * @param gold what gold SQL gives, where an answer is expected
   */
  static Verdict of(EvalQuestion question, Answer answer, Optional<GoldTable> gold) {
    if (answer.status() == Answer.Status.ERROR) {
      return ABSTAINED;
    }
    boolean answered = answer.status() == Answer.Status.ANSWERED;
    if (question.expect() != EvalQuestion.Expect.ANSWER) {
      return answered ? WRONG : CORRECT;
    }
    if (!answered) {
      return ABSTAINED;
    }
    Answer.Table table = answer.answer().orElseThrow();
    GoldTable expected = gold.orElseThrow();
    CellComparison cells = table.approximate() ? CellComparison.APPROXIMATE : CellComparison.EXACT;
    return new TableComparison(cells, expected.rows(), table.rows(), question.ordered())
            .agree(expected.columns(), table.columns().size())
        ? CORRECT
        : WRONG;
  }
}
