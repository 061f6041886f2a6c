package io.mingshu.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.ClusterStatus;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.cluster.ProcessMark;
import io.mingshu.druid.cluster.Role;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.druid.load.LoadRecord;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
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
    assertSameRows("long");
  }

  @Test
  @Order(3)
  void aNewDataSetReplacesTheOldOneAsAWhole() throws IOException {
    load("short");

    assertSameRows("short");
  }

  @Test
  @Order(4)
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
  @Order(5)
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
  @Order(6)
  void comesBackWithItsData() throws IOException {
    cluster.start(JARS, Lifetime.UNTIL_STOPPED, Progress.NONE);

    assertSameRows("short");
  }

  @Test
  @Order(7)
  void stopsWithoutARest() {
    ClusterState state = state();

    assertThat(cluster.stop()).isTrue();

    assertThat(state.supervisor().lives()).isFalse();
    assertThat(state.servers().values()).noneMatch(ProcessMark::lives);
    assertThat(cluster.stop()).isFalse();
  }

  @Test
  @Order(8)
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
    return DruidLoader.load(temp.resolve(name), cluster.folder(), state(), Progress.NONE);
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
