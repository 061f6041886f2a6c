package io.mingshu.app.eval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.gateway.answer.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of a question set.
 *
 * @param asOf the moment of asking
 * @param byKind scores of each kind of question
 */
public record EvalReport(
    String asOf, Score total, Map<String, Score> byKind, List<Judged> questions) {

  public EvalReport {
    questions = List.copyOf(questions);
  }

  static EvalReport of(String asOf, List<Judged> questions) {
    Map<String, Score> byKind =
        questions.stream()
            .collect(
                Collectors.groupingBy(
                    j -> j.question().kind(),
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.mapping(Judged::verdict, Collectors.toList()), Score::of)));
    return new EvalReport(
        asOf, Score.of(questions.stream().map(Judged::verdict).toList()), byKind, questions);
  }

  /** The ids of the questions that were judged so. */
  public List<String> ids(Verdict verdict) {
    return questions.stream()
        .filter(j -> j.verdict() == verdict)
        .map(j -> j.question().id())
        .toList();
  }

  /**
   * One question with what was expected and what came.
   *
   * @param gold the rows that gold SQL gives
   * @param millis from the question to its answer
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Judged(
      EvalQuestion question,
      Verdict verdict,
      Answer answer,
      Optional<List<List<@Nullable Object>>> gold,
      double millis) {}
}
