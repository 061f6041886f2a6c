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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time from a question's text to its interpretation, over all questions of a set in turn: the
 * percentiles are over questions. Needs no data; {@code -Dmingshu.questions} names the sets'
 * folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class QuestionToInterpretation {
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

  @Param({"public", "everyday", "shop"})
  public String set = "";

  private final Shop shop = Shop.of("demo-shop");
  private final List<Question> questions = new ArrayList<>();
  private int next;

  @Setup(Level.Trial)
  public void read() {
    Path folder = Path.of(System.getProperty("mingshu.questions", "benchmarks/questions"));
    for (EvalQuestion question : QuestionSet.read(folder.resolve(set + ".jsonl")).questions()) {
      Conversation conversation = Conversation.NEW;
      for (String turn : question.turns()) {
        conversation = after(conversation, turn);
      }
      questions.add(asked(question.question(), conversation));
    }
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

  @Benchmark
  public Interpretation interpret() {
    next = (next + 1) % questions.size();
    return shop.interpreter().interpret(questions.get(next));
  }
}
