package io.mingshu.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Fifty people ask one gateway for a minute; each answer is compared with that of another one. */
public final class ConcurrentAskers {
  private static final int ASKERS = 50;
  private static final Duration LONG = Duration.ofSeconds(60);

  private ConcurrentAskers() {}

  /**
   * @param arguments the gateway's address, and that of a gateway whose answers are right
   */
  public static void main(String[] arguments) throws Exception {
    URI gateway = URI.create(arguments[0]);
    Asker asker = new Asker();
    Map<String, JsonNode> right = new HashMap<>();
    for (String question : Asker.QUESTIONS) {
      right.put(
          question, asker.ask(URI.create(arguments[1]), question).path("answer").path("rows"));
    }
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    AtomicLong errors = new AtomicLong();
    AtomicLong wrong = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
    CountDownLatch done = new CountDownLatch(ASKERS);
    long end = System.nanoTime() + LONG.toNanos();
    for (int i = 0; i < ASKERS; i++) {
      int first = i;
      threads.execute(
          () -> {
            for (int n = first; System.nanoTime() < end; n++) {
              String question = Asker.QUESTIONS.get(n % Asker.QUESTIONS.size());
              long start = System.nanoTime();
              try {
                JsonNode rows = asker.ask(gateway, question).path("answer").path("rows");
                millis.add((System.nanoTime() - start) / 1e6);
                if (!equal(rows, right.getOrDefault(question, rows))) {
                  wrong.incrementAndGet();
                }
              } catch (IOException e) {
                errors.incrementAndGet();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
              }
            }
            done.countDown();
          });
    }
    done.await();
    threads.shutdown();
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        .printf(
            "%d answers, %d errors, %d wrong, p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
            sorted.size(),
            errors.get(),
            wrong.get(),
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 95 / 100),
            sorted.get(sorted.size() - 1));
  }

  /** Numbers may differ in how they are written, and quotients in their last digit. */
  private static boolean equal(JsonNode left, JsonNode right) {
    if (left.isArray()) {
      boolean equal = left.size() == right.size();
      for (int i = 0; equal && i < left.size(); i++) {
        equal = equal(left.get(i), right.get(i));
      }
      return equal;
    }
    if (left.isNumber() && right.isNumber()) {
      double most = Math.max(1, Math.abs(left.asDouble()));
      return Math.abs(left.asDouble() - right.asDouble()) <= 1e-12 * most;
    }
    return left.equals(right);
  }
}
