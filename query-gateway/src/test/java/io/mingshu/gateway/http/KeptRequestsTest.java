package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.gateway.answer.AskingClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused about threads, boards and links, and why. */
class KeptRequestsTest {
  private static final String GMV = "{\"kind\":\"metric\",\"metrics\":[\"gmv\"]}";
  private static final String TILE =
      "{\"id\":\"t1\",\"title\":\"GMV\",\"query\":" + GMV + ",\"x\":0,\"y\":0,\"w\":6,\"h\":4}";

  private final Gateway gateway =
      Gateway.create(
          GatewayConfig.onPort(0),
          new ScriptedShop().answering(),
          AskingClock.at(Instant.parse("2026-07-01T02:00:00Z")));
  private Client client = Client.of(gateway);

  @BeforeEach
  void start() {
    gateway.start();
    client = Client.of(gateway);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static String board(String tiles) {
    return "{\"title\":\"日报\",\"version\":1,\"tiles\":[" + tiles + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "w":6         | "w":13              | INVALID_REQUEST
          "w":6         | "w":0               | INVALID_REQUEST
          "x":0         | "x":7               | INVALID_REQUEST
          "x":0         | "x":-1              | INVALID_REQUEST
          "y":0         | "y":-1              | INVALID_REQUEST
          "y":0         | "y":2147483647      | INVALID_REQUEST
          "h":4         | "h":"tall"          | INVALID_REQUEST
          "id":"t1"     | "id":"../t1"        | INVALID_REQUEST
          "title":"GMV" | "title":" "         | INVALID_REQUEST
          "title":"GMV" | "name":"GMV"        | INVALID_REQUEST
          "x":0,        | "x":0,"chart":"pie",| INVALID_REQUEST
          "gmv"         | "gvm"               | UNKNOWN_METRIC
          "kind"        | "kin"               | INVALID_QUERY
          """)
  void aBoardHoldsWhatCanBeShown(String right, String wrong, String code) {
    String path = "/api/v1/boards/" + newBoard();

    Client.Reply reply = client.put(path, board(TILE.replace(right, wrong)));

    assertThat(TILE).contains(right);
    assertThat(reply.text("/code")).as(reply.json().toString()).isEqualTo(code);
    assertThat(client.put(path, board(TILE)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"日报\",\"tiles\":[]}",
        "{\"title\":\"日报\",\"version\":1}",
        "{\"title\":\"\",\"version\":1,\"tiles\":[]}",
        "{\"title\":\"日报\",\"version\":1,\"tiles\":[],\"refreshSeconds\":1}",
        "{\"title\":\"日报\",\"version\":1,\"tiles\":[],\"period\":{\"type\":\"always\"}}",
        "{\"title\":\"日报\",\"version\":1,\"tiles\":[" + TILE + "," + TILE + "]}",
      })
  void aBoardIsWhole(String body) {
    Client.Reply reply = client.put("/api/v1/boards/" + newBoard(), body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/code")).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void aBoardHasAPeriodAndARefresh() {
    String path = "/api/v1/boards/" + newBoard();

    client.put(
        path,
        "{\"title\":\"日报\",\"version\":1,\"tiles\":["
            + TILE
            + "],\"refreshSeconds\":60,\"period\":{\"type\":\"last\",\"count\":7,\"unit\":\"day\"}}");

    Client.Reply board = client.get(path);
    assertThat(board.json().at("/refreshSeconds").asInt()).isEqualTo(60);
    assertThat(board.json().at("/period/count").asInt()).isEqualTo(7);
    assertThat(client.get("/api/v1/boards/" + newBoard()).json().has("period")).isFalse();
  }

  @Test
  void aBoardHasFortyTilesAndThereAreTwoHundredBoards() {
    String path = "/api/v1/boards/" + newBoard();
    String pin = "{\"title\":\"GMV\",\"query\":" + GMV + "}";
    for (int i = 0; i < 40; i++) {
      assertThat(client.post(path + "/tiles", pin).status()).isEqualTo(201);
    }
    assertThat(client.post(path + "/tiles", pin).text("/code")).isEqualTo("TOO_MANY_KEPT");

    for (int i = 1; i < 200; i++) {
      newBoard();
    }
    Client.Reply more = client.post("/api/v1/boards", "{\"title\":\"more\"}");
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.text("/code")).isEqualTo("TOO_MANY_KEPT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                    | INVALID_REQUEST
          {"title":"a","template":"daily"}      | INVALID_REQUEST
          {"title":"  "}                        | INVALID_REQUEST
          {"template":"weather"}                | NOT_FOUND
          {"title":"a","lang":"fr"}             | INVALID_REQUEST
          """)
  void aNewBoardHasATitleOrATemplate(String body, String code) {
    assertThat(client.post("/api/v1/boards", body).text("/code")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title":"a"}                                                  | INVALID_REQUEST
          {"title":"a","query":{"kind":"metric","metrics":["gvm"]}}      | UNKNOWN_METRIC
          {"title":"a","query":{"kind":"metric","metrics":[],"x":1}}     | INVALID_QUERY
          {"title":"a","query":7}                                        | INVALID_QUERY
          """)
  void onlyWhatHasAnAnswerIsLinkedOrPinned(String body, String code) {
    String board = "/api/v1/boards/" + newBoard() + "/tiles";

    assertThat(client.post("/api/v1/links", body).text("/code")).isEqualTo(code);
    assertThat(client.post(board, body).text("/code")).isEqualTo(code);
    assertThat(client.post("/api/v1/boards/none/tiles", TILE).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "before=yesterday"})
  void listsAreAskedForProperly(String parameters) {
    assertThat(client.get("/api/v1/threads?" + parameters).text("/code"))
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void aThreadHasATitleOfEightyCharacters() {
    client.ask("GMV " + "x".repeat(100), "c1");

    assertThat(client.get("/api/v1/threads/c1").text("/title")).hasSizeLessThanOrEqualTo(80);
    assertThat(
            client.patch("/api/v1/threads/c1", "{\"title\":\"" + "x".repeat(81) + "\"}").status())
        .isEqualTo(400);
    assertThat(client.patch("/api/v1/threads/c1", "{}").status()).isEqualTo(400);
    assertThat(client.patch("/api/v1/threads/none", "{\"title\":\"x\"}").status()).isEqualTo(404);
    assertThat(client.delete("/api/v1/threads/none").status()).isEqualTo(404);
  }

  private String newBoard() {
    return client.post("/api/v1/boards", "{\"title\":\"日报\"}").text("/id");
  }
}
