package io.mingshu.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.druid.DruidBackend;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Retention on Druid: estimated from theta sketches, exact, as the self-join of events that one
 * would write in Druid's own SQL, and as the same of events grouped by person and day before; in
 * turns. Joins must give the exact figures; how far estimates are off is told beside their bound.
 */
public final class RetentionOnDruid {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
  private static final Limits PATIENT = new Limits(Duration.ofMinutes(5), 10_000);
  private static final int WARM_UP_ROUNDS = 3;
  private static final List<String> WAYS =
      List.of("estimate", "exact", "events joined", "days joined");
  private static final List<String> MATRICES = List.of("retention-active", "retention-first");

  private final SemanticLayer layer;
  private final URI broker;
  private final Asker asker = new Asker();

  private RetentionOnDruid(SemanticLayer layer, URI broker) {
    this.layer = layer;
    this.broker = broker;
  }

  /**
   * @param arguments the broker of a Druid that holds the demo shop that ends with 2026-06-30, how
   *     many rounds
   */
  public static void main(String[] arguments) throws Exception {
    URI broker = URI.create(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Catalog catalog = CatalogReader.builtIn("demo-shop");
    Map<String, String> times = new HashMap<>();
    catalog.facts().forEach(fact -> times.put(fact.table(), fact.times().get(0)));
    Map<String, Set<String>> sketches = new HashMap<>();
    for (Rollup rollup : catalog.rollups()) {
      times.put(rollup.name(), rollup.time());
      sketches.put(rollup.name(), Set.copyOf(rollup.distinct()));
    }
    DruidBackend druid = DruidBackend.open(DruidSettings.at(broker), times);
    try (DruidEngine engine =
        new DruidEngine(
            druid,
            table -> StoredTable.of(druid.layout(table), sketches.getOrDefault(table, Set.of())),
            Scratch.open(DuckDbSettings.DEFAULT))) {
      RetentionOnDruid race =
          new RetentionOnDruid(new CatalogSemanticLayer(catalog, engine), broker);
      for (String matrix : MATRICES) {
        race.run(matrix, rounds, out);
      }
    }
  }

  private void run(String matrix, int rounds, PrintWriter out) throws Exception {
    SemanticQuery query = QueryJson.read(resource("behaviour/" + matrix + ".json"));
    Asking asking = new Asking(AS_OF, Principal.LOCAL, PATIENT, Cancellation.none(), false);
    String events = resource("druid/" + matrix + ".sql");
    String days = resource("druid/" + matrix + "-days.sql");
    double[][] took = new double[WAYS.size()][rounds];
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      long[] times = new long[WAYS.size() + 1];
      times[0] = System.nanoTime();
      QueryResult estimate = layer.run(query, asking.estimating());
      times[1] = System.nanoTime();
      QueryResult exact = layer.run(query, asking);
      times[2] = System.nanoTime();
      Map<String, Long> joined = joined(events);
      times[3] = System.nanoTime();
      Map<String, Long> joinedDays = joined(days);
      times[4] = System.nanoTime();
      Map<String, Long> truth = figures(exact);
      if (!truth.equals(joined) || !truth.equals(joinedDays)) {
        throw new IllegalStateException(matrix + ": " + truth + " by hand " + joined);
      }
      StringBuilder line = new StringBuilder();
      for (int way = 0; way < WAYS.size(); way++) {
        double millis = (times[way + 1] - times[way]) / 1e6;
        line.append(String.format(Locale.ROOT, "%s %.0f ms, ", WAYS.get(way), millis));
        if (round >= 0) {
          took[way][round] = millis;
        }
      }
      out.printf(
          "%-16s round %2d: %s%s%n",
          matrix, round, line, furthest(figures(estimate), truth, estimate));
    }
    for (int way = 1; way < WAYS.size(); way++) {
      out.printf(
          "%-16s medians of %d: estimated %.1f times faster than %s%n",
          matrix, rounds, median(took[way]) / median(took[0]), WAYS.get(way));
    }
  }

  private static String furthest(
      Map<String, Long> estimate, Map<String, Long> truth, QueryResult answer) {
    long off = 0;
    for (Map.Entry<String, Long> cell : truth.entrySet()) {
      off = Math.max(off, Math.abs(cell.getValue() - estimate.getOrDefault(cell.getKey(), 0L)));
    }
    return answer.notes().stream()
            .filter(note -> note.code() == Note.Code.ESTIMATED)
            .map(note -> note.text().en())
            .findFirst()
            .orElse("every sketch holds all")
        + "; off by "
        + off
        + " at most";
  }

  private static Map<String, Long> figures(QueryResult answer) {
    List<String> names = answer.columns().stream().map(Column::name).toList();
    Map<String, Long> figures = new TreeMap<>();
    for (List<?> row : answer.rows()) {
      put(
          figures,
          row.get(names.indexOf("cohort")),
          row.get(names.indexOf("period_number")),
          ((Number) Objects.requireNonNull(row.get(names.indexOf("retained_users")))).longValue());
    }
    return figures;
  }

  /** Cells of nobody are left out, which joins do not give. */
  private static void put(Map<String, Long> figures, Object cohort, Object period, long retained) {
    if (retained > 0) {
      figures.put(cohort + " " + period, retained);
    }
  }

  private Map<String, Long> joined(String sql) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("query", sql).put("resultFormat", "array");
    body.putObject("context")
        .put("useApproximateCountDistinct", false)
        .put("sqlTimeZone", "Etc/UTC")
        .put("maxSubqueryRows", 5_000_000)
        .put("maxSubqueryBytes", "disabled")
        .put("timeout", 300_000);
    Map<String, Long> figures = new TreeMap<>();
    for (JsonNode row : JSON.readTree(asker.post(broker.resolve("/druid/v2/sql"), body))) {
      put(figures, row.get(0).asText(), row.get(1).asLong(), row.get(2).asLong());
    }
    return figures;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RetentionOnDruid.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
