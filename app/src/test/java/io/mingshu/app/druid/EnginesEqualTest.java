package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.TinyShop;
import io.mingshu.app.eval.EvalQuestion;
import io.mingshu.app.eval.QuestionSet;
import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.nlq.Conversation;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both engines give the same answers, to the last cent. What was compared stands in {@code
 * target/differential-report.txt} afterwards.
 */
@Tag("druid")
class EnginesEqualTest {
  private static final Instant AS_OF = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();
  private static final Differential DIFFERENTIAL = new Differential();

  private static Optional<Workbench> duckDb = Optional.empty();
  private static Optional<Workbench> druid = Optional.empty();

  @BeforeAll
  static void open() {
    DruidSettings settings = DruidSettings.at(SharedDruid.get().broker());
    duckDb = Optional.of(Workbench.open(TinyShop.folder(), Optional.empty(), Progress.NONE));
    druid =
        Optional.of(
            Workbench.open(
                TinyShop.folder(),
                Optional.empty(),
                new EngineChoice.DruidAt(settings),
                Progress.NONE));
  }

  @AfterAll
  static void report() throws IOException {
    duckDb.ifPresent(Workbench::close);
    druid.ifPresent(Workbench::close);
    Files.writeString(Path.of("target", "differential-report.txt"), DIFFERENTIAL.report());
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.jsonl", "shop.jsonl", "everyday.jsonl"})
  void questionsOfTheSets(String name) {
    Path file = Path.of("..", "benchmarks", "questions").resolve(name);
    List<List<String>> questions =
        QuestionSet.read(file).questions().stream().map(EnginesEqualTest::turns).toList();

    askBoth(name, questions);
  }

  @Test
  void questionsOfTheGoldenScripts() throws IOException {
    try (Stream<Path> scripts =
        Files.list(Path.of("..", "nlq", "src", "test", "resources", "ask"))) {
      for (Path script : scripts.sorted().toList()) {
        List<List<String>> questions =
            Files.readAllLines(script).stream()
                .filter(line -> line.startsWith("? "))
                .map(line -> List.of(line.substring(2)))
                .toList();
        askBoth(String.valueOf(script.getFileName()), questions);
      }
    }
  }

  private static List<String> turns(EvalQuestion question) {
    List<String> turns = new ArrayList<>(question.turns());
    turns.add(question.question());
    return turns;
  }

  private static void askBoth(String set, List<List<String>> conversations) {
    int answered = 0;
    for (List<String> turns : conversations) {
      String question = String.join(" // ", turns);
      Answer expected = ask(duckDb, turns);
      Answer actual = ask(druid, turns);
      assertThat(actual.status()).as(question).isEqualTo(expected.status());
      if (expected.answer().isPresent()) {
        answered++;
        DIFFERENTIAL.exact(
            set + ": " + question,
            expected.answer().get().rows(),
            actual.answer().orElseThrow().rows());
      }
    }
    assertThat(DIFFERENTIAL.differences()).isEmpty();
    assertThat(answered).isPositive();
  }

  private static Answer ask(Optional<Workbench> workbench, List<String> turns) {
    Answering answering = workbench.orElseThrow().answering();
    Asked asked = Asked.at(AS_OF, Optional.empty(), "test");
    Conversation conversation = Conversation.NEW;
    for (String turn : turns.subList(0, turns.size() - 1)) {
      conversation = answering.ask(turn, conversation, asked).conversation();
    }
    return answering.ask(turns.get(turns.size() - 1), conversation, asked).answer();
  }

  /**
   * Each metric against the month before and by day, and by dimensions, each of which has turns.
   */
  @Test
  void everyMetricAndEveryDimension() {
    SemanticLayer expected = layer(duckDb);
    Catalog catalog = expected.catalog();
    List<Dimension> dimensions = catalog.dimensions().stream().filter(d -> !d.personal()).toList();
    int turn = 0;
    for (Metric metric : catalog.metrics()) {
      MetricQuery alone = MetricQuery.of(metric.name()).withPeriod(month(catalog, metric));
      compare("metrics", alone.withComparison(new Comparison.PreviousPeriod()), false);
      compare("metrics", alone.withGrain(Grain.DAY), false);
      for (int i = 0; i < 2; i++) {
        Dimension dimension = dimensions.get(turn++ % dimensions.size());
        compare("metrics", alone.withDimensions(List.of(dimension.name())), false);
      }
    }
    assertThat(DIFFERENTIAL.differences()).isEmpty();
  }

  /** The month before, or one of which all that came later is known. */
  private static Period month(Catalog catalog, Metric metric) {
    return new Period.Previous(Grain.MONTH, catalog.isOfCohorts(metric.name()) ? 4 : 1);
  }

  /** Estimates are within their bound, and say that they are estimates. */
  @Test
  void estimatesAreWithinTheirBound() {
    Catalog catalog = layer(duckDb).catalog();
    for (Metric metric : catalog.metrics()) {
      MetricQuery alone = MetricQuery.of(metric.name()).withPeriod(month(catalog, metric));
      compare("estimates", alone, true);
      compare("estimates", alone.withDimensions(List.of("channel")), true);
    }
    assertThat(DIFFERENTIAL.differences()).isEmpty();
    assertThat(DIFFERENTIAL.withinBound()).isPositive();
  }

  private static void compare(String set, SemanticQuery query, boolean mayEstimate) {
    SemanticLayer expected = layer(duckDb);
    if (!expected.validate(query).isEmpty()) {
      return;
    }
    Asking exactly = Asking.at(AS_OF);
    var actual = layer(druid).run(query, mayEstimate ? exactly.estimating() : exactly);
    String what = set + ": " + QueryJson.write(query);
    List<List<@Nullable Object>> truth = expected.run(query, exactly).rows();
    if (actual.approximate()) {
      DIFFERENTIAL.approximate(what, truth, actual.rows());
    } else {
      DIFFERENTIAL.exact(what, truth, actual.rows());
    }
  }

  private static SemanticLayer layer(Optional<Workbench> workbench) {
    return workbench.orElseThrow().answering().layer();
  }
}
