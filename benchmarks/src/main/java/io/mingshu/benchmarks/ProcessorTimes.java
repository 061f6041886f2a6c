package io.mingshu.benchmarks;

import io.mingshu.nlq.Question;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The processor time that reading a question takes, warm: over all questions of a set, each one's
 * median of some rounds. Unlike wall time it is hardly changed by what else the machine does.
 *
 * <p>Arguments: the sets' names; none are public, everyday and shop.
 */
public final class ProcessorTimes {
  /** As long as the benchmark of the same: until then the compiler is still at work. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final int ROUNDS = 11;
  private static final int SLOWEST = 5;
  private static final double NANOS = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Shop shop = Shop.of("demo-shop");

  private ProcessorTimes() {}

  public static void main(String[] sets) {
    ProcessorTimes times = new ProcessorTimes();
    System.out.println("set          n     p50     p95     p99 longest, milliseconds");
    for (String set : sets.length == 0 ? new String[] {"public", "everyday", "shop"} : sets) {
      times.report(set);
    }
  }

  private void report(String set) {
    List<Question> questions = AskedQuestions.of(shop, set);
    long warm = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < warm) {
      questions.forEach(question -> shop.interpreter().interpret(question));
    }
    long[][] taken = new long[questions.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < questions.size(); i++) {
        long before = threads.getCurrentThreadCpuTime();
        shop.interpreter().interpret(questions.get(i));
        taken[i][round] = threads.getCurrentThreadCpuTime() - before;
      }
    }
    record Timed(Question question, double millis) {}
    Timed[] all = new Timed[taken.length];
    for (int i = 0; i < taken.length; i++) {
      Arrays.sort(taken[i]);
      all[i] = new Timed(questions.get(i), taken[i][ROUNDS / 2] / NANOS);
    }
    Arrays.sort(all, (a, b) -> Double.compare(a.millis(), b.millis()));
    System.out.printf(
        Locale.ROOT,
        "%-9s %4d %7.2f %7.2f %7.2f %7.2f%n",
        set,
        all.length,
        all[all.length / 2].millis(),
        all[(int) (all.length * 0.95)].millis(),
        all[(int) (all.length * 0.99)].millis(),
        all[all.length - 1].millis());
    for (int i = all.length - 1; i >= Math.max(0, all.length - SLOWEST); i--) {
      System.out.printf(Locale.ROOT, "  %7.2f  %s%n", all[i].millis(), all[i].question().text());
    }
  }
}
