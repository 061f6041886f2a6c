package io.mingshu.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a question costs beside its bare statements: a warm {@code ask} of a gateway on Druid
 * against the same statements posted to the broker, beside each other as the gateway does. Both in
 * turns, so that a busy machine hurts both; all three processes are warm.
 */
public final class DruidOverhead {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP_ROUNDS = 30;
  private static final int ROUNDS = 21;

  private DruidOverhead() {}

  /**
   * @param arguments the gateway's address, the broker's address
   */
  public static void main(String[] arguments) throws Exception {
    URI gateway = URI.create(arguments[0]);
    URI broker = URI.create(arguments[1]);
    Asker asker = new Asker();
    ExecutorService threads = Executors.newCachedThreadPool();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    List<Double> ratios = new ArrayList<>();
    List<Double> more = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (String question : Asker.QUESTIONS) {
      List<Callable<String>> statements =
          statements(asker.ask(gateway, question).path("sql").asText()).stream()
              .map(
                  sql ->
                      (Callable<String>)
                          () -> asker.post(broker.resolve("/druid/v2/sql"), body(sql)))
              .toList();
      questions.add(new Question(question, () -> asker.askForBody(gateway, question), statements));
    }
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (Question question : questions) {
        question.ask().call();
        question.post(threads);
      }
    }
    out.println("ask ms  statements ms  ratio  more ms  statements  question");
    for (Question question : questions) {
      double[] asked = new double[ROUNDS];
      double[] posted = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        question.ask().call();
        long between = System.nanoTime();
        question.post(threads);
        long end = System.nanoTime();
        asked[round] = (between - start) / 1e6;
        posted[round] = (end - between) / 1e6;
      }
      double ask = median(asked);
      double post = median(posted);
      ratios.add(ask / post);
      more.add(ask - post);
      out.printf(
          "%6.1f  %13.1f  %5.2f  %7.1f  %10d  %s%n",
          ask, post, ask / post, ask - post, question.statements().size(), question.text());
    }
    threads.shutdown();
    out.printf(
        "median ratio %.3f, median more %.1f ms, within 1.10 or 10 ms: %d of %d%n",
        median(ratios), median(more), within(ratios, more), ratios.size());
  }

  private record Question(String text, Callable<String> ask, List<Callable<String>> statements) {

    void post(ExecutorService threads) throws Exception {
      for (Future<String> rows : threads.invokeAll(statements)) {
        rows.get();
      }
    }
  }

  private static long within(List<Double> ratios, List<Double> more) {
    long within = 0;
    for (int i = 0; i < ratios.size(); i++) {
      within += ratios.get(i) <= 1.10 || more.get(i) <= 10 ? 1 : 0;
    }
    return within;
  }

  /** The statements to Druid in what an answer shows. */
  private static List<String> statements(String shown) throws IOException {
    if (shown.contains("-- the values of ?")) {
      throw new IOException("a question with parameters cannot be posted by hand: " + shown);
    }
    List<String> statements = new ArrayList<>();
    for (String part : shown.split("\n\n")) {
      if (!part.startsWith("-- over these rows")) {
        statements.add(part);
      }
    }
    return statements;
  }

  private static ObjectNode body(String sql) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("query", sql)
            .put("resultFormat", "arrayLines")
            .put("header", true);
    body.putObject("context")
        .put("useApproximateCountDistinct", false)
        .put("useApproximateTopN", false)
        .put("sqlTimeZone", "Etc/UTC");
    return body;
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
