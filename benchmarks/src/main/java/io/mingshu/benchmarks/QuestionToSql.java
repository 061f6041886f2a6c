package io.mingshu.benchmarks;

import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Question;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.time.PeriodResolver;
import java.nio.file.Path;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The way from a question's words to the engine's SQL, without running it. Needs a loaded demo shop
 * that ends on 2026-06-30, named by {@code -Dmingshu.data}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before any benchmark.
public class QuestionToSql {
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

  @Param({
    "上个月的GMV是多少？",
    "上个月各省GMV前五",
    "近30天各渠道的访客数、支付买家数以及转化率",
    "6月GMV同比增速最快的3个品类",
    "5月各大区里女装占该大区GMV的比例",
    "今年1月到6月每月GMV的环比增长率",
    "What was our revenue last month?",
    "Top 5 provinces by paid amount during Double 12",
    "New and returning buyers by region in Q1 2026",
    "How many buyers placed at least 3 paid orders between April 1 and June 30, 2026?"
  })
  public String question = "";

  private Backend backend;
  private SemanticLayer layer;
  private Interpreter interpreter;

  @Setup(Level.Trial)
  public void open() {
    DataSet data = DataSet.open(Path.of(System.getProperty("mingshu.data", "data/demo")));
    Catalog catalog = CatalogReader.builtIn("demo-shop");
    backend = DuckDbBackend.open(data.duckdbFile(), DuckDbSettings.DEFAULT);
    layer = new CatalogSemanticLayer(catalog, new DuckDbEngine(backend));
    interpreter = new CatalogInterpreter(catalog, layer::dataRange, new PeriodResolver(catalog));
    if (!(interpret() instanceof Interpretation.Understood)) {
      throw new IllegalStateException("not understood: " + question);
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    backend.close();
  }

  /** Words to a semantic query. */
  @Benchmark
  public Interpretation interpret() {
    return interpreter.interpret(Question.of(question, AS_OF));
  }

  /** Words to SQL. */
  @Benchmark
  public String interpretAndPlan() {
    Interpretation.Understood understood = (Interpretation.Understood) interpret();
    return layer.plan(understood.query(), Asking.at(AS_OF));
  }
}
