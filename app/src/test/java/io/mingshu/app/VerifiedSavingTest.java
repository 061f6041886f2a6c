package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.gateway.saving.Saved;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.gateway.saving.VerifiedSaving;
import io.mingshu.gateway.saving.VerifiedWish;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question is kept with its query, and read as just that from then on. */
class VerifiedSavingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();
  private static final SemanticQuery BUYERS =
      MetricQuery.of("buyers").withPeriod(new Period.Previous(Grain.MONTH, 1));
  private static final SemanticQuery VISITORS =
      MetricQuery.of("uv").withPeriod(new Period.Previous(Grain.MONTH, 1));

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<Workbench> workbench = Optional.empty();

  @BeforeEach
  void open() {
    CatalogSource source = new CatalogSource.BuiltIn("demo-shop", folder.resolve("saved.yaml"));
    workbench =
        Optional.of(
            Workbench.open(TinyShop.folder(), source, new EngineChoice.DuckDb(), Progress.NONE));
  }

  @AfterEach
  void close() {
    workbench.ifPresent(Workbench::close);
  }

  private SegmentSaving saving() {
    return new SegmentSaving(
        workbench.orElseThrow().source(), workbench.orElseThrow()::answeringBy);
  }

  private VerifiedSaving.Outcome save(String question, SemanticQuery query) {
    return saving()
        .ofQuestions()
        .save(
            workbench.orElseThrow().answering(),
            new VerifiedWish(question, Language.ZH, query),
            "test",
            NOW);
  }

  @Test
  void theNextQuestionIsReadSoAndSaysIt() throws Exception {
    try (Gateway gateway = gateway()) {
      JsonNode before = ask(gateway, "上个月人气怎么样");
      assertThat(before.at("/status").asText()).isNotEqualTo("answered");

      HttpResponse<String> saved = verify(gateway, "上个月人气怎么样", VISITORS);
      HttpResponse<String> again = verify(gateway, "请问上个月人气怎么样？", VISITORS);
      HttpResponse<String> otherwise = verify(gateway, "上个月人气怎么样", BUYERS);

      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
      assertThat(JSON.readTree(saved.body())).isEqualTo(JSON.readTree("{\"state\":\"saved\"}"));
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(otherwise.statusCode()).isEqualTo(409);
      assertThat(JSON.readTree(otherwise.body()).at("/code").asText()).isEqualTo("QUESTION_TAKEN");
      JsonNode after = ask(gateway, "上个月人气怎么样？");
      assertThat(after.at("/status").asText()).isEqualTo("answered");
      assertThat(after.at("/verified").asBoolean()).isTrue();
      assertThat(after.at("/query/metrics/0").asText()).isEqualTo("uv");
      assertThat(ask(gateway, "上个月的GMV").has("verified")).isFalse();
      assertThat(Files.readString(folder.resolve("saved.yaml"))).contains("上个月人气怎么样");
    }
  }

  private Gateway gateway() {
    return Gateway.create(
            GatewayConfig.onPort(0),
            workbench.orElseThrow().answering(),
            AskingClock.at(NOW),
            saving())
        .start();
  }

  @Test
  void aQueryThatTheCatalogRefusesIsNotKept() throws Exception {
    try (Gateway gateway = gateway()) {
      assertThat(verify(gateway, "上个月的利润", MetricQuery.of("profit")).statusCode()).isEqualTo(422);
      assertThat(verify(gateway, " ", BUYERS).statusCode()).isEqualTo(400);
      assertThat(verify(gateway, "人".repeat(201), BUYERS).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void datesThatTheQuestionDoesNotNameAreNotKept() {
    SemanticQuery june =
        MetricQuery.of("buyers")
            .withPeriod(new Period.Calendar(Grain.MONTH, LocalDate.of(2026, 6, 1)));

    assertRefused("6月人气怎么样", june, ErrorCode.QUESTION_UNFIT);
    assertThat(save("2026年6月人气怎么样", june).state()).isEqualTo(Saved.State.SAVED);
  }

  @Test
  void courtesyAloneIsNotKept() {
    assertRefused("请问是多少？", BUYERS, ErrorCode.QUESTION_UNFIT);
  }

  @Test
  void anExampleKeepsItsMeaning() {
    String example = workbench.orElseThrow().answering().layer().catalog().examples().get(0).zh();

    assertRefused(example, BUYERS, ErrorCode.QUESTION_TAKEN);
  }

  @Test
  void whatOthersChangedInTheFilesWaitsForARestart() throws IOException {
    Files.writeString(
        folder.resolve("saved.yaml"), "aliases:\n  - {terms: {zh: [入袋的钱]}, metric: paid_amount}\n");

    assertThat(save("上个月人气怎么样", VISITORS).state()).isEqualTo(Saved.State.AFTER_RESTART);
  }

  private void assertRefused(String question, SemanticQuery query, ErrorCode code) {
    assertThatThrownBy(() -> save(question, query))
        .isInstanceOf(MingshuException.class)
        .extracting(e -> ((MingshuException) e).code())
        .isEqualTo(code);
    assertThat(folder.resolve("saved.yaml")).doesNotExist();
  }

  private JsonNode ask(Gateway gateway, String question) throws Exception {
    return JSON.readTree(
        post(gateway, "/api/v1/ask", JSON.createObjectNode().put("question", question)).body());
  }

  private HttpResponse<String> verify(Gateway gateway, String question, SemanticQuery query)
      throws Exception {
    JsonNode body =
        JSON.createObjectNode()
            .put("question", question)
            .put("lang", "zh")
            .set("query", JSON.readTree(QueryJson.write(query)));
    return post(gateway, "/api/v1/verified", body);
  }

  private HttpResponse<String> post(Gateway gateway, String path, JsonNode body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
