package io.mingshu.semantic.behaviour.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The reference against figures that others computed. Their files are not part of the project: run
 * with {@code -Dbehaviour.cases=FILE -Dbehaviour.conversion=FILE}.
 */
class BehaviourCasesTest {
  private static final double CENT = 0.005;
  private static final Map<String, LifecycleState> STATES =
      Map.of(
          "new", LifecycleState.NEW,
          "returning", LifecycleState.RETAINED,
          "resurrecting", LifecycleState.RESURRECTED,
          "dormant", LifecycleState.DORMANT);

  @TestFactory
  @EnabledIfSystemProperty(named = "behaviour.cases", matches = ".+")
  Stream<DynamicTest> everyCaseIsEqual() {
    JsonNode cases = CasesFile.read(Path.of(System.getProperty("behaviour.cases"))).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(test -> DynamicTest.dynamicTest(test.get("id").asText(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    JsonNode query = test.get("query");
    JsonNode expected = test.get("expected");
    EventLog log = CasesFile.log(test);
    switch (test.get("kind").asText()) {
      case "retention" -> checkRetention(log, query, expected);
      case "funnel" -> checkFunnel(log, query, expected);
      case "funnel_trend" -> checkTrend(log, query, expected);
      case "lifecycle" -> checkLifecycle(log, query, expected);
      case "stickiness" -> checkStickiness(log, query, expected);
      default -> throw new IllegalArgumentException(test.get("kind").asText());
    }
  }

  private static void checkRetention(EventLog log, JsonNode query, JsonNode expected) {
    CasesFile.requireKnown(
        expected,
        Set.of(
            "counts_by_cohort",
            "interval_starts",
            "first_interval_start",
            "counts_by_breakdown",
            "breakdown_values",
            "cohort_index",
            "appearances"));
    RetentionOptions options = CasesFile.retention(query);
    NaiveRetention retention = new NaiveRetention(log, options);
    List<LocalDateTime> cohorts = options.clock().starts(options.period(), options.unit());

    CasesFile.ifPresent(
        expected,
        "counts_by_cohort",
        rows -> assertThat(triangle(retention, Optional.empty())).isEqualTo(triangle(rows)));
    CasesFile.ifPresent(
        expected,
        "counts_by_breakdown",
        groups ->
            groups
                .properties()
                .forEach(
                    group ->
                        assertThat(triangle(retention, Optional.of(group.getKey())))
                            .isEqualTo(triangle(group.getValue()))));
    CasesFile.ifPresent(
        expected,
        "breakdown_values",
        values ->
            assertThat(retention.groups().stream().flatMap(Optional::stream).toList())
                .isEqualTo(CasesFile.texts(values)));
    CasesFile.ifPresent(
        expected,
        "interval_starts",
        starts ->
            assertThat(cohorts)
                .isEqualTo(
                    CasesFile.texts(starts).stream()
                        .map(start -> LocalDate.parse(start).atStartOfDay())
                        .toList()));
    CasesFile.ifPresent(
        expected,
        "first_interval_start",
        start ->
            assertThat(cohorts.get(0).atZone(options.clock().zone()).toOffsetDateTime())
                .isEqualTo(OffsetDateTime.parse(start.asText())));
    CasesFile.ifPresent(
        expected,
        "appearances",
        users -> {
          LocalDateTime cohort = cohorts.get(expected.get("cohort_index").asInt());
          Map<String, List<Integer>> appearances = new HashMap<>();
          retention
              .appearances(Optional.empty(), cohort)
              .forEach((user, numbers) -> appearances.put(user, List.copyOf(numbers)));
          Map<String, List<Integer>> wanted = new HashMap<>();
          users.forEach(row -> wanted.put(row.get(0).asText(), CasesFile.numbers(row.get(1))));
          assertThat(appearances).isEqualTo(wanted);
        });
  }

  private static List<List<Integer>> triangle(NaiveRetention retention, Optional<String> group) {
    List<List<Integer>> rows = new ArrayList<>();
    Optional<LocalDateTime> cohort = Optional.empty();
    for (RetentionCell cell : retention.cells()) {
      if (cell.group().equals(group)) {
        if (!Optional.of(cell.cohort()).equals(cohort)) {
          rows.add(new ArrayList<>());
          cohort = Optional.of(cell.cohort());
        }
        rows.get(rows.size() - 1).add(cell.retained());
      }
    }
    return rows;
  }

  private static List<List<Integer>> triangle(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(CasesFile::numbers).toList();
  }

  private static void checkFunnel(EventLog log, JsonNode query, JsonNode expected) {
    CasesFile.requireKnown(
        expected,
        Set.of(
            "counts",
            "reached",
            "average_seconds",
            "median_seconds",
            "average_seconds_step2",
            "histogram"));
    NaiveFunnel funnel = new NaiveFunnel(log, CasesFile.funnel(query));
    List<FunnelStep> steps = funnel.steps();
    TimeToConvert toSecond = funnel.timeToConvert(Optional.empty(), 1, 2);

    CasesFile.ifPresent(
        expected,
        "counts",
        counts ->
            assertThat(steps.stream().map(step -> step.users().size()).toList())
                .isEqualTo(CasesFile.numbers(counts)));
    CasesFile.ifPresent(
        expected,
        "reached",
        reached ->
            reached
                .properties()
                .forEach(
                    step ->
                        assertThat(steps.get(Integer.parseInt(step.getKey()) - 1).users())
                            .containsExactlyElementsOf(CasesFile.texts(step.getValue()))));
    CasesFile.ifPresent(
        expected,
        "average_seconds",
        times ->
            assertThat(steps.stream().map(FunnelStep::averageSeconds).toList())
                .isEqualTo(seconds(times)));
    CasesFile.ifPresent(
        expected,
        "median_seconds",
        times ->
            assertThat(steps.stream().map(FunnelStep::medianSeconds).toList())
                .isEqualTo(seconds(times)));
    CasesFile.ifPresent(
        expected,
        "average_seconds_step2",
        time -> assertThat(toSecond.averageSeconds()).hasValue(time.asDouble()));
    CasesFile.ifPresent(
        expected,
        "histogram",
        bins ->
            assertThat(toSecond.histogram(OptionalInt.empty()))
                .isEqualTo(
                    StreamSupport.stream(bins.spliterator(), false)
                        .map(bin -> new TimeToConvert.Bin(bin.get(0).asLong(), bin.get(1).asInt()))
                        .toList()));
  }

  private static List<OptionalDouble> seconds(JsonNode times) {
    return StreamSupport.stream(times.spliterator(), false)
        .map(time -> time.isNull() ? OptionalDouble.empty() : OptionalDouble.of(time.asDouble()))
        .toList();
  }

  /** Their rates are percents of two digits, 0 where nobody entered. */
  private static void checkTrend(EventLog log, JsonNode query, JsonNode expected) {
    CasesFile.requireKnown(expected, Set.of("rows"));
    int toStep = query.path("to_step").asInt(query.get("steps").size());
    List<FunnelTrendRow> rows =
        new NaiveFunnel(log, CasesFile.funnel(query))
            .trend(CasesFile.unit(query.get("interval")), toStep);

    assertThat(rows).hasSameSizeAs(expected.get("rows"));
    for (int i = 0; i < rows.size(); i++) {
      FunnelTrendRow row = rows.get(i);
      JsonNode wanted = expected.get("rows").get(i);
      assertThat(row.interval()).isEqualTo(LocalDate.parse(wanted.get(0).asText()).atStartOfDay());
      assertThat(row.entered()).isEqualTo(wanted.get(1).asInt());
      assertThat(row.converted()).isEqualTo(wanted.get(2).asInt());
      assertThat(100 * row.rate().orElse(0)).isCloseTo(wanted.get(3).asDouble(), within(CENT));
    }
  }

  private static void checkLifecycle(EventLog log, JsonNode query, JsonNode expected) {
    CasesFile.requireKnown(expected, Set.of("rows", "series"));
    CasesFile.ifPresent(
        expected,
        "rows",
        wanted ->
            assertThat(
                    lifecycle(log, query, true).stream()
                        .filter(row -> !row.users().isEmpty())
                        .map(
                            row ->
                                List.<Object>of(
                                    row.interval().toLocalDate(), row.state(), row.users().size()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                    StreamSupport.stream(wanted.spliterator(), false)
                        .map(
                            row ->
                                List.<Object>of(
                                    LocalDate.parse(row.get(0).asText()),
                                    state(row.get(1).asText()),
                                    row.get(2).asInt()))
                        .toList()));
    CasesFile.ifPresent(
        expected,
        "series",
        series -> {
          List<LifecycleRow> rows = lifecycle(log, query, false);
          series
              .properties()
              .forEach(
                  entry ->
                      assertThat(
                              rows.stream()
                                  .filter(row -> row.state() == state(entry.getKey()))
                                  .map(BehaviourCasesTest::signed)
                                  .toList())
                          .isEqualTo(CasesFile.numbers(entry.getValue())));
        });
  }

  private static List<LifecycleRow> lifecycle(EventLog log, JsonNode query, boolean dormantAfter) {
    return new NaiveLifecycle(log, CasesFile.lifecycle(query, dormantAfter)).rows();
  }

  private static LifecycleState state(String name) {
    return Optional.ofNullable(STATES.get(name)).orElseThrow();
  }

  /** In a chart, those who fell asleep hang below the line. */
  private static int signed(LifecycleRow row) {
    int users = row.users().size();
    return row.state() == LifecycleState.DORMANT ? -users : users;
  }

  private static void checkStickiness(EventLog log, JsonNode query, JsonNode expected) {
    CasesFile.requireKnown(expected, Set.of("persons_by_number_of_active_intervals"));
    Map<Integer, Integer> wanted = new HashMap<>();
    expected
        .get("persons_by_number_of_active_intervals")
        .properties()
        .forEach(row -> wanted.put(Integer.valueOf(row.getKey()), row.getValue().asInt()));

    assertThat(NaiveStickiness.histogram(log, CasesFile.stickiness(query))).isEqualTo(wanted);
  }

  @Test
  @EnabledIfSystemProperty(named = "behaviour.conversion", matches = ".+")
  void conversionsAreEqual() {
    JsonNode file = CasesFile.read(Path.of(System.getProperty("behaviour.conversion")));
    EventLog log = CasesFile.visitsAndBuys(file);
    CasesFile.requireKnown(file.get("expected"), Set.of("window_none", "window_7_days"));

    for (String window : List.of("window_none", "window_7_days")) {
      NaiveConversion conversion =
          new NaiveConversion(
              log,
              CasesFile.conversion(
                  window.equals("window_none") ? OptionalInt.empty() : OptionalInt.of(7)));
      JsonNode expected = file.get("expected").get(window);
      List<ConversionRow> rows =
          conversion.days().stream().sorted(Comparator.comparing(ConversionRow::day)).toList();

      assertThat(rows).hasSameSizeAs(expected.get("per_day"));
      for (int i = 0; i < rows.size(); i++) {
        JsonNode wanted = expected.get("per_day").get(i);
        assertThat(rows.get(i))
            .isEqualTo(
                new ConversionRow(
                    LocalDate.parse(wanted.get(0).asText()),
                    wanted.get(1).asInt(),
                    wanted.get(2).asInt()));
        assertThat(rows.get(i).rate().orElseThrow())
            .isCloseTo(wanted.get(3).asDouble(), within(1e-6));
      }
      JsonNode total = expected.get("total");
      assertThat(rows.stream().mapToInt(ConversionRow::base).sum()).isEqualTo(total.get(0).asInt());
      assertThat(conversion.given()).hasSize(total.get(1).asInt());
      assertThat(conversion.rate()).hasValue(total.get(2).asDouble());
    }
  }
}
