package io.mingshu.app.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/** How many answers were judged how. */
public record Score(int questions, int correct, int wrong, int abstained) {

  static Score of(Collection<Verdict> verdicts) {
    return new Score(
        verdicts.size(),
        count(verdicts, Verdict.CORRECT),
        count(verdicts, Verdict.WRONG),
        count(verdicts, Verdict.ABSTAINED));
  }

  /** In percent of all questions. */
  @JsonProperty
  public double correctPercent() {
    return percent(correct);
  }

  /** In percent of all questions. */
  @JsonProperty
  public double wrongPercent() {
    return percent(wrong);
  }

  /** In percent of all questions. */
  @JsonProperty
  public double abstainedPercent() {
    return percent(abstained);
  }

  /** (correct − 10 × wrong) / all: a wrong figure costs ten right ones. */
  @JsonProperty
  public double penalised() {
    return questions == 0 ? 0 : (correct - 10.0 * wrong) / questions;
  }

  private double percent(int count) {
    return questions == 0 ? 0 : 100.0 * count / questions;
  }

  private static int count(Collection<Verdict> verdicts, Verdict wanted) {
    return (int) verdicts.stream().filter(v -> v == wanted).count();
  }
}
