package io.mingshu.semantic.engine.druid;

import static io.mingshu.semantic.engine.druid.DruidBackendTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DruidCancelTest {
  private static final Statement COUNT = new Statement("SELECT COUNT(*) AS n", List.of());
  private static final Limits LONG = new Limits(Duration.ofMinutes(5), 100);
  private static final Limits SHORT = new Limits(Duration.ofMillis(200), 100);
  private static final String HEAD = "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n";

  private ScriptedBroker broker;
  private DruidBackend druid;

  @BeforeEach
  void open() throws IOException {
    broker = new ScriptedBroker();
    druid = DruidBackend.open(DruidSettings.at(broker.address()).withMaxConcurrent(1), Map.of());
  }

  @AfterEach
  void close() {
    druid.close();
    broker.close();
  }

  @Test
  void beforeItIsSentNothingIsSent() {
    Cancellation cancellation = Cancellation.none();
    cancellation.cancel();

    assertThatThrownBy(() -> druid.execute(COUNT, LONG, cancellation))
        .satisfies(e -> assertCode(e, ErrorCode.QUERY_CANCELLED));
    assertThat(broker.statements).isEmpty();
    assertThat(broker.cancelled).isEmpty();
  }

  @Test
  void whileDruidWorksItIsToldToStop() throws Exception {
    broker.thenHang();
    Cancellation cancellation = Cancellation.none();
    CompletableFuture<@Nullable Throwable> asked = ask(LONG, cancellation);
    awaitStatement();

    cancellation.cancel();

    assertCode(thrown(asked), ErrorCode.QUERY_CANCELLED);
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void amongTheRowsToo() throws Exception {
    broker.thenHangAfter(HEAD + "[1]\n");
    Cancellation cancellation = Cancellation.none();
    CompletableFuture<@Nullable Throwable> asked = ask(LONG, cancellation);
    awaitStatement();
    Thread.sleep(200);

    cancellation.cancel();

    assertCode(thrown(asked), ErrorCode.QUERY_CANCELLED);
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void afterwardsNothingHappens() {
    broker.thenNumber(7);
    Cancellation cancellation = Cancellation.none();

    assertThat(druid.execute(COUNT, LONG, cancellation).rows()).hasSize(1);
    cancellation.cancel();

    assertThat(broker.cancelled).isEmpty();
  }

  @Test
  void aQueryThatHasNotArrivedYetIsCancelledAgain() throws Exception {
    broker.cancelStatus = 404;
    broker.thenHang();
    Cancellation cancellation = Cancellation.none();
    CompletableFuture<@Nullable Throwable> asked = ask(LONG, cancellation);
    awaitStatement();

    cancellation.cancel();
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
    broker.cancelStatus = 202;

    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
    assertCode(thrown(asked), ErrorCode.QUERY_CANCELLED);
  }

  @Test
  void oneWhoWaitsForAnotherCanBeCancelled() throws Exception {
    broker.thenHang();
    Cancellation first = Cancellation.none();
    CompletableFuture<@Nullable Throwable> running = ask(LONG, first);
    awaitStatement();
    Cancellation second = Cancellation.none();
    CompletableFuture<@Nullable Throwable> waiting = ask(LONG, second);
    Thread.sleep(100);

    second.cancel();

    assertCode(thrown(waiting), ErrorCode.QUERY_CANCELLED);
    assertThat(broker.statements).hasSize(1);
    first.cancel();
    assertCode(thrown(running), ErrorCode.QUERY_CANCELLED);
    broker.thenNumber(7);
    assertThat(druid.execute(COUNT, LONG, Cancellation.none()).rows()).hasSize(1);
  }

  @Test
  void oneWhoWaitsTooLongIsToldThatItIsBusy() throws Exception {
    broker.thenHang();
    Cancellation first = Cancellation.none();
    CompletableFuture<@Nullable Throwable> running = ask(LONG, first);
    awaitStatement();

    assertThatThrownBy(() -> druid.execute(COUNT, SHORT, Cancellation.none()))
        .satisfies(e -> assertCode(e, ErrorCode.TOO_BUSY));

    first.cancel();
    assertCode(thrown(running), ErrorCode.QUERY_CANCELLED);
  }

  @Test
  void aBrokerThatHangsIsNotWaitedFor() {
    broker.thenHang();

    assertThatThrownBy(() -> druid.execute(COUNT, SHORT, Cancellation.none()))
        .satisfies(e -> assertCode(e, ErrorCode.QUERY_TIMEOUT));
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void norOneThatHangsAmongTheRows() {
    broker.thenHangAfter(HEAD + "[1]\n");

    assertThatThrownBy(() -> druid.execute(COUNT, SHORT, Cancellation.none()))
        .satisfies(e -> assertCode(e, ErrorCode.QUERY_TIMEOUT));
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void anInterruptedThreadStopsAndStaysInterrupted() throws Exception {
    for (boolean amongTheRows : new boolean[] {false, true}) {
      if (amongTheRows) {
        broker.thenHangAfter(HEAD + "[1]\n");
      } else {
        broker.thenHang();
      }
      int before = broker.statements.size();
      AtomicBoolean interrupted = new AtomicBoolean();
      CompletableFuture<@Nullable Throwable> asked = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                Throwable e = catchThrowable(() -> druid.execute(COUNT, LONG, Cancellation.none()));
                interrupted.set(Thread.currentThread().isInterrupted());
                asked.complete(e);
              });
      thread.start();
      awaitStatements(before + 1);
      Thread.sleep(200);

      thread.interrupt();

      assertCode(thrown(asked), ErrorCode.QUERY_CANCELLED);
      assertThat(interrupted).isTrue();
      assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
    }
  }

  @Test
  void closingEndsWhatRuns() throws Exception {
    broker.thenHang();
    CompletableFuture<@Nullable Throwable> asked = ask(LONG, Cancellation.none());
    awaitStatement();

    druid.close();

    assertCode(thrown(asked), ErrorCode.QUERY_CANCELLED);
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  private CompletableFuture<@Nullable Throwable> ask(Limits limits, Cancellation cancellation) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowable(() -> druid.execute(COUNT, limits, cancellation)));
  }

  private static Throwable thrown(CompletableFuture<@Nullable Throwable> asked) throws Exception {
    Throwable thrown = asked.get(10, TimeUnit.SECONDS);
    assertThat(thrown).isNotNull();
    return Objects.requireNonNull(thrown);
  }

  private void awaitStatement() throws InterruptedException {
    awaitStatements(1);
  }

  private void awaitStatements(int number) throws InterruptedException {
    while (broker.statements.size() < number) {
      Thread.sleep(10);
    }
  }
}
