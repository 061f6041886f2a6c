package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.cluster.ProcessMark;
import io.mingshu.druid.cluster.Role;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.druid.DruidCredentials;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of questions while a real Druid is broken, and afterwards: the right answer or a
 * clear error, never another number; and nobody has to open anything again.
 */
@Tag("druid")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DruidFaultsTest {
  private static final Path JARS = Path.of(System.getProperty("mingshu.druid.lib", ""));
  private static final String QUESTION = SteadyAsker.QUESTIONS.get(0);
  private static final Set<ErrorCode> CLEAR =
      Set.of(ErrorCode.ENGINE_UNAVAILABLE, ErrorCode.ENGINE_FAILED);

  private final Path home = Files.createTempDirectory("druid-faults");
  private final DruidCluster cluster = DruidCluster.in(home);
  private final FaultyProxy proxy;
  private final Workbench workbench;
  private final SteadyAsker asker;

  DruidFaultsTest() throws IOException {
    ClusterState state = start(cluster);
    DruidLoader.load(
        TinyShop.folder(),
        CatalogReader.builtIn("demo-shop"),
        cluster.folder(),
        state,
        Progress.NONE);
    proxy = new FaultyProxy(() -> broker(cluster));
    workbench = open(DruidSettings.at(proxy.address()));
    asker = new SteadyAsker(workbench);
  }

  private static ClusterState start(DruidCluster cluster) {
    return cluster.start(JARS, Lifetime.WITH_THIS_PROCESS, Progress.NONE);
  }

  private static Workbench open(DruidSettings settings) {
    return Workbench.open(
        TinyShop.folder(), Optional.empty(), new EngineChoice.DruidAt(settings), Progress.NONE);
  }

  @AfterAll
  void stop() {
    workbench.close();
    proxy.close();
    cluster.stop();
    TinyShop.delete(home);
  }

  @BeforeEach
  void allIsWell() {
    proxy.does(FaultyProxy.Fault.NONE);
    await("all to be answered", asker::isAnswered);
  }

  @Test
  void ofAnAnswerWithinWhichTheBrokerIsKilledNothingIsSeen() {
    ProcessMark broker = server(Role.BROKER);
    assertThat(rawRows()).isGreaterThan(10_000);
    proxy.does(FaultyProxy.withinAnAnswer(() -> kill(broker)));

    assertThatThrownBy(this::rawRows).satisfies(e -> assertCode(e, CLEAR));

    assertThat(broker.lives()).isFalse();
    proxy.does(FaultyProxy.Fault.NONE);
    await("the broker's return", asker::isAnswered);
  }

  @Test
  void questionsThatABrokerTakesToItsGraveFail() {
    ProcessMark broker = server(Role.BROKER);
    ExecutorService people = Executors.newCachedThreadPool();
    // This one has no proxy before the broker: its connections are refused until it is back.
    try (Workbench direct = open(DruidSettings.at(broker(cluster)))) {
      SteadyAsker directly = new SteadyAsker(direct);
      List<CompletableFuture<Throwable>> asked = new ArrayList<>();
      proxy.does(FaultyProxy.Fault.NONE);
      FrozenProcess.during(
          broker,
          () -> {
            for (int i = 0; i < 4; i++) {
              for (Workbench each : List.of(workbench, direct)) {
                asked.add(CompletableFuture.supplyAsync(() -> failure(each), people));
              }
            }
            await("the questions to be under way", () -> proxy.requests() >= 4);
            kill(broker);
          });

      assertThat(asked).allSatisfy(one -> assertCode(one.join(), CLEAR));
      await("the broker's return", () -> asker.isAnswered() && directly.isAnswered());
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void aHistoricalThatIsKilledAndComesBackChangesNoNumber() {
    ProcessMark historical = server(Role.HISTORICAL);
    try (Workbench direct = open(DruidSettings.at(broker(cluster)))) {
      SteadyAsker directly = new SteadyAsker(direct);
      kill(historical);

      await(
          "the historical's return",
          () -> {
            boolean isBack = !server(Role.HISTORICAL).equals(historical) && isReady();
            return directly.isAnswered() && isBack;
          });
      assertThat(directly.failures()).isNotEmpty();
      assertThat(directly.failures())
          .allSatisfy(e -> assertCode(e, CLEAR, ErrorCode.QUERY_TIMEOUT));
    }
  }

  @Test
  void whatNoServerHoldsIsMissedAndNotLeftOut() {
    // At first its answers are awaited; then it is given up, and Druid answers without its data.
    FrozenProcess.during(
        server(Role.HISTORICAL),
        () ->
            await(
                "the broker to go on without the historical",
                () ->
                    !asker.isAnswered()
                        && asker.failures().stream().anyMatch(DruidFaultsTest::saysIncomplete)));
    assertThat(asker.failures()).allSatisfy(e -> assertCode(e, CLEAR, ErrorCode.QUERY_TIMEOUT));

    await("the historical's return", asker::isAnswered);
  }

  private static boolean saysIncomplete(MingshuException e) {
    return e.text().en().contains("incomplete");
  }

  @Test
  void aQuestionThatHasNoTimeIsLate() {
    assertThatThrownBy(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofMillis(1)))
        .satisfies(e -> assertCode(e, Set.of(ErrorCode.QUERY_TIMEOUT)));
  }

  @Test
  void whatIsLateDoesNotGoOnInDruid() {
    FrozenProcess.during(
        server(Role.HISTORICAL),
        () -> {
          assertThatThrownBy(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofSeconds(2)))
              .satisfies(e -> assertCode(e, Set.of(ErrorCode.QUERY_TIMEOUT)));
          await("the broker to end the query", () -> proxy.unanswered() == 0);
        });
  }

  @Test
  void whatIsCalledOffDoesNotGoOnInDruid() {
    Cancellation cancellation = new Cancellation();
    FrozenProcess.during(
        server(Role.HISTORICAL),
        () -> {
          CompletableFuture<Throwable> asked =
              CompletableFuture.supplyAsync(
                  () -> catchThrowable(() -> rawRows(Duration.ofHours(1), cancellation)));
          await("the query to be under way", () -> proxy.statementsUnanswered() > 0);
          cancellation.cancel();

          assertCode(asked.join(), Set.of(ErrorCode.QUERY_CANCELLED));
          await("the cancellation", () -> !proxy.cancelled.isEmpty());
          await("the broker to end the query", () -> proxy.unanswered() == 0);
        });
  }

  @Test
  void whatNobodyListensToAnyMoreDoesNotGoOnInDruid() {
    try (StreamingClient page = StreamingClient.of(workbench)) {
      await("the warming up", page::isReady);
      proxy.does(FaultyProxy.Fault.NONE);
      FrozenProcess.during(
          server(Role.HISTORICAL),
          () -> {
            InputStream events = page.ask(QUESTION, "c1");
            await("the query to be under way", () -> proxy.statementsUnanswered() > 0);
            assertThat(proxy.cancelled).isEmpty();
            StreamingClient.leave(events);

            await("the cancellation", () -> !proxy.cancelled.isEmpty());
            await("the broker to end the query", () -> proxy.unanswered() == 0);
          });
      await("its turn to be settled", () -> page.statusOf("c1").equals("interrupted"));
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNone() {
    proxy.does(FaultyProxy.brokenOff());

    assertNoAnswer();
  }

  @Test
  void anAnswerThatEndsTooEarlyIsNone() {
    proxy.does(FaultyProxy.shortened());

    assertNoAnswer();
  }

  private void assertNoAnswer() {
    assertThatThrownBy(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofMinutes(1)))
        .satisfies(e -> assertCode(e, CLEAR));
    assertThatThrownBy(this::rawRows).satisfies(e -> assertCode(e, CLEAR));
  }

  @Test
  void aBrokerThatIsBusyForAMomentAnswers() {
    proxy.does(FaultyProxy.busy(2));

    asker.assertRight(QUESTION, SteadyAsker.ask(workbench, QUESTION, Duration.ofMinutes(1)));

    assertThat(proxy.requests()).isGreaterThan(2);
  }

  @Test
  void aBrokerThatIsAlwaysBusyIsToldAsThat() {
    proxy.does(FaultyProxy.busy(Integer.MAX_VALUE));

    assertThatThrownBy(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofMinutes(1)))
        .satisfies(e -> assertCode(e, Set.of(ErrorCode.TOO_BUSY)));
  }

  @Test
  void aWrongPasswordIsRefusedAndNeverTold() {
    DruidCredentials right = new DruidCredentials.Basic("shop", "r1ght-horse");
    DruidCredentials wrong = new DruidCredentials.Basic("shop", "wr0ng-horse");
    String sent = wrong.authorization().orElseThrow().substring("Basic ".length());
    proxy.does(FaultyProxy.signIn(right.authorization().orElseThrow()));
    DruidSettings settings = DruidSettings.at(proxy.address());
    StringWriter told = new StringWriter();

    String logged =
        logOf(
            () -> {
              Throwable e = catchThrowable(() -> open(settings.withCredentials(wrong)).close());
              assertCode(e, Set.of(ErrorCode.ENGINE_DENIED));
              e.printStackTrace(new PrintWriter(told));
              told.append(((MingshuException) e).text().toString());
            });

    assertThat(logged).contains("401").doesNotContain("wr0ng").doesNotContain(sent);
    assertThat(told.toString()).doesNotContain("wr0ng").doesNotContain(sent);
    try (Workbench signedIn = open(settings.withCredentials(right))) {
      asker.assertRight(QUESTION, SteadyAsker.ask(signedIn, QUESTION, Duration.ofMinutes(1)));
    }
  }

  /** The log goes to where errors are printed. */
  private static String logOf(Runnable work) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTableThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
    Path catalog = folder.resolve("demo-shop.yaml");
    try (InputStream builtIn =
        Objects.requireNonNull(
            CatalogReader.class.getResourceAsStream("/catalogs/demo-shop.yaml"))) {
      String yaml = new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(catalog, yaml.replace("table: events_wide", "table: visits_of_nobody"));
    }

    assertThatThrownBy(() -> Workbench.open(catalog, DruidSettings.at(proxy.address())).close())
        .satisfies(e -> assertCode(e, Set.of(ErrorCode.DATA_MISSING)))
        .hasMessageContaining("visits_of_nobody");
  }

  @Test
  void aClusterThatIsStoppedAndStartedAgainIsFoundAgain() {
    cluster.stop();
    assertThatThrownBy(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofMinutes(1)))
        .satisfies(e -> assertCode(e, Set.of(ErrorCode.ENGINE_UNAVAILABLE)));

    start(cluster);

    await("the cluster's return", asker::isAnswered);
  }

  /** So many bytes that an answer cannot wait as a whole in the buffers on its way. */
  private int rawRows() {
    return rawRows(Duration.ofMinutes(1), Cancellation.none());
  }

  private int rawRows(Duration timeout, Cancellation cancellation) {
    Backend.Statement all =
        new Backend.Statement("SELECT * FROM events_wide", List.of(), Set.of("events_wide"));
    Limits limits = new Limits(timeout, 1_000_000);
    return workbench.answering().layer().backend().execute(all, limits, cancellation).rows().size();
  }

  private static Throwable failure(Workbench workbench) {
    return catchThrowable(() -> SteadyAsker.ask(workbench, QUESTION, Duration.ofMinutes(1)));
  }

  private static void assertCode(Throwable e, Set<ErrorCode> expected, ErrorCode... more) {
    assertThat(e).isInstanceOf(MingshuException.class);
    List<ErrorCode> codes = new ArrayList<>(expected);
    codes.addAll(List.of(more));
    assertThat(((MingshuException) e).code()).as(String.valueOf(e)).isIn(codes);
  }

  private static URI broker(DruidCluster cluster) {
    return URI.create(cluster.running().orElseThrow().brokerAddress());
  }

  private ProcessMark server(Role role) {
    return Optional.ofNullable(cluster.running().orElseThrow().servers().get(role)).orElseThrow();
  }

  private boolean isReady() {
    return cluster.status().filter(status -> status.ready()).isPresent();
  }

  private static void kill(ProcessMark mark) {
    mark.find().orElseThrow().destroyForcibly();
    await("its end", () -> !mark.lives());
  }

  private static void await(String what, BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
