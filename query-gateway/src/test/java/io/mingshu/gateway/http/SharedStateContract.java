package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.state.StateLocation;
import io.mingshu.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways over one store. */
abstract class SharedStateContract {
  private static final String GMV = "{\"kind\":\"metric\",\"metrics\":[\"gmv\"]}";

  private final ScriptedShop shop = new ScriptedShop();
  private StateLocation place = new StateLocation.InMemory();
  private Gateway first = gateway(shop);
  private Gateway second = first;
  private Client one = Client.of(first);
  private Client two = one;

  /** Somewhere where nothing was kept yet. */
  abstract StateLocation emptyPlace();

  private Gateway gateway(ScriptedShop over) {
    return Gateway.create(
        GatewayConfig.onPort(0)
            .taking(new Capacity(4, Duration.ofSeconds(1), Limits.DEFAULT, Duration.ofMillis(50)))
            .keepingState(place),
        over.answering(),
        AskingClock.at(Instant.parse("2026-07-01T02:00:00Z")));
  }

  @BeforeEach
  void start() {
    place = emptyPlace();
    first = gateway(shop).start();
    second = gateway(new ScriptedShop()).start();
    one = Client.of(first);
    two = Client.of(second);
  }

  @AfterEach
  void stop() {
    shop.release.countDown();
    first.close();
    second.close();
  }

  @Test
  void aConversationGoesOnInTheOtherGateway() {
    one.ask("GMV", "c1");

    Client.Reply next = two.ask("GMV", "c1");

    assertThat(next.text("/interpretation/text")).isEqualTo("GMV after another");
    Client.Reply thread = one.get("/api/v1/threads/c1");
    assertThat(thread.json().at("/turns").size()).isEqualTo(2);
    assertThat(thread.text("/turns/1/reading")).isEqualTo("GMV after another");
    assertThat(thread.text("/turns/1/query/kind")).isEqualTo("metric");
    assertThat(thread.text("/turns/1/asOf")).isEqualTo("2026-07-01T10:00:00+08:00");
    assertThat(thread.text("/turns/1/lang")).isEqualTo("en");
    assertThat(thread.text("/turns/1/text")).contains("42");
  }

  @Test
  void aGatewayThatIsKilledInMidAnswerLosesNoThread() throws Exception {
    CompletableFuture<Client.Reply> asking =
        CompletableFuture.supplyAsync(() -> one.ask("slow", "c1"));
    assertThat(shop.started.await(10, TimeUnit.SECONDS)).isTrue();

    Client.Reply meanwhile = two.get("/api/v1/threads/c1");
    first.abandonState();
    shop.release.countDown();

    assertThat(meanwhile.text("/turns/0/question")).isEqualTo("slow");
    assertThat(meanwhile.text("/turns/0/status")).isEqualTo("asking");
    // What it was asked is still answered; only keeping the answer has failed.
    assertThat(asking.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(two.get("/api/v1/threads/c1").text("/turns/0/status")).isEqualTo("asking");
    assertThat(two.ask("GMV", "c1").status()).isEqualTo(200);
    assertThat(two.get("/api/v1/threads").json().at("/threads/0/turns").asInt()).isEqualTo(2);
  }

  @Test
  void withoutTheStoreQuestionsAreAnsweredAndItIsSaid() {
    one.ask("GMV", "c1");
    first.abandonState();

    Client.Reply next = one.ask("GMV", "c1");
    Client.Reply boards = one.get("/api/v1/boards?lang=en");

    assertThat(next.text("/interpretation/text")).isEqualTo("GMV after another");
    assertThat(boards.status()).isEqualTo(503);
    assertThat(boards.text("/code")).isEqualTo("STATE_UNAVAILABLE");
    assertThat(boards.text("/detail")).contains("answered without it");
    assertThat(one.get("/health/ready").text("/state")).isEqualTo("unavailable");
    assertThat(two.get("/health/ready").text("/state")).isEqualTo("ready");
  }

  @Test
  void aThreadIsListedRenamedAndDeletedFromEither() {
    one.ask("GMV", "c1");
    two.ask("利润", "c2");
    one.ask("which", "c2");

    Client.Reply threads = one.get("/api/v1/threads?limit=1");
    Client.Reply rest = one.get("/api/v1/threads?before=" + threads.text("/threads/0/updatedAt"));
    assertThat(threads.json().at("/threads").size()).isEqualTo(1);
    assertThat(threads.text("/threads/0/id")).isEqualTo("c2");
    assertThat(threads.text("/threads/0/title")).isEqualTo("利润");
    assertThat(rest.text("/threads/0/id")).isEqualTo("c1");

    Client.Reply thread = two.get("/api/v1/threads/c2");
    assertThat(thread.text("/turns/0/status")).isEqualTo("declined");
    assertThat(thread.text("/turns/0/text")).isEqualTo("I don't know 利润");
    assertThat(thread.text("/turns/1/status")).isEqualTo("clarify");
    assertThat(thread.text("/turns/1/text")).isEqualTo("Which?");

    assertThat(two.patch("/api/v1/threads/c1", "{\"title\":\" 月报 \"}").status()).isEqualTo(204);
    assertThat(one.get("/api/v1/threads/c1").text("/title")).isEqualTo("月报");
    assertThat(one.delete("/api/v1/threads/c1").status()).isEqualTo(204);
    assertThat(two.get("/api/v1/threads/c1").status()).isEqualTo(404);
    assertThat(two.ask("GMV", "c1").text("/interpretation/text")).isEqualTo("GMV");
  }

  @Test
  void aFailedQuestionIsKeptAsOne() {
    assertThat(one.ask("broken", "c1").status()).isEqualTo(500);

    Client.Reply thread = two.get("/api/v1/threads/c1");
    assertThat(thread.text("/turns/0/status")).isEqualTo("error");
    assertThat(thread.text("/turns/0/text")).isEqualTo("Something broke inside");
    assertThat(thread.json().toString()).doesNotContain(ScriptedShop.SECRET);
  }

  @Test
  void aBoardIsSharedAndChangedByWhoHasReadItLast() {
    Client.Reply made = one.post("/api/v1/boards", "{\"title\":\"日报\"}");
    String board = "/api/v1/boards/" + made.text("/id");
    Client.Reply pinned =
        two.post(
            board + "/tiles", "{\"title\":\"GMV\",\"query\":" + GMV + ",\"chart\":\"number\"}");
    Client.Reply again = one.post(board + "/tiles", "{\"title\":\"GMV\",\"query\":" + GMV + "}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/version").asInt()).isEqualTo(1);
    assertThat(pinned.status()).isEqualTo(201);
    assertThat(pinned.text("/tiles/0/chart")).isEqualTo("number");
    assertThat(again.json().at("/version").asInt()).isEqualTo(3);
    assertThat(again.json().at("/tiles/1/x").asInt()).isEqualTo(6);
    assertThat(again.json().at("/tiles/1/y").asInt()).isZero();
    assertThat(again.json().at("/tiles/1/query").toString()).isEqualTo(GMV);

    String moved = again.json().toString().replace("日报", "周报").replace("\"y\":0", "\"y\":7");
    Client.Reply changed = two.put(board, moved);
    Client.Reply stale = one.put(board, moved);

    assertThat(changed.json().at("/version").asInt()).isEqualTo(4);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text("/code")).isEqualTo("STALE_BOARD");
    assertThat(one.get(board).json()).isEqualTo(changed.json());
    assertThat(one.get("/api/v1/boards").text("/boards/0/title")).isEqualTo("周报");
    assertThat(one.get("/api/v1/boards").json().at("/boards/0/tiles").asInt()).isEqualTo(2);
    assertThat(two.delete(board).status()).isEqualTo(204);
    assertThat(one.get(board).status()).isEqualTo(404);
    assertThat(one.put(board, moved).status()).isEqualTo(404);
    assertThat(one.delete(board).status()).isEqualTo(404);
  }

  @Test
  void whatIsSaidToEitherIsThereForTheOwner() {
    String answered = one.ask("GMV", "c1").text("/traceId");
    String declined = two.ask("水位", "c2").text("/traceId");
    String said = "{\"traceId\":\"%s\",\"verdict\":\"%s\"}";

    assertThat(two.post("/api/v1/feedback", said.formatted(answered, "right")).status())
        .isEqualTo(204);
    assertThat(one.post("/api/v1/feedback", said.formatted(declined, "wrong")).status())
        .isEqualTo(204);

    try (StateStore store = StateStore.open(place)) {
      assertThat(new FeedbackBox(store.feedback(), "shop").all())
          .extracting(Feedback::question)
          .containsExactly("GMV", "水位");
    }
  }

  @Test
  void aLinkIsOpenedInTheOtherGateway() {
    Client.Reply made =
        one.post("/api/v1/links", "{\"query\":" + GMV + ",\"chart\":\"line\",\"title\":\"GMV\"}");
    Client.Reply bare = one.post("/api/v1/links", "{\"query\":" + GMV + "}");

    Client.Reply opened = two.get("/api/v1/links/" + made.text("/id"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/id")).matches("[0-9a-f]{32}");
    assertThat(opened.json().at("/query").toString()).isEqualTo(GMV);
    assertThat(opened.text("/chart")).isEqualTo("line");
    assertThat(opened.text("/title")).isEqualTo("GMV");
    assertThat(Instant.parse(opened.text("/createdAt"))).isBefore(Instant.now());
    assertThat(two.get("/api/v1/links/" + bare.text("/id")).json().has("title")).isFalse();
    assertThat(two.get("/api/v1/links/ffffffff").status()).isEqualTo(404);
  }
}
