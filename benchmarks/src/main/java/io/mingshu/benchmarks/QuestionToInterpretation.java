package io.mingshu.benchmarks;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import java.util.List;
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
  @Param({"public", "everyday", "shop"})
  public String set = "";

  private final Shop shop = Shop.of("demo-shop");
  private List<Question> questions = List.of();
  private int next;

  @Setup(Level.Trial)
  public void read() {
    questions = AskedQuestions.of(shop, set);
  }

  @Benchmark
  public Interpretation interpret() {
    next = (next + 1) % questions.size();
    return shop.interpreter().interpret(questions.get(next));
  }
}
