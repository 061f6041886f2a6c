package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server on a free port; only the shop behind it is scripted. */
class GatewayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GatewayConfig CONFIG =
      GatewayConfig.onPort(0)
          .taking(new Capacity(1, Duration.ofMillis(50), Limits.DEFAULT, Duration.ofMillis(100)));

  private final HttpClient http = HttpClient.newHttpClient();
  private ScriptedShop shop = new ScriptedShop();
  private Gateway gateway = create();

  private Gateway create() {
    return Gateway.create(
        CONFIG, shop.answering(), AskingClock.at(Instant.parse("2026-07-01T02:00:00Z")));
  }

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
  void answersAQuestion() throws Exception {
    HttpResponse<String> response = ask("{\"question\":\"GMV\",\"lang\":\"en\"}");
    JsonNode answer = JSON.readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.at("/status").asText()).isEqualTo("answered");
    assertThat(answer.at("/answer/rows/0/0").decimalValue()).isEqualByComparingTo("42");
    assertThat(answer.at("/answer/columns/0/unit").asText()).isEqualTo("currency");
    assertThat(answer.at("/asOf").asText()).isEqualTo("2026-07-01T10:00:00+08:00");
    assertThat(answer.at("/period/from").asText()).isEqualTo("2026-06-01T00:00");
    assertThat(answer.at("/query/kind").asText()).isEqualTo("metric");
    assertThat(answer.at("/chart/type").asText()).isEqualTo("number");
    assertThat(answer.at("/text").asText()).contains("42");
    assertThat(response.headers().firstValue("X-Trace-Id"))
        .contains(answer.at("/traceId").asText());
  }

  @Test
  void anAnswersQueryCanBeRunItself() throws Exception {
    String query = JSON.readTree(ask("{\"question\":\"GMV\"}").body()).at("/query").toString();

    HttpResponse<String> response = post("/api/v1/query?lang=en", query);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).at("/text").asText()).contains("42");
  }

  @Test
  void declinesWithTheWordsThatItDoesNotKnow() throws Exception {
    HttpResponse<String> response = ask("{\"question\":\"利润\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.at("/status").asText()).isEqualTo("declined");
    assertThat(answer.at("/issues/0/words").asText()).isEqualTo("利润");
    assertThat(answer.at("/issues/0/text").asText()).isEqualTo("我不认识 利润");
  }

  @Test
  void aConversationGoesOnUnderItsId() throws Exception {
    JsonNode first = JSON.readTree(ask("{\"question\":\"GMV\"}").body());
    String id = first.at("/conversationId").asText();

    JsonNode next =
        JSON.readTree(ask("{\"question\":\"GMV\",\"conversationId\":\"" + id + "\"}").body());
    JsonNode stranger = JSON.readTree(ask("{\"question\":\"GMV\"}").body());

    assertThat(next.at("/interpretation/text").asText()).isEqualTo("GMV after another");
    assertThat(stranger.at("/interpretation/text").asText()).isEqualTo("GMV");
    assertThat(stranger.at("/conversationId").asText()).isNotEqualTo(id).hasSize(32);
  }

  @Test
  void refusesWhatIsNotAQuestionWithAStableCode() throws Exception {
    assertProblem(ask("{\"question\":"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("{\"question\":\"GMV\"} x"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("[]"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("null"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask(""), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("{}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("{\"question\":\"GMV\",\"sql\":\"1\"}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("{\"question\":\"GMV\",\"asOf\":\"now\"}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(ask("{\"question\":\"GMV\",\"lang\":\"fr\"}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(
        ask("{\"question\":\"GMV\",\"conversationId\":\"../x\"}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(post("/api/v1/query", "{\"kind\":\"drop\"}"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(post("/api/v1/query", "{\"kind\":\"metric\"}"), 422, ErrorCode.INVALID_QUERY);
  }

  @Test
  void refusesLongQuestionsAndLargeBodies() throws Exception {
    assertProblem(
        ask("{\"question\":\"" + "长".repeat(2_001) + "\"}"), 413, ErrorCode.QUESTION_TOO_LONG);
    assertProblem(
        ask("{\"question\":\"" + "x".repeat(1_000_000) + "\"}"), 413, ErrorCode.REQUEST_TOO_LARGE);
    assertThat(ask("{\"question\":\"" + "长".repeat(2_000) + "\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyWithoutALengthIsBoundedToo() throws Exception {
    byte[] body =
        ("{\"question\":\"" + "x".repeat(100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/ask"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    assertProblem(send(request), 413, ErrorCode.REQUEST_TOO_LARGE);
  }

  @Test
  void namesAllProblemsOfAQuery() throws Exception {
    HttpResponse<String> response =
        post("/api/v1/query?lang=zh", "{\"kind\":\"metric\",\"metrics\":[\"gvm\",\"profit\"]}");

    assertProblem(response, 422, ErrorCode.INVALID_QUERY);
    JsonNode problems = JSON.readTree(response.body()).at("/problems");
    assertThat(problems).hasSize(2);
    assertThat(problems.at("/0/suggestions/0").asText()).isEqualTo("gmv");
    assertThat(problems.at("/1/text").asText()).isEqualTo("没有指标 profit");
  }

  @Test
  void knowsWhatItDoesNotServe() throws Exception {
    assertProblem(get("/api/v1/nothing"), 404, ErrorCode.NOT_FOUND);
    assertProblem(get("/api/v1/ask"), 405, ErrorCode.METHOD_NOT_ALLOWED);
    assertProblem(get("/assets/..%2f..%2fopenapi.yaml"), 404, ErrorCode.NOT_FOUND);
    assertProblem(get("/assets/no-such-file.js"), 404, ErrorCode.NOT_FOUND);
    HttpRequest form =
        HttpRequest.newBuilder(uri("/api/v1/ask"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"GMV\"}"))
            .build();
    assertProblem(send(form), 415, ErrorCode.UNSUPPORTED_CONTENT_TYPE);
  }

  @Test
  void errorsSpeakTheReadersLanguage() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/nothing/here"))
            .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
            .build();

    assertThat(JSON.readTree(send(request).body()).at("/detail").asText()).startsWith("没有这个地址");
    assertThat(JSON.readTree(get("/nothing/here?lang=en").body()).at("/detail").asText())
        .startsWith("There is nothing");
  }

  @Test
  void aFaultInsideShowsNeitherStackNorMessage() throws Exception {
    HttpResponse<String> response = ask("{\"question\":\"broken\"}");

    assertProblem(response, 500, ErrorCode.INTERNAL);
    assertThat(response.body()).doesNotContain(ScriptedShop.SECRET).doesNotContain("Exception");
  }

  @Test
  void servesOnlyItsOwnNames() throws Exception {
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: evil.example\r\n")).contains(" 403 ");
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost.evil.example:80\r\n"))
        .contains(" 403 ");
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost:" + gateway.port() + "\r\n"))
        .contains(" 200 ");
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: [::1]\r\n")).contains(" 200 ");
    assertThat(
            raw(
                "GET /api/v1/catalog HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"))
        .contains(" 403 ");
  }

  @Test
  void sendsFurtherQuestionsAwayWhileAllTurnsAreTaken() throws Exception {
    CompletableFuture<HttpResponse<String>> slow = askLater("{\"question\":\"slow\"}");
    assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();

    HttpResponse<String> refused = ask("{\"question\":\"GMV\"}");

    assertProblem(refused, 429, ErrorCode.TOO_BUSY);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    shop.release.countDown();
    assertThat(slow.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(ask("{\"question\":\"GMV\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void stoppingCancelsWhatStillRuns() throws Exception {
    CompletableFuture<HttpResponse<String>> slow = askLater("{\"question\":\"slow\"}");
    assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();

    gateway.close();

    assertThat(shop.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(slow).satisfies(f -> f.handle((r, e) -> r).get(5, TimeUnit.SECONDS));
  }

  @Test
  void isReadyOnceWarm() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    int status = 0;
    for (int i = 0; i < 100 && status != 200; i++) {
      status = get("/health/ready").statusCode();
      Thread.sleep(20);
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void showsWhatCanBeAsked() throws Exception {
    JsonNode catalog = JSON.readTree(get("/api/v1/catalog").body());

    assertThat(catalog.at("/label/en").asText()).isEqualTo("Corner shop");
    assertThat(catalog.at("/metrics/0/name").asText()).isEqualTo("gmv");
    assertThat(catalog.at("/clock/fixed").asBoolean()).isTrue();
    assertThat(catalog.at("/clock/asOf").asText()).isEqualTo("2026-07-01T10:00:00+08:00");
    assertThat(catalog.at("/clock/dataUntil").asText()).isEqualTo("2026-06-30");
    assertThat(catalog.at("/dataRange/orders/first").asText()).isEqualTo("2026-01-01");
  }

  @Test
  void completesTheWordThatIsTyped() throws Exception {
    HttpResponse<String> response = completions("text=" + encoded("上个月g的") + "&caret=4&lang=zh");
    JsonNode first = JSON.readTree(response.body()).at("/completions/0");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(first)
        .isEqualTo(
            JSON.readTree(
                """
                {"label": "GMV", "kind": "metric", "description": "订单金额之和",
                 "from": 3, "to": 4, "insert": "GMV"}
                """));
  }

  @Test
  void theCaretIsAtTheEndAndTheLanguageTheBrowsersWhereNothingIsSaid() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/completions?text=last%20mo"))
            .header("Accept-Language", "en-GB")
            .build();
    JsonNode completions = JSON.readTree(send(request).body()).at("/completions");

    assertThat(completions.at("/0/insert").asText()).isEqualTo("last month");
    assertThat(completions.at("/0/description").asText()).startsWith("the previous calendar month");
    assertThat(JSON.readTree(completions("text=zzz").body()).at("/completions")).isEmpty();
    assertThat(JSON.readTree(completions("text=l&lang=en&limit=2").body()).at("/completions"))
        .hasSize(2);
  }

  @Test
  void refusesWhatCannotBeCompleted() throws Exception {
    assertProblem(completions(""), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&caret=3"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&caret=-1"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&caret=x"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&limit=0"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&limit=13"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(completions("text=GM&lang=fr"), 400, ErrorCode.INVALID_REQUEST);
    assertProblem(post("/api/v1/completions", "{}"), 405, ErrorCode.METHOD_NOT_ALLOWED);
    assertProblem(
        completions("text=" + encoded("长".repeat(2_001))), 413, ErrorCode.QUESTION_TOO_LONG);
    assertThat(completions("text=" + encoded("长".repeat(2_000))).statusCode()).isEqualTo(200);
  }

  @Test
  void typingGoesOnWhileAllTurnsAreTaken() throws Exception {
    CompletableFuture<HttpResponse<String>> slow = askLater("{\"question\":\"slow\"}");
    assertThat(shop.started.await(5, TimeUnit.SECONDS)).isTrue();

    assertThat(completions("text=GM").statusCode()).isEqualTo(200);
    shop.release.countDown();
    assertThat(slow.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void countsWhatItServed() throws Exception {
    ask("{\"question\":\"GMV\"}");
    ask("{\"question\":\"利润\"}");
    get("/made/up/by/a/client");

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("mingshu_answers_total{status=\"answered\"} 1.0")
        .contains("mingshu_answers_total{status=\"declined\"} 1.0")
        .contains("mingshu_engine_seconds_count{engine=\"duckdb\"} 1")
        .contains("route=\"/api/v1/ask\",status=\"200\"")
        .contains("route=\"none\",status=\"404\"")
        .doesNotContain("made/up");
  }

  @Test
  void everyResponseKeepsBrowsersCareful() throws Exception {
    for (String path : new String[] {"/", "/api/v1/catalog", "/nothing/here"}) {
      HttpResponse<String> response = get(path);
      String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("X-Trace-Id")).isPresent();
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void aTakenPortIsNamed() {
    GatewayConfig same = GatewayConfig.onPort(gateway.port());
    try (Gateway second =
        Gateway.create(same, new ScriptedShop().answering(), AskingClock.wall())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(MingshuException.class)
          .hasMessageContaining("Port " + gateway.port() + " is in use")
          .extracting(e -> ((MingshuException) e).code())
          .isEqualTo(ErrorCode.PORT_IN_USE);
    }
  }

  @Test
  void listensOnThisMachineOnly() {
    assertThatThrownBy(() -> GatewayConfig.onPort(0).onHost("0.0.0.0"))
        .isInstanceOf(MingshuException.class)
        .hasMessageContaining("127.0.0.1 only");
  }

  private void assertProblem(HttpResponse<String> response, int status, ErrorCode code)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.at("/code").asText()).isEqualTo(code.name());
    assertThat(problem.at("/number").asInt()).isEqualTo(code.number());
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/detail").asText()).isNotEmpty();
    assertThat(response.headers().firstValue("X-Trace-Id"))
        .contains(problem.at("/traceId").asText());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private HttpResponse<String> completions(String query) throws IOException, InterruptedException {
    return get("/api/v1/completions?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
    return post("/api/v1/ask", body);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(postRequest(path, body));
  }

  private CompletableFuture<HttpResponse<String>> askLater(String body) {
    return http.sendAsync(postRequest("/api/v1/ask", body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest postRequest(String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The JDK's client sets Host itself. */
  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
