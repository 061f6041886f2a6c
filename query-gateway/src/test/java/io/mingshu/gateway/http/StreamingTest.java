package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Events.Event;
import io.mingshu.semantic.engine.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers as events from a real server, and what becomes of those that nobody waits for. */
class StreamingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GatewayConfig CONFIG =
      GatewayConfig.onPort(0)
          .taking(new Capacity(1, Duration.ofMillis(50), Limits.DEFAULT, Duration.ofMillis(100)));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ScriptedShop shop = new ScriptedShop();
  private final Gateway gateway =
      Gateway.create(
          CONFIG, shop.answering(), AskingClock.at(Instant.parse("2026-07-01T02:00:00Z")));

  @BeforeEach
  void start() {
    gateway.start();
  }

  @AfterEach
  void stop() {
    shop.release.countDown();
    gateway.close();
  }

  @Test
  void tellsTheStepsInOrderAndThenTheAnswer() throws Exception {
    List<Event> events = all(stream("/api/v1/ask", "{\"question\":\"GMV\",\"lang\":\"en\"}"));

    assertThat(events.stream().map(Event::what))
        .containsExactly("understood", "planned", "running", "rows", "answer");
    assertThat(events.get(0).data().at("/text").asText()).isEqualTo("GMV");
    assertThat(events.get(3).data().at("/rows").asInt()).isEqualTo(1);
    assertThat(events.stream().limit(4).map(e -> e.data().at("/elapsed").asDouble()))
        .isSorted()
        .allMatch(millis -> millis >= 0);
    JsonNode whole =
        JSON.readTree(
            http.send(
                    request("/api/v1/ask", "{\"question\":\"GMV\",\"lang\":\"en\"}", "*/*"),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    JsonNode streamed = events.get(4).data();
    assertThat(streamed.at("/answer")).isEqualTo(whole.at("/answer"));
    assertThat(streamed.at("/plan")).isEqualTo(whole.at("/plan"));
    assertThat(streamed.at("/plan").asText()).contains("LogicalValues");
    assertThat(streamed.at("/conversationId").asText()).hasSize(32);
  }

  @Test
  void queriesAreStreamedToo() throws Exception {
    List<Event> events =
        all(
            stream(
                "/api/v1/query?lang=zh&question=%E6%8D%A2%E6%88%90GMV&conversationId=c1",
                "{\"kind\":\"metric\",\"metrics\":[\"gmv\"]}"));

    assertThat(events.stream().map(Event::what))
        .containsExactly("understood", "planned", "running", "rows", "answer");
    JsonNode answer = events.get(4).data();
    assertThat(answer.at("/question").asText()).isEqualTo("换成GMV");
    assertThat(answer.at("/conversationId").asText()).isEqualTo("c1");
    List<Event> next =
        all(stream("/api/v1/ask", "{\"question\":\"GMV\",\"conversationId\":\"c1\"}"));
    assertThat(next.get(0).data().at("/text").asText()).isEqualTo("GMV after another");
  }

  @Test
  void whatIsNotAnsweredHasNoSteps() throws Exception {
    List<Event> declined = all(stream("/api/v1/ask", "{\"question\":\"利润\"}"));
    List<Event> askedBack = all(stream("/api/v1/ask", "{\"question\":\"which\"}"));

    assertThat(declined.stream().map(Event::what)).containsExactly("answer");
    assertThat(declined.get(0).data().at("/status").asText()).isEqualTo("declined");
    assertThat(askedBack.stream().map(Event::what)).containsExactly("answer");
    assertThat(askedBack.get(0).data().at("/status").asText()).isEqualTo("clarify");
  }

  @Test
  void problemsAreEvents() throws Exception {
    List<Event> broken = all(stream("/api/v1/ask", "{\"question\":\"broken\",\"lang\":\"zh\"}"));

    Event last = broken.get(broken.size() - 1);
    assertThat(last.name()).isEqualTo("problem");
    assertThat(last.data().at("/code").asText()).isEqualTo("INTERNAL");
    assertThat(last.data().toString()).doesNotContain(ScriptedShop.SECRET);
  }

  @Test
  void aRequestThatCannotBeReadIsRefusedAtOnce() throws Exception {
    assertThat(stream("/api/v1/ask", "{").statusCode()).isEqualTo(400);
    assertThat(stream("/api/v1/query", "{\"kind\":\"metric\",\"metrics\":[\"x\"]}").statusCode())
        .isEqualTo(422);
    assertThat(
            stream(
                    "/api/v1/query?question=" + "x".repeat(201),
                    "{\"kind\":\"metric\",\"metrics\":[\"gmv\"]}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void turnsAreTakenByStreamsToo() throws Exception {
    try (Events slow = events(stream("/api/v1/ask", "{\"question\":\"slow\"}"))) {
      assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();

      List<Event> refused = all(stream("/api/v1/ask", "{\"question\":\"GMV\"}"));

      assertThat(refused.get(0).name()).isEqualTo("problem");
      assertThat(refused.get(0).data().at("/code").asText()).isEqualTo("TOO_BUSY");
      shop.release.countDown();
      assertThat(slow.rest().stream().map(Event::what)).endsWith("rows", "answer");
    }
  }

  @Test
  void theStreamIsHeardWhileTheEngineWorks() throws Exception {
    try (Events slow = events(stream("/api/v1/ask", "{\"question\":\"slow\"}"))) {
      assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(2_200);
      shop.release.countDown();

      assertThat(slow.rest().stream().map(Event::what)).endsWith("answer");
      assertThat(slow.beats()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void whoeverGoesStopsTheEngine() throws Exception {
    HttpResponse<InputStream> response = stream("/api/v1/ask", "{\"question\":\"slow\"}");
    assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();

    response.body().close();

    assertThat(shop.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    List<Event> after = all(stream("/api/v1/ask", "{\"question\":\"GMV\"}"));
    assertThat(after.get(after.size() - 1).name()).isEqualTo("answer");
  }

  @Test
  void aConnectionThatIsResetStopsTheEngine() throws Exception {
    byte[] body = "{\"question\":\"slow\"}".getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();
      socket.setSoLinger(true, 0);
    }

    assertThat(shop.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
  }

  private List<Event> all(HttpResponse<InputStream> response) throws IOException {
    try (Events events = events(response)) {
      return events.rest();
    }
  }

  private static Events events(HttpResponse<InputStream> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    return new Events(response.body());
  }

  private HttpResponse<InputStream> stream(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(path, body, "text/event-stream"), HttpResponse.BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String path, String body, String accept) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .header("Content-Type", "application/json")
        .header("Accept", accept)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
