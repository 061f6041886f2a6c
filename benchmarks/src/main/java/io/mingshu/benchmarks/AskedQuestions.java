package io.mingshu.benchmarks;

import io.mingshu.app.eval.EvalQuestion;
import io.mingshu.app.eval.QuestionSet;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Question;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The questions of a set, each on top of the turns before it. */
final class AskedQuestions {
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

  private final Shop shop;

  private AskedQuestions(Shop shop) {
    this.shop = shop;
  }

  /**
   * Reads a set; {@code -Dmingshu.questions} names the sets' folder.
   *
   * @param set the file's name without its ending
   */
  static List<Question> of(Shop shop, String set) {
    Path folder = Path.of(System.getProperty("mingshu.questions", "benchmarks/questions"));
    AskedQuestions asked = new AskedQuestions(shop);
    return QuestionSet.read(folder.resolve(set + ".jsonl")).questions().stream()
        .map(asked::question)
        .toList();
  }

  private Question question(EvalQuestion question) {
    Conversation conversation = Conversation.NEW;
    for (String turn : question.turns()) {
      conversation = after(conversation, turn);
    }
    return asked(question.question(), conversation);
  }

  private Conversation after(Conversation conversation, String turn) {
    Interpretation reading = shop.interpreter().interpret(asked(turn, conversation));
    if (reading instanceof Understood understood) {
      return conversation.after(understood.origin(), shop.answered(understood.query()));
    }
    return reading instanceof Clarify clarify
        ? conversation.after(clarify)
        : conversation.unanswered();
  }

  private static Question asked(String text, Conversation conversation) {
    return new Question(text, AS_OF, Optional.empty(), conversation);
  }
}
