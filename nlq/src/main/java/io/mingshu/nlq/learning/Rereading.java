package io.mingshu.nlq.learning;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Option;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.verified.NamedYears;
import io.mingshu.semantic.query.SemanticQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads questions again, also as if they were asked on other days: a reading is confirmed for
 * whenever the question is asked.
 */
final class Rereading {
  /** The next day, another month, another year. */
  private static final List<Duration> LATER =
      List.of(Duration.ofDays(1), Duration.ofDays(40), Duration.ofDays(400));

  private final Interpreter interpreter;

  Rereading(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Interpretation of(String question, Instant asOf) {
    return interpreter.interpret(Question.of(question, asOf));
  }

  /** What a question asks for, where it stands by itself. */
  Optional<SemanticQuery> query(String question, Instant asOf) {
    return of(question, asOf) instanceof Understood understood
            && understood.origin() == Origin.QUESTION
        ? Optional.of(understood.query())
        : Optional.empty();
  }

  /**
   * Whether a question asks for a query whenever it is asked.
   *
   * @param original the question that the query is to be the reading of
   */
  boolean holds(SemanticQuery query, String question, Instant asOf, String original) {
    return holds(query, asOf, original, at -> query(question, at));
  }

  /** Whether an option of a question that is asked back is the same whenever it is asked. */
  boolean holds(SemanticQuery query, int option, String question, Instant asOf) {
    return holds(
        query,
        asOf,
        question,
        at -> {
          List<Option> options =
              of(question, at) instanceof Clarify clarify ? clarify.options() : List.of();
          return option < options.size() ? options.get(option).query() : Optional.empty();
        });
  }

  private static boolean holds(
      SemanticQuery query,
      Instant asOf,
      String original,
      Function<Instant, Optional<SemanticQuery>> read) {
    return NamedYears.areAll(query, original)
        && LATER.stream()
            .allMatch(later -> read.apply(asOf.plus(later)).filter(query::equals).isPresent());
  }
}
