package io.mingshu.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.query.QueryJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Analyses of behaviour against the joins that one would write by hand, over the demo shop in the
 * same engine with the same threads and memory. Both in turns, so that a busy machine hurts both;
 * both must give the same figures.
 */
public final class BehaviourAgainstJoins {
  private static final int WARM_UP_ROUNDS = 1;
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
  private static final Limits PATIENT = new Limits(Duration.ofMinutes(20), 10_000);

  /**
   * One analysis.
   *
   * @param figures the columns of the answer that the rows by hand have too
   */
  private record Contest(String name, List<String> figures) {
    String query() {
      return resource(name + ".json");
    }

    String byHand() {
      return resource(name + ".sql");
    }
  }

  private static final List<String> MATRIX = List.of("cohort", "period_number", "retained_users");

  private static final List<Contest> CONTESTS =
      List.of(
          new Contest("retention-signup", MATRIX),
          new Contest("retention-first", MATRIX),
          new Contest("retention-ever", MATRIX),
          new Contest("retention-active", MATRIX),
          new Contest("funnel", List.of("step", "users")));

  private final DuckDbBackend backend;
  private final SemanticLayer layer;

  private BehaviourAgainstJoins(DuckDbBackend backend) {
    this.backend = backend;
    this.layer =
        new CatalogSemanticLayer(CatalogReader.builtIn("demo-shop"), new DuckDbEngine(backend));
  }

  /**
   * @param arguments the folder of a loaded demo shop that ends with 2026-06-30; how many rounds;
   *     the analyses, if not all
   */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0], "mingshu.duckdb");
    int rounds = Integer.parseInt(arguments[1]);
    List<String> chosen = List.of(arguments).subList(2, arguments.length);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (DuckDbBackend backend = DuckDbBackend.open(file, DuckDbSettings.DEFAULT)) {
      BehaviourAgainstJoins race = new BehaviourAgainstJoins(backend);
      out.printf(
          "%,d events, %d threads, engine's memory %d MB, heap %d MB%n",
          backend.rowCount("events"),
          DuckDbSettings.DEFAULT.threads(),
          DuckDbSettings.DEFAULT.memoryMegabytes(),
          Runtime.getRuntime().maxMemory() >> 20);
      for (Contest contest : CONTESTS) {
        if (chosen.isEmpty() || chosen.contains(contest.name())) {
          race.run(contest, rounds, out);
        }
      }
    }
    out.printf("highest use of the heap: %d MB%n", highestUse() >> 20);
  }

  private void run(Contest contest, int rounds, PrintWriter out) {
    List<Took> asked = new ArrayList<>();
    List<Took> joined = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      Took start = Took.until();
      List<String> answer = answer(contest);
      Took between = Took.until();
      List<String> rows = byHand(contest);
      Took end = Took.until();
      if (!answer.equals(rows)) {
        throw new IllegalStateException(contest.name() + ": " + answer + " by hand " + rows);
      }
      Took ask = between.since(start);
      Took join = end.since(between);
      out.printf("%-17s round %2d: %s, by hand %s%n", contest.name(), round, ask, join);
      if (round >= 0) {
        asked.add(ask);
        joined.add(join);
      }
    }
    out.printf(
        "%-17s medians of %d: %.1f times faster, %.1f times less of the processor%n",
        contest.name(),
        rounds,
        median(joined, Took::wall) / median(asked, Took::wall),
        median(joined, Took::processor) / median(asked, Took::processor));
  }

  /** Times in milliseconds: on a busy machine that of the processor tells more. */
  private record Took(double wall, double processor) {
    static Took until() {
      OperatingSystemMXBean system =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Took(System.nanoTime() / 1e6, system.getProcessCpuTime() / 1e6);
    }

    Took since(Took start) {
      return new Took(wall - start.wall, processor - start.processor);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%7.0f ms (processor %7.0f)", wall, processor);
    }
  }

  private List<String> answer(Contest contest) {
    QueryResult result =
        layer.run(
            QueryJson.read(contest.query()),
            new Asking(AS_OF, Principal.LOCAL, PATIENT, Cancellation.none(), false));
    List<String> names = result.columns().stream().map(Column::name).toList();
    List<Integer> places = contest.figures().stream().map(names::indexOf).toList();
    return texts(
        result.rows().stream()
            .<List<?>>map(row -> places.stream().map(row::get).toList())
            .toList());
  }

  private List<String> byHand(Contest contest) {
    return texts(
        backend
            .execute(new Statement(contest.byHand(), List.of()), PATIENT, Cancellation.none())
            .rows());
  }

  /** Sorted; cells of nobody left out, which joins do not give. */
  private static List<String> texts(List<? extends List<?>> rows) {
    return rows.stream()
        .filter(row -> !"0".equals(String.valueOf(row.get(row.size() - 1))))
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static double median(List<Took> all, ToDoubleFunction<Took> time) {
    double[] sorted = all.stream().mapToDouble(time).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static long highestUse() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            BehaviourAgainstJoins.class.getResourceAsStream("behaviour/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
