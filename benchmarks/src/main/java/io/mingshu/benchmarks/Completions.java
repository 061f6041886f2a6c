package io.mingshu.benchmarks;

import io.mingshu.nlq.complete.Completer;
import io.mingshu.nlq.complete.Completion;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.text.Language;
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

/** The time from a key to its completions, without HTTP. Needs no data. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before any benchmark.
public class Completions {
  private static final int LIMIT = 8;

  @Param({
    "上个月浙", // a value after other words
    "上个月zfje", // initials
    "s", // the letter that begins the most keys
    "GMV 页", // a dimension that the metric does not have
    "麒麟", // nothing
    "top 5 provinces by conv",
    LONGEST
  })
  public String text = "";

  private static final String LONGEST = "longest";

  private Completer completer;

  @Setup(Level.Trial)
  public void build() {
    completer = new Completer(CatalogReader.builtIn("demo-shop"));
    if (text.equals(LONGEST)) {
      text = "上个月广东女装的GMV ".repeat(200).substring(0, Completer.MAX_CHARACTERS - 1) + "s";
    }
  }

  @Benchmark
  public List<Completion> complete() {
    return completer.complete(text, text.length(), Language.ZH, LIMIT);
  }
}
