package io.mingshu.semantic.behaviour.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.AsQuery;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.Grain;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link BehaviourCasesTest}, by queries through the plans. */
class PlansOnCasesTest {
  private static final String LOG = "case";
  private static final Instant LATER = Instant.parse("2028-01-01T00:00:00Z");
  private static final double CENT = 0.005;

  @TempDir private Path folder;

  /** What is asked of the log of a case. */
  private static final class Asked implements AutoCloseable {
    private final DuckDbBackend backend;
    private final CatalogSemanticLayer layer;

    Asked(EventLog log, WallClock clock, Path file) throws SQLException {
      ManyLogs logs = new ManyLogs();
      logs.add(LOG, log, Map.of());
      logs.writeTo(file);
      this.backend = DuckDbBackend.open(file, new DuckDbSettings(1, 256, 1));
      this.layer =
          new CatalogSemanticLayer(ManyLogs.catalog(LOG, clock), new DuckDbEngine(backend));
    }

    List<List<@Nullable Object>> rows(BehaviourQuery query, Instant asOf) {
      return layer.run(query, Asking.at(asOf)).rows();
    }

    List<@Nullable Object> column(BehaviourQuery query, Instant asOf, String name) {
      QueryResult result = layer.run(query, Asking.at(asOf));
      int place = result.columns().stream().map(c -> c.name()).toList().indexOf(name);
      List<@Nullable Object> values = new ArrayList<>();
      result.rows().forEach(row -> values.add(row.get(place)));
      return values;
    }

    @Override
    public void close() {
      backend.close();
    }
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "behaviour.cases", matches = ".+")
  Stream<DynamicTest> everyCaseIsEqual() {
    JsonNode cases = CasesFile.read(Path.of(System.getProperty("behaviour.cases"))).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(PlansOnCasesTest::withOneProperty)
        .map(test -> DynamicTest.dynamicTest(test.get("id").asText(), () -> check(test)));
  }

  /** The logs have a device; what a case calls the value that it looks at, is that. */
  private static JsonNode withOneProperty(JsonNode test) {
    String text = test.toString();
    for (JsonNode property : test.get("query").findValues("property")) {
      text = text.replace("\"" + property.asText() + "\"", "\"device\"");
    }
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(JsonNode test) throws SQLException {
    Path file = folder.resolve(test.get("id").asText() + ".duckdb");
    JsonNode query = test.get("query");
    JsonNode expected = test.get("expected");
    EventLog log = CasesFile.log(test);
    switch (test.get("kind").asText()) {
      case "retention" -> retention(log, query, expected, file);
      case "funnel" -> funnel(log, query, expected, file);
      case "funnel_trend" -> trend(log, query, expected, file);
      case "lifecycle" -> lifecycle(log, query, expected, file);
      case "stickiness" -> stickiness(log, query, expected, file);
      default -> throw new IllegalArgumentException(test.get("kind").asText());
    }
  }

  private static void retention(EventLog log, JsonNode query, JsonNode expected, Path file)
      throws SQLException {
    RetentionOptions options = CasesFile.retention(query);
    // Hours are over when their day is; the cases look at them to the end of the last one.
    EventLog seen = log.before(options.seenUntil().atZone(options.clock().zone()).toInstant());
    Instant asOf =
        options
            .seenUntil()
            .toLocalDate()
            .plusDays(1)
            .atTime(9, 0)
            .atZone(options.clock().zone())
            .toInstant();
    if (options.unit() != IntervalUnit.HOUR) {
      asOf = options.seenUntil().plusHours(9).atZone(options.clock().zone()).toInstant();
    }
    Instant moment = asOf;
    try (Asked asked = new Asked(seen, options.clock(), file)) {
      BehaviourQuery whole = AsQuery.of(options, Optional.empty());
      Map<String, Map<String, List<Integer>>> groups =
          triangles(asked.rows(whole, moment), options);
      CasesFile.ifPresent(
          expected,
          "counts_by_cohort",
          rows ->
              assertThat(groups.getOrDefault("", Map.of()).values().stream().toList())
                  .isEqualTo(triangle(rows)));
      CasesFile.ifPresent(
          expected,
          "counts_by_breakdown",
          rows ->
              rows.properties()
                  .forEach(
                      group ->
                          assertThat(
                                  groups.getOrDefault(group.getKey(), Map.of()).values().stream()
                                      .toList())
                              .isEqualTo(triangle(group.getValue()))));
      CasesFile.ifPresent(
          expected,
          "breakdown_values",
          values -> assertThat(groups.keySet()).containsExactlyElementsOf(CasesFile.texts(values)));
      CasesFile.ifPresent(
          expected,
          "interval_starts",
          starts ->
              assertThat(groups.getOrDefault("", Map.of()).keySet())
                  .containsExactlyElementsOf(CasesFile.texts(starts)));
      CasesFile.ifPresent(
          expected,
          "appearances",
          users -> {
            int cohort = expected.get("cohort_index").asInt();
            Map<String, List<Integer>> appearances = new TreeMap<>();
            for (String user : seen.users()) {
              List<Integer> numbers =
                  appearances(
                      asked.rows(
                          AsQuery.of(options, Optional.of(AsQuery.people(Set.of(user)))), moment),
                      options,
                      cohort);
              if (!numbers.isEmpty()) {
                appearances.put(user, numbers);
              }
            }
            Map<String, List<Integer>> wanted = new HashMap<>();
            users.forEach(row -> wanted.put(row.get(0).asText(), CasesFile.numbers(row.get(1))));
            assertThat(appearances).isEqualTo(wanted);
          });
    }
  }

  /** By group and cohort, who came back; of hours only the triangle, as the cases have them. */
  private static Map<String, Map<String, List<Integer>>> triangles(
      List<List<@Nullable Object>> rows, RetentionOptions options) {
    Map<String, Map<String, List<Integer>>> groups = new TreeMap<>();
    int first = options.groups().isPresent() ? 1 : 0;
    int ranges = rows.isEmpty() ? 0 : rows.get(0).size() - first - 5;
    int intervals = options.columns().size();
    for (List<@Nullable Object> row : rows) {
      String group = first == 1 ? String.valueOf(row.get(0)) : "";
      Map<String, List<Integer>> cohorts = groups.computeIfAbsent(group, g -> new TreeMap<>());
      String cohort = String.valueOf(row.get(first));
      if (isOutside(cohort, options.period())) {
        continue;
      }
      List<Integer> counts = cohorts.computeIfAbsent(cohort, c -> new ArrayList<>());
      if (counts.size() < intervals - cohorts.size() + 1) {
        counts.add(((Long) row.get(first + 3 + ranges)).intValue());
      }
    }
    return groups;
  }

  /** Periods are of whole days; some cases have hours. */
  private static boolean isOutside(String cohort, Span period) {
    LocalDateTime start =
        cohort.contains("T") ? LocalDateTime.parse(cohort) : LocalDate.parse(cohort).atStartOfDay();
    return !period.contains(start);
  }

  private static List<Integer> appearances(
      List<List<@Nullable Object>> rows, RetentionOptions options, int cohort) {
    String start =
        options
            .clock()
            .starts(options.period(), options.unit())
            .get(cohort)
            .toLocalDate()
            .toString();
    List<Integer> numbers = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (String.valueOf(row.get(0)).equals(start) && Long.valueOf(1).equals(row.get(3))) {
        numbers.add(((Long) row.get(1)).intValue());
      }
    }
    return numbers;
  }

  private static List<List<Integer>> triangle(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(CasesFile::numbers).toList();
  }

  private static void funnel(EventLog log, JsonNode query, JsonNode expected, Path file)
      throws SQLException {
    FunnelOptions options = CasesFile.funnel(query);
    FunnelQuery timed = AsQuery.of(options, Optional.of(new View.Steps(true)), Optional.empty());
    try (Asked asked = new Asked(log, options.clock(), file)) {
      CasesFile.ifPresent(
          expected,
          "counts",
          counts ->
              assertThat(integers(asked.column(timed, LATER, "users")))
                  .isEqualTo(CasesFile.numbers(counts)));
      CasesFile.ifPresent(
          expected,
          "average_seconds",
          times ->
              assertThat(asked.column(timed, LATER, "mean_seconds")).isEqualTo(doubles(times)));
      CasesFile.ifPresent(
          expected,
          "median_seconds",
          times ->
              assertThat(asked.column(timed, LATER, "median_seconds")).isEqualTo(doubles(times)));
      CasesFile.ifPresent(
          expected,
          "average_seconds_step2",
          time ->
              assertThat(asked.column(timed, LATER, "mean_seconds").get(1))
                  .isEqualTo(time.asDouble()));
      CasesFile.ifPresent(
          expected,
          "histogram",
          bins -> {
            View view = new View.TimeToConvert(1, 2, Optional.empty());
            List<List<Double>> wanted = new ArrayList<>();
            bins.forEach(bin -> wanted.add(List.of(bin.get(0).asDouble(), bin.get(1).asDouble())));
            assertThat(
                    asked
                        .rows(AsQuery.of(options, Optional.of(view), Optional.empty()), LATER)
                        .stream()
                        .map(
                            row -> row.stream().map(cell -> ((Number) cell).doubleValue()).toList())
                        .toList())
                .isEqualTo(wanted);
          });
      CasesFile.ifPresent(
          expected,
          "reached",
          reached -> assertThat(reached(asked, options, log, reached)).isTrue());
    }
  }

  /** Nobody is shown; so each is asked about alone. */
  private static boolean reached(
      Asked asked, FunnelOptions options, EventLog log, JsonNode expected) {
    Map<Integer, Set<String>> reached = new TreeMap<>();
    for (String user : log.users()) {
      Filter alone = AsQuery.people(Set.of(user));
      List<Integer> users =
          integers(
              asked.column(
                  AsQuery.of(options, Optional.empty(), Optional.of(alone)), LATER, "users"));
      for (int step = 1; step <= users.size(); step++) {
        if (users.get(step - 1) == 1) {
          reached.computeIfAbsent(step, s -> new TreeSet<>()).add(user);
        }
      }
    }
    for (Map.Entry<String, JsonNode> step : expected.properties()) {
      assertThat(reached.getOrDefault(Integer.valueOf(step.getKey()), Set.of()))
          .containsExactlyInAnyOrderElementsOf(CasesFile.texts(step.getValue()));
    }
    return true;
  }

  private static void trend(EventLog log, JsonNode query, JsonNode expected, Path file)
      throws SQLException {
    FunnelOptions options = CasesFile.funnel(query);
    Grain grain = AsQuery.grain(CasesFile.unit(query.get("interval")));
    View view =
        new View.Trend(grain, Optional.of(query.path("to_step").asInt(query.get("steps").size())));
    try (Asked asked = new Asked(log, options.clock(), file)) {
      List<List<@Nullable Object>> rows =
          asked.rows(AsQuery.of(options, Optional.of(view), Optional.empty()), LATER);
      assertThat(rows).hasSameSizeAs(expected.get("rows"));
      for (int i = 0; i < rows.size(); i++) {
        JsonNode wanted = expected.get("rows").get(i);
        List<@Nullable Object> row = rows.get(i);
        assertThat(row.get(0)).isEqualTo(LocalDate.parse(wanted.get(0).asText()));
        assertThat(row.get(1)).isEqualTo(wanted.get(1).asLong());
        assertThat(row.get(2)).isEqualTo(wanted.get(2).asLong());
        double rate = row.get(3) instanceof Double share ? share : 0;
        assertThat(100 * rate).isCloseTo(wanted.get(3).asDouble(), within(CENT));
      }
    }
  }

  /** The cases also tell who falls asleep after the last interval; that is of the next one. */
  private static void lifecycle(EventLog log, JsonNode query, JsonNode expected, Path file)
      throws SQLException {
    LifecycleOptions options = CasesFile.lifecycle(query, false);
    List<String> states = List.of("new", "returning", "resurrecting", "dormant");
    Span period = options.period();
    Span longer =
        new Span(
            period.from(),
            options
                .clock()
                .next(
                    options.clock().startOf(period.until().minusNanos(1), options.unit()),
                    options.unit())
                .plusDays(1));
    try (Asked asked = new Asked(log, options.clock(), file)) {
      CasesFile.ifPresent(
          expected,
          "series",
          series -> {
            List<List<@Nullable Object>> rows = asked.rows(AsQuery.of(options), LATER);
            for (int state = 0; state < states.size(); state++) {
              int column = state + 1;
              int sign = state == 3 ? -1 : 1;
              if (series.has(states.get(state))) {
                assertThat(
                        rows.stream()
                            .map(row -> sign * ((Long) row.get(column)).intValue())
                            .toList())
                    .isEqualTo(CasesFile.numbers(series.get(states.get(state))));
              }
            }
          });
      CasesFile.ifPresent(
          expected,
          "rows",
          wanted -> {
            int intervals = asked.rows(AsQuery.of(options), LATER).size();
            List<List<@Nullable Object>> rows =
                asked.rows(
                    AsQuery.of(
                        new LifecycleOptions(
                            options.start(),
                            options.comeBack(),
                            options.clock(),
                            options.unit(),
                            longer,
                            false)),
                    LATER);
            List<List<Object>> found = new ArrayList<>();
            for (int i = 0; i <= intervals; i++) {
              for (int state = i < intervals ? 0 : 3; state < states.size(); state++) {
                int users = ((Long) rows.get(i).get(state + 1)).intValue();
                if (users > 0) {
                  found.add(List.of(String.valueOf(rows.get(i).get(0)), states.get(state), users));
                }
              }
            }
            List<List<Object>> all = new ArrayList<>();
            wanted.forEach(
                row ->
                    all.add(List.of(row.get(0).asText(), row.get(1).asText(), row.get(2).asInt())));
            assertThat(found).containsExactlyInAnyOrderElementsOf(all);
          });
    }
  }

  private static void stickiness(EventLog log, JsonNode query, JsonNode expected, Path file)
      throws SQLException {
    StickinessOptions options = CasesFile.stickiness(query);
    Map<Integer, Integer> wanted = new TreeMap<>();
    expected
        .get("persons_by_number_of_active_intervals")
        .properties()
        .forEach(row -> wanted.put(Integer.valueOf(row.getKey()), row.getValue().asInt()));
    try (Asked asked = new Asked(log, options.clock(), file)) {
      Map<Integer, Integer> found = new TreeMap<>();
      asked
          .rows(AsQuery.of(options), LATER)
          .forEach(
              row -> found.put(((Long) row.get(0)).intValue(), ((Long) row.get(1)).intValue()));
      assertThat(found).isEqualTo(wanted);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "behaviour.conversion", matches = ".+")
  void conversionsAreEqual() throws SQLException {
    JsonNode file = CasesFile.read(Path.of(System.getProperty("behaviour.conversion")));
    ConversionOptions none = CasesFile.conversion(OptionalInt.empty());
    try (Asked asked =
        new Asked(CasesFile.visitsAndBuys(file), none.clock(), folder.resolve("c.duckdb"))) {
      for (String window : List.of("window_none", "window_7_days")) {
        ConversionOptions options =
            CasesFile.conversion(
                window.equals("window_none") ? OptionalInt.empty() : OptionalInt.of(7));
        JsonNode expected = file.get("expected").get(window);
        Map<String, List<Object>> days = new TreeMap<>();
        for (List<@Nullable Object> row :
            asked.rows(year(options, Optional.of(Grain.DAY)), LATER)) {
          if (!Long.valueOf(0).equals(row.get(1))) {
            days.put(
                String.valueOf(row.get(0)),
                List.of(row.get(1), row.get(2), Math.round(1e6 * (Double) row.get(3))));
          }
        }
        Map<String, List<Object>> wanted = new TreeMap<>();
        for (JsonNode day : expected.get("per_day")) {
          wanted.put(
              day.get(0).asText(),
              List.of(
                  day.get(1).asLong(),
                  day.get(2).asLong(),
                  Math.round(1e6 * day.get(3).asDouble())));
        }
        assertThat(days).isEqualTo(wanted);
        JsonNode total = expected.get("total");
        assertThat(asked.rows(year(options, Optional.empty()), LATER))
            .containsExactly(
                List.of(total.get(0).asLong(), total.get(1).asLong(), total.get(2).asDouble()));
      }
    }
  }

  private static BehaviourQuery year(ConversionOptions options, Optional<Grain> grain) {
    return AsQuery.of(
        new ConversionOptions(
            options.base(),
            options.conversion(),
            options.clock(),
            Span.days(LocalDate.of(2019, 12, 1), LocalDate.of(2020, 6, 30)),
            options.windowDays()),
        grain);
  }

  private static List<Integer> integers(List<@Nullable Object> values) {
    return values.stream().map(value -> ((Number) value).intValue()).toList();
  }

  private static List<@Nullable Object> doubles(JsonNode times) {
    List<@Nullable Object> values = new ArrayList<>();
    times.forEach(time -> values.add(time.isNull() ? null : (Object) time.asDouble()));
    return values;
  }
}
