package io.mingshu.benchmarks.fuzz;

import io.mingshu.benchmarks.Shop;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Understood;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the built-in catalogs random questions, reports what breaks and how long it takes. */
@Command(name = "fuzz", mixinStandardHelpOptions = true)
public final class Fuzz implements Callable<Integer> {
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

  /** No more are shown: one fault is found many times. */
  private static final int MOST_SHOWN = 20;

  private static final int SHOWN_CHARACTERS = 300;
  private static final int REPEATS = 5;

  /** Until the code is compiled, times say nothing. */
  private static final Duration WARM_UP = Duration.ofSeconds(45);

  private static final double MEGABYTE = 1 << 20;

  @Option(names = "--minutes", description = "How long; default ${DEFAULT-VALUE}.")
  private int minutes = 10;

  @Option(names = "--seed", description = "The same seed asks the same; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
  private final Map<Lengths, Timings> timings = new EnumMap<>(Lengths.class);
  private final Map<Lengths, Slowest> slowest = new EnumMap<>(Lengths.class);
  private long asked;
  private long understood;
  private long failures;

  /** The question that took longest each time that it was asked. */
  private record Slowest(double millis, String text) {}

  /** One catalog's questions, and what was answered before. */
  private static final class Asker {
    final Shop shop;
    final Babble babble;
    final Promises promises;
    Conversation conversation = Conversation.NEW;

    Asker(Shop shop, Random random) {
      this.shop = shop;
      this.babble = new Babble(Vocabulary.of(shop.catalog()), random);
      this.promises = new Promises(shop, AS_OF, random);
    }
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Fuzz()).execute(arguments));
  }

  @Override
  public Integer call() {
    Random random = new Random(seed);
    List<Asker> askers = Shop.builtIn().stream().map(shop -> new Asker(shop, random)).toList();
    long start = System.nanoTime();
    long warm = start + WARM_UP.toNanos();
    long end = start + Duration.ofMinutes(minutes).toNanos();
    ask(askers, random, warm);
    timings.clear();
    slowest.clear();
    double before = retained();
    long warmQuestions = asked;
    ask(askers, random, end);
    double after = retained();
    report(before, after, asked - warmQuestions);
    return failures == 0 ? 0 : 1;
  }

  private void ask(List<Asker> askers, Random random, long until) {
    while (System.nanoTime() < until) {
      Asker asker = askers.get(random.nextInt(askers.size()));
      boolean follows = random.nextInt(3) == 0 && asker.conversation.last().isPresent();
      Conversation conversation = follows ? asker.conversation : Conversation.NEW;
      ask(asker, text(asker.babble, follows, random), conversation);
    }
  }

  private static String text(Babble babble, boolean follows, Random random) {
    int kind = random.nextInt(40);
    if (kind == 0) {
      return babble.longest();
    }
    if (kind == 1) {
      return babble.middling();
    }
    return follows && kind < 30 ? babble.followUp() : babble.question();
  }

  private void ask(Asker asker, String text, Conversation conversation) {
    asked++;
    try {
      long start = processorNanos();
      Interpretation reading = asker.promises.read(text, conversation);
      time(asker, text, conversation, (processorNanos() - start) / 1e3);
      asker
          .promises
          .broken(text, conversation, reading)
          .forEach(broken -> fail(asker, text, conversation, broken));
      if (reading instanceof Understood answer) {
        understood++;
        asker.conversation =
            conversation.after(answer.origin(), asker.shop.answered(answer.query()));
      }
    } catch (RuntimeException | StackOverflowError e) {
      List<StackTraceElement> stack = List.of(e.getStackTrace());
      fail(asker, text, conversation, e + " at " + stack.stream().limit(3).toList());
    }
  }

  private void time(Asker asker, String text, Conversation conversation, double micros) {
    Lengths length = Lengths.of(text, conversation.last().isPresent());
    timings.computeIfAbsent(length, l -> new Timings()).add(micros);
    double millis = micros / 1e3;
    if (millis > length.mostMillis()) {
      double again =
          IntStream.range(0, REPEATS)
              .mapToDouble(i -> millis(asker, text, conversation))
              .min()
              .orElse(millis);
      slowest.merge(
          length,
          new Slowest(Math.min(again, millis), text),
          (a, b) -> a.millis() >= b.millis() ? a : b);
    }
  }

  private static double millis(Asker asker, String text, Conversation conversation) {
    long start = processorNanos();
    asker.promises.read(text, conversation);
    return (processorNanos() - start) / 1e6;
  }

  /** What this thread has used, so that others on the machine do not count. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void fail(Asker asker, String text, Conversation conversation, String what) {
    failures++;
    if (failures <= MOST_SHOWN) {
      out.printf("%s: %s%n  %s%n", asker.shop.catalog().name(), shown(text), what);
      conversation
          .last()
          .ifPresent(turn -> out.printf("  the last answer was to %s%n", turn.query()));
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }

  /** What is left after the rubbish is gone, in MB. */
  private static double retained() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  private void report(double before, double after, long questions) {
    out.printf("%d questions, %d understood, %d failures%n", asked, understood, failures);
    out.printf(
        "%-28s %9s %8s %8s %8s %8s %10s%n",
        "ms of processor time", "n", "p50", "p95", "p99", "max", "slowest*");
    timings.forEach(
        (length, times) ->
            out.printf(
                "%-28s %9d %8.2f %8.2f %8.2f %8.1f %10s%n",
                length.title(),
                times.count(),
                times.millis(0.5),
                times.millis(0.95),
                times.millis(0.99),
                times.longestMillis(),
                slowest.containsKey(length)
                    ? String.format("%.1f", slowest.get(length).millis())
                    : "–"));
    out.printf(
        "* the shortest of %d times, of those above %s or %s ms%n",
        REPEATS + 1, Lengths.ORDINARY.mostMillis(), Lengths.LONGEST.mostMillis());
    slowest.forEach((length, slow) -> out.printf("  %s: %s%n", length.title(), shown(slow.text())));
    out.printf(
        "retained %.1f MB before and %.1f MB after %d questions%n", before, after, questions);
  }
}
