package io.mingshu.benchmarks.fuzz;

import static io.mingshu.benchmarks.fuzz.Vocabulary.any;

import io.mingshu.benchmarks.Shop;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Span;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.SemanticQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What holds of every reading. */
final class Promises {
  private final Shop shop;
  private final Instant asOf;
  private final Random random;

  Promises(Shop shop, Instant asOf, Random random) {
    this.shop = shop;
    this.asOf = asOf;
    this.random = random;
  }

  Interpretation read(String text, Conversation conversation) {
    return shop.interpreter().interpret(new Question(text, asOf, Optional.empty(), conversation));
  }

  /** The promises that a reading breaks, in words. */
  List<String> broken(String text, Conversation conversation, Interpretation reading) {
    List<String> broken = new ArrayList<>();
    if (reading instanceof Understood understood) {
      uncovered(text, understood).ifPresent(broken::add);
      invalid("query", understood.query()).ifPresent(broken::add);
      ignored(text, conversation, understood).ifPresent(broken::add);
    }
    if (reading instanceof Clarify clarify) {
      clarify.options().stream()
          .flatMap(option -> option.query().stream())
          .flatMap(query -> invalid("option", query).stream())
          .forEach(broken::add);
    }
    return broken;
  }

  /** Every letter and digit is in one span, courtesy too. */
  private static Optional<String> uncovered(String text, Understood understood) {
    boolean[] covered = new boolean[text.length()];
    for (Span span : understood.spans()) {
      if (!text.substring(span.start(), span.end()).equals(span.text())) {
        return Optional.of("the span " + span + " is not in the text");
      }
      for (int i = span.start(); i < span.end(); i++) {
        if (covered[i]) {
          return Optional.of("covered twice: " + span);
        }
        covered[i] = true;
      }
    }
    for (int i = 0; i < covered.length; i++) {
      if (!covered[i] && Character.isLetterOrDigit(text.codePointAt(i))) {
        return Optional.of("not covered: " + Character.toString(text.codePointAt(i)) + " at " + i);
      }
    }
    return Optional.empty();
  }

  private Optional<String> invalid(String what, SemanticQuery query) {
    List<QueryProblem> problems = shop.layer().validate(query);
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the "
                + what
                + " is not valid: "
                + problems.stream().map(problem -> problem.text().en()).toList()
                + " "
                + query);
  }

  /** A word that nobody knows, put between two words, keeps the question from being understood. */
  private Optional<String> ignored(String text, Conversation conversation, Understood understood) {
    String unknown = any(Vocabulary.UNKNOWN, random);
    int place = understood.spans().isEmpty() ? 0 : any(understood.spans(), random).end();
    String with = text.substring(0, place) + " " + unknown + " " + text.substring(place);
    if (with.length() > Babble.LONGEST) {
      return Optional.empty();
    }
    return read(with, conversation) instanceof Understood
        ? Optional.of("understood with an unknown word: " + with)
        : Optional.empty();
  }
}
