package io.mingshu.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.ClusterStatus;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.cluster.ProcessMark;
import io.mingshu.druid.cluster.Role;
import io.mingshu.druid.http.DruidFailure;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.ClusterSpecs;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.druid.load.Granularity;
import io.mingshu.druid.load.LoadRecord;
import io.mingshu.druid.load.RowSource;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Rollup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One real cluster through its life; each step goes on where the one before stopped. */
@Tag("druid")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DruidClusterTest {
  private static final Path JARS = Path.of(System.getProperty("mingshu.druid.lib", ""));
  private static final LocalDate END = LocalDate.of(2026, 6, 30);

  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");

  @TempDir private static Path temp = Path.of("");
  private static DruidCluster cluster = DruidCluster.in(Path.of(""));

  @BeforeAll
  static void inAFolderOfItsOwn() {
    cluster = DruidCluster.in(temp.resolve("druid"));
    shop("long", 120);
    shop("short", 30);
  }

  @AfterAll
  static void stop() {
    cluster.stop();
  }

  @Test
  @Order(1)
  void startsWithinItsMemory() {
    cluster.start(JARS, Lifetime.UNTIL_STOPPED, Progress.NONE);

    ClusterStatus status = cluster.status().orElseThrow();
    assertThat(status.ready()).isTrue();
    assertThat(status.servers()).hasSize(Role.values().length).allMatch(s -> s.alive());
    assertThat(status.servers().stream().mapToLong(s -> s.residentBytes().orElse(0)).sum())
        .isLessThan(2L << 30);
  }

  @Test
  @Order(2)
  void holdsWhatTheOtherEngineHolds() throws IOException {
    LoadRecord loaded = load("long");

    assertThat(loaded.rows()).containsOnlyKeys("users", "events_wide", "order_items_wide");
    assertThat(loaded.rollups().keySet())
        .containsExactlyInAnyOrderElementsOf(CATALOG.rollups().stream().map(Rollup::name).toList());
    assertSameRows("long");
    assertThat(load("long")).isEqualTo(loaded);
  }

  @Test
  @Order(3)
  void aNewDataSetReplacesTheOldOneAsAWhole() throws IOException {
    load("short");

    assertSameRows("short");
  }

  @Test
  @Order(4)
  void rollupsAddUpToTheirTables() throws IOException {
    assertThat(
            sql(
                "SELECT TIME_FLOOR(__time, 'P1D', NULL, 'Asia/Shanghai') AS d, channel,"
                    + " SUM(row_count) AS n FROM events_daily WHERE event_type = 'view'"
                    + " GROUP BY 1, 2 ORDER BY 1, 2"))
        .isEqualTo(
            sql(
                "SELECT TIME_FLOOR(__time, 'P1D', NULL, 'Asia/Shanghai') AS d, channel,"
                    + " COUNT(*) AS n FROM events_wide WHERE event_type = 'view'"
                    + " GROUP BY 1, 2 ORDER BY 1, 2"));
    assertThat(
            sql(
                "SELECT __time AS d, category, SUM(paid_amount__e2) AS n FROM payments_daily"
                    + " GROUP BY 1, 2 ORDER BY 1, 2"))
        .isEqualTo(
            sql(
                "SELECT TIME_FLOOR(MILLIS_TO_TIMESTAMP(pay_time__ms), 'P1D', NULL,"
                    + " 'Asia/Shanghai') AS d, category, SUM(paid_amount__e2) AS n"
                    + " FROM order_items_wide WHERE pay_time__ms IS NOT NULL"
                    + " GROUP BY 1, 2 ORDER BY 1, 2"));
    // Perfect: no two rows of one day that keep the same.
    assertThat(sql("SELECT COUNT(*) AS n FROM payments_daily"))
        .isEqualTo(
            sql(
                "SELECT COUNT(*) AS n FROM (SELECT DISTINCT __time, category, channel"
                    + " FROM payments_daily)"));
  }

  @Test
  @Order(5)
  void sketchesAreAsNearAsTheyPromise() throws IOException {
    double users =
        sql("SELECT COUNT(DISTINCT user_id) AS n FROM events_wide").at("/0/n").asDouble();
    double sessions =
        sql("SELECT COUNT(DISTINCT session_id) AS n FROM events_wide").at("/0/n").asDouble();
    var estimates =
        sql("SELECT APPROX_COUNT_DISTINCT_DS_THETA(user_id__theta, 16384) AS u,"
                + " APPROX_COUNT_DISTINCT_DS_THETA(session_id__theta, 16384) AS s"
                + " FROM events_daily")
            .path(0);

    assertThat(estimates.path("u").asDouble()).isEqualTo(users);
    assertThat(estimates.path("s").asDouble()).isCloseTo(sessions, withinPercentage(2.4));
  }

  @Test
  @Order(6)
  void aClustersSpecMakesTheSameOfPlainRows() throws Exception {
    Path plain = Files.createDirectories(temp.resolve("plain").resolve("order_items_wide"));
    try (Duck duck = Duck.inMemory(temp)) {
      duck.run(
          "ATTACH "
              + Duck.literal(temp.resolve("short").resolve("mingshu.duckdb"))
              + " AS data (READ_ONLY)");
      String times =
          Stream.of("order_time", "pay_time", "refund_time", "signup_time")
              .map(t -> "strftime(" + t + ", '%Y-%m-%dT%H:%M:%S.%gZ') AS " + t)
              .collect(Collectors.joining(", "));
      duck.run(
          "COPY (SELECT * REPLACE ("
              + times
              + ") FROM data.order_items_wide) TO "
              + Duck.literal(plain.resolve("rows.json"))
              + " (FORMAT json)");
    }
    Map<String, ObjectNode> specs =
        ClusterSpecs.of(
            DataSet.open(temp.resolve("short")).manifest(),
            CATALOG,
            new RowSource.Files(temp.resolve("plain") + "/{table}/*.json"),
            Granularity.MONTH);

    runAs("plain_orders", specs.get("order_items_wide"));
    runAs("plain_payments", specs.get("payments_daily"));

    assertSameSums(
        "order_items_wide",
        "plain_orders",
        "COUNT(*) AS n, SUM(order_amount__e2) AS a,"
            + " SUM(refund_amount__e2) AS b, SUM(pay_time__ms) AS c, SUM(quantity) AS d,"
            + " COUNT(DISTINCT province) AS e, MIN(__time) AS f, COUNT(campaign) AS g,"
            + " SUM(signup_time__ms) AS h");
    assertSameSums(
        "payments_daily",
        "plain_payments",
        "COUNT(*) AS n, SUM(row_count) AS a,"
            + " SUM(paid_amount__e2) AS b, SUM(refund_amount__e2) AS c, MIN(__time) AS d,"
            + " APPROX_COUNT_DISTINCT_DS_THETA(user_id__theta, 16384) AS e");
  }

  /** Submits a spec as an operator would. */
  private static void runAs(String datasource, @Nullable ObjectNode spec) throws Exception {
    DruidHttp overlord = DruidHttp.local(state().ports().coordinator());
    ObjectNode task = Objects.requireNonNull(spec);
    ((ObjectNode) task.at("/spec/dataSchema")).put("dataSource", datasource);
    String id = overlord.post("/druid/indexer/v1/task", task).path("task").asText();
    Instant end = Instant.now().plusSeconds(300);
    String status = "RUNNING";
    while (Instant.now().isBefore(end) && status.equals("RUNNING")) {
      Thread.sleep(500);
      status =
          overlord
              .get("/druid/indexer/v1/task/" + id + "/status")
              .at("/status/statusCode")
              .asText();
    }
    assertThat(status).isEqualTo("SUCCESS");
  }

  private static void assertSameSums(String loaded, String plain, String sums) throws Exception {
    JsonNode expected = sql("SELECT " + sums + " FROM " + loaded);
    JsonNode found = MissingNode.getInstance();
    Instant end = Instant.now().plusSeconds(120);
    while (Instant.now().isBefore(end) && !found.equals(expected)) {
      Thread.sleep(500);
      try {
        found = sql("SELECT " + sums + " FROM " + plain);
      } catch (DruidFailure notServedYet) {
        found = MissingNode.getInstance();
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static JsonNode sql(String query) throws IOException {
    return new DruidHttp(URI.create(state().brokerAddress())).sql(query);
  }

  @Test
  @Order(7)
  void aServerThatDiesIsStartedAgain() throws Exception {
    ProcessMark historical = server(Role.HISTORICAL);
    historical.find().orElseThrow().destroyForcibly();

    Instant end = Instant.now().plusSeconds(120);
    while (Instant.now().isBefore(end)
        && (server(Role.HISTORICAL).equals(historical)
            || !cluster.status().orElseThrow().ready())) {
      Thread.sleep(500);
    }
    assertSameRows("short");
  }

  @Test
  @Order(8)
  void nothingOutlivesASupervisorThatIsKilled() throws Exception {
    ClusterState state = state();
    state.supervisor().find().orElseThrow().destroyForcibly();

    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(end)
        && state.servers().values().stream().anyMatch(ProcessMark::lives)) {
      Thread.sleep(200);
    }
    assertThat(state.servers().values()).noneMatch(ProcessMark::lives);
    assertThat(cluster.status()).isEmpty();
  }

  @Test
  @Order(9)
  void comesBackWithItsData() throws IOException {
    cluster.start(JARS, Lifetime.UNTIL_STOPPED, Progress.NONE);

    assertSameRows("short");
  }

  @Test
  @Order(10)
  void stopsWithoutARest() {
    ClusterState state = state();

    assertThat(cluster.stop()).isTrue();

    assertThat(state.supervisor().lives()).isFalse();
    assertThat(state.servers().values()).noneMatch(ProcessMark::lives);
    assertThat(cluster.stop()).isFalse();
  }

  @Test
  @Order(11)
  void withoutJarsItSaysSo() {
    assertThatThrownBy(
            () -> cluster.start(temp.resolve("none"), Lifetime.UNTIL_STOPPED, Progress.NONE))
        .hasMessageContaining("no jars of Druid");
  }

  private static void shop(String name, int days) {
    ShopSpec spec = new ShopSpec(Scale.TINY, 7, END, days);
    ShopGenerator.generate(spec, temp.resolve(name), Format.CSV, Progress.NONE);
    DataSetLoader.load(temp.resolve(name), Progress.NONE);
  }

  private static ClusterState state() {
    return cluster.running().orElseThrow();
  }

  private static ProcessMark server(Role role) {
    return Optional.ofNullable(state().servers().get(role)).orElseThrow();
  }

  private static LoadRecord load(String name) {
    return DruidLoader.load(temp.resolve(name), CATALOG, cluster.folder(), state(), Progress.NONE);
  }

  private static void assertSameRows(String name) throws IOException {
    DruidHttp broker = new DruidHttp(URI.create(state().brokerAddress()));
    var druid =
        broker
            .sql(
                "SELECT COUNT(*) AS a, SUM(order_amount__e2) AS b, COUNT(pay_time__ms) AS c,"
                    + " COUNT(campaign) AS d, COUNT(DISTINCT user_id) AS e,"
                    + " SUM(pay_time__ms) AS f, COUNT(DISTINCT province) AS g"
                    + " FROM order_items_wide")
            .path(0);
    try (Duck duck = Duck.inMemory(temp)) {
      duck.run(
          "ATTACH "
              + Duck.literal(temp.resolve(name).resolve("mingshu.duckdb"))
              + " AS data (READ_ONLY)");
      var rows =
          duck.rows(
              "SELECT count(*), CAST(sum(order_amount) * 100 AS BIGINT), count(pay_time),"
                  + " count(campaign), count(DISTINCT user_id), sum(epoch_ms(pay_time)),"
                  + " count(DISTINCT province) FROM data.order_items_wide");
      assertThat(Stream.of("a", "b", "c", "d", "e", "f", "g").map(c -> druid.path(c).asText()))
          .containsExactlyElementsOf(rows.get(0));
    }
  }
}
