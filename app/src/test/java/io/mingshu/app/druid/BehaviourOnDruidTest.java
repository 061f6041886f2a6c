package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.BehaviourComparison;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.druid.DruidBackend;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analyses of random logs equal the naive ones on Druid, too. */
@Tag("druid")
class BehaviourOnDruidTest {
  private static final List<WallClock> CLOCKS =
      List.of(
          new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY),
          new WallClock(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY),
          new WallClock(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.SATURDAY));
  private static final int LOGS_OF_EACH = 20;
  private static final long SEED = 5_000;

  /** More people than a sketch holds, six days long: each there on three days of five. */
  private static final String CROWD =
      "SELECT 'crowd', 10000000 + i * 6 + d, TIMESTAMP '2026-06-01 04:00:00' + to_days(d::INTEGER),"
          + " 'p' || i, CASE WHEN (i + d) % 7 = 0 THEN 'pay' ELSE 'view' END, 's' || i, 'phone', 'home'"
          + " FROM range(40000) people(i), range(6) days(d) WHERE hash(i * 6 + d) % 100 < 60";

  private static final String CROWD_JOINED =
      "SELECT 'crowd', TIMESTAMP '2026-06-01 01:00:00' + to_days((i % 2)::INTEGER), 'p' || i"
          + " FROM range(40000) people(i)";

  private static final Pattern BOUND = Pattern.compile("±([0-9,]+) and rates within ±([0-9.]+)");

  private static final Map<String, Long> SEEDS = new LinkedHashMap<>();
  private static final Map<String, WallClock> ZONES = new LinkedHashMap<>();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void load() throws IOException, SQLException {
    ManyLogs logs = new ManyLogs();
    for (WallClock clock : CLOCKS) {
      for (int i = 0; i < LOGS_OF_EACH; i++) {
        String name = "log" + SEEDS.size();
        long seed = SEED + SEEDS.size();
        new BehaviourComparison(seed, clock).addTo(logs, name);
        SEEDS.put(name, seed);
        ZONES.put(name, clock);
      }
    }
    SharedDruid.get().load(written(logs), ManyLogs.catalog("log0", CLOCKS.get(0)));
  }

  private static Path written(ManyLogs logs) throws IOException, SQLException {
    Path set = Files.createDirectories(folder.resolve("logs"));
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    try (Duck duck = Duck.inMemory(folder)) {
      duck.run("ATTACH " + Duck.literal(file) + " AS logs (READ_ONLY)");
      WrittenTables tables = new WrittenTables(duck, set);
      tables.add("happenings", "moment", "SELECT * FROM logs.happenings UNION ALL " + CROWD);
      tables.add("people", "joined", "SELECT * FROM logs.people UNION ALL " + CROWD_JOINED);
      tables.describe("random-logs");
    }
    return set;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyAnalysisEqualsTheNaiveOne(boolean estimating) {
    List<String> differences = new ArrayList<>();
    int rows = 0;
    try (DruidEngine engine = engine()) {
      for (Map.Entry<String, Long> one : SEEDS.entrySet()) {
        WallClock clock = ZONES.getOrDefault(one.getKey(), CLOCKS.get(0));
        CatalogSemanticLayer layer =
            new CatalogSemanticLayer(ManyLogs.catalog(one.getKey(), clock), engine);
        // Sketches of few people hold all of them.
        BehaviourComparison comparison = new BehaviourComparison(one.getValue(), clock);
        comparison.run(estimating ? new Estimating(layer) : layer);
        differences.addAll(comparison.differences());
        rows += comparison.rows();
      }
    }
    assertThat(differences.stream().limit(2).toList())
        .as("%s answers differ", differences.size())
        .isEmpty();
    assertThat(rows).as("rows compared").isGreaterThan(20 * SEEDS.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'retention','cohorts':'each_interval'",
        "{'kind':'retention','cohorts':'first_in_period'",
        "{'kind':'retention','cohorts':'first_ever','pooled':true",
        "{'kind':'retention','cohorts':'signup'",
        "{'kind':'retention','cohorts':'each_interval',"
            + "'start':{'type':'in','dimension':'event','values':['pay']}",
        "{'kind':'retention','cohorts':'each_interval','returns':[{'first':1},{'first':1,'last':2}]"
      })
  void retentionOfManyIsEstimatedWithinItsBound(String asked) {
    SemanticQuery query =
        QueryJson.read(
            (asked + ",'period':{'type':'between','from':'2026-06-01','to':'2026-06-05'}}")
                .replace('\'', '"'));
    Asking asking = Asking.at(Instant.parse("2026-06-10T02:00:00Z"));
    try (DruidEngine engine = engine()) {
      SemanticLayer layer =
          new CatalogSemanticLayer(ManyLogs.catalog("crowd", CLOCKS.get(0)), engine);
      QueryResult exact = layer.run(query, asking);
      QueryResult estimate = layer.run(query, asking.estimating());

      assertThat(exact.approximate()).isFalse();
      assertThat(estimate.approximate()).isTrue();
      assertThat(estimate.rows()).hasSameSizeAs(exact.rows());
      requireWithin(bound(estimate), exact, estimate);
    }
  }

  private record Bound(long people, double rate) {}

  private static Bound bound(QueryResult estimate) {
    String note =
        estimate.notes().stream()
            .filter(one -> one.code() == Note.Code.ESTIMATED)
            .map(one -> one.text().en())
            .findFirst()
            .orElse("");
    Matcher said = BOUND.matcher(note);
    assertThat(said.find()).as(note).isTrue();
    return new Bound(
        Long.parseLong(said.group(1).replace(",", "")), Double.parseDouble(said.group(2)) / 100);
  }

  /** The bound holds for 95 of 100; none may be further off than twice of it. */
  private static void requireWithin(Bound bound, QueryResult exact, QueryResult estimate) {
    int figures = 0;
    int beyond = 0;
    int last = exact.columns().size() - 1;
    for (int row = 0; row < exact.rows().size(); row++) {
      for (int column = last - 2; column <= last; column++) {
        double off =
            Math.abs(
                number(exact.rows().get(row).get(column))
                    - number(estimate.rows().get(row).get(column)));
        double most = column == last ? bound.rate() : bound.people();
        assertThat(off).as("row %s column %s", row, column).isLessThanOrEqualTo(2 * most);
        figures++;
        beyond += off > most ? 1 : 0;
      }
    }
    assertThat(beyond).as("of %s", figures).isLessThanOrEqualTo(figures / 10);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static DruidEngine engine() {
    DruidBackend druid =
        DruidBackend.open(
            DruidSettings.at(SharedDruid.get().broker()),
            Map.of("happenings", "moment", "people", "joined"));
    return new DruidEngine(
        druid,
        table -> StoredTable.of(druid.layout(table), Set.of()),
        Scratch.open(new DuckDbSettings(2, 256, 4)));
  }

  /** Allows estimates, whatever is asked. */
  private record Estimating(SemanticLayer layer) implements SemanticLayer {
    @Override
    public Catalog catalog() {
      return layer.catalog();
    }

    @Override
    public Backend backend() {
      return layer.backend();
    }

    @Override
    public DataRange dataRange() {
      return layer.dataRange();
    }

    @Override
    public List<QueryProblem> validate(SemanticQuery query) {
      return layer.validate(query);
    }

    @Override
    public String plan(SemanticQuery query, Asking asking) {
      return layer.plan(query, asking.estimating());
    }

    @Override
    public QueryResult run(SemanticQuery query, Asking asking) {
      return layer.run(query, asking.estimating());
    }

    @Override
    public List<String> members(Filter.In groups, Asking asking) {
      return layer.members(groups, asking);
    }
  }
}
