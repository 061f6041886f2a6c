package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.state.StateLocation;
import io.mingshu.state.StateStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say about answers, over HTTP. */
class FeedbackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

  @TempDir private Path folder = Path.of("");
  private final HttpClient http = HttpClient.newHttpClient();
  private Gateway gateway =
      Gateway.create(
          GatewayConfig.onPort(0), new ScriptedShop().answering(), AskingClock.at(AS_OF));

  @BeforeEach
  void start() {
    gateway =
        Gateway.create(
                GatewayConfig.onPort(0).keepingState(place()),
                new ScriptedShop().answering(),
                AskingClock.at(AS_OF))
            .start();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private StateLocation place() {
    return new StateLocation.InFile(folder.resolve("state.db"));
  }

  private List<Feedback> kept() {
    try (StateStore store = StateStore.open(place())) {
      return new FeedbackBox(store.feedback(), "shop").all();
    }
  }

  @Test
  void anAnswerIsRightOrWrong() throws Exception {
    String answered = ask("GMV");
    String declined = ask("水位");

    assertThat(say("{\"traceId\":\"%s\",\"verdict\":\"right\"}", answered).statusCode())
        .isEqualTo(204);
    say("{\"traceId\":\"%s\",\"verdict\":\"wrong\"}", answered);
    say("{\"traceId\":\"%s\",\"verdict\":\"wrong\",\"meant\":\" GMV \"}", declined);

    assertThat(kept())
        .extracting(Feedback::question, Feedback::asOf, Feedback::said)
        .containsExactly(
            tuple("GMV", AS_OF, new Feedback.Right(MetricQuery.of("gmv"))),
            tuple(
                "GMV",
                AS_OF,
                new Feedback.Wrong(Optional.empty(), Optional.of(MetricQuery.of("gmv")))),
            tuple("水位", AS_OF, new Feedback.Wrong(Optional.of("GMV"), Optional.empty())));
  }

  @Test
  void anOptionWasChosen() throws Exception {
    String asked = ask("which");

    assertThat(say("{\"traceId\":\"%s\",\"chosen\":1}", asked).statusCode()).isEqualTo(204);
    assertThat(kept()).extracting(Feedback::said).containsExactly(new Feedback.Chose("slow"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GMV | {}",
        "GMV | {'traceId':'%s'}",
        "GMV | {'traceId':'%s','verdict':'great'}",
        "GMV | {'traceId':'%s','verdict':'right','meant':'x'}",
        "GMV | {'traceId':'%s','verdict':'right','chosen':0}",
        "GMV | {'traceId':'%s','verdict':'right','user':'me'}",
        "GMV | {'traceId':'%s','chosen':0}",
        "GMV | {'verdict':'right'}",
        "水位 | {'traceId':'%s','verdict':'right'}",
        "which | {'traceId':'%s','chosen':2}",
        "which | {'traceId':'%s','chosen':-1}",
        "which | {'traceId':'%s','chosen':1,'meant':'x'}",
        "which | {'traceId':'%s','chosen':'first'}"
      })
  void whatMakesNoSenseIsRefused(String question, String body) throws Exception {
    HttpResponse<String> response = say(body.replace('\'', '"'), ask(question));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).at("/code").asText()).isEqualTo("INVALID_REQUEST");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatWasMeantIsShort() throws Exception {
    String trace = ask("GMV");
    String body = "{\"traceId\":\"%s\",\"verdict\":\"wrong\",\"meant\":\"" + "长".repeat(201);

    assertThat(say(body + "\"}", trace).statusCode()).isEqualTo(400);
  }

  @Test
  void anAnswerOfSomebodyElseIsNotKnown() throws Exception {
    HttpResponse<String> response = say("{\"traceId\":\"%s\",\"verdict\":\"right\"}", "nobody");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(response.body()).at("/code").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void whereItCannotBeKeptThatIsSaid() throws Exception {
    String trace = ask("GMV");
    gateway.abandonState();

    HttpResponse<String> response = say("{\"traceId\":\"%s\",\"verdict\":\"right\"}", trace);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(JSON.readTree(response.body()).at("/code").asText()).isEqualTo("STATE_UNAVAILABLE");
    assertThat(ask("GMV")).isNotEmpty();
  }

  private String ask(String question) throws IOException, InterruptedException {
    JsonNode body = JSON.createObjectNode().put("question", question);
    return JSON.readTree(post("/api/v1/ask", body.toString()).body()).at("/traceId").asText();
  }

  private HttpResponse<String> say(String body, String trace)
      throws IOException, InterruptedException {
    return post("/api/v1/feedback", body.replace("%s", trace));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
