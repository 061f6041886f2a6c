package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.seeds.dataset.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a question over HTTP: real catalog, interpreter, planner, engine and data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Workbench workbench =
      Workbench.open(TinyShop.folder(), Optional.empty(), Progress.NONE);
  private final Gateway gateway =
      Gateway.create(
          GatewayConfig.onPort(0),
          workbench.answering(),
          AskingClock.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant()));
  private JsonNode description = JSON.createObjectNode();

  @BeforeAll
  void start() throws IOException, InterruptedException {
    gateway.start();
    description = new ObjectMapper(new YAMLFactory()).readTree(get("/openapi.yaml").body());
  }

  @AfterAll
  void stop() {
    gateway.close();
    workbench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上个月各省GMV前五",
        "近30天每天的访客数",
        "上个月GMV环比",
        "top 5 provinces by GMV last month",
        "conversion rate by device last week",
        "上个月的利润",
        "流量怎么样",
        "你好",
        "'; DROP TABLE users; --"
      })
  void everyAnswerIsAsDescribed(String question) throws Exception {
    HttpResponse<String> response =
        post("/api/v1/ask", JSON.createObjectNode().put("question", question));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(faults("Answer", response.body())).as(response.body()).isEmpty();
  }

  @Test
  void theCatalogIsAsDescribed() throws Exception {
    String body = get("/api/v1/catalog").body();

    assertThat(faults("Catalog", body)).isEmpty();
    JsonNode catalog = JSON.readTree(body);
    assertThat(catalog.at("/clock/dataUntil").asText()).isEqualTo("2026-06-30");
    assertThat(catalog.at("/examples").size()).isPositive();
    for (JsonNode metric : catalog.at("/metrics")) {
      assertThat(metric.at("/dimensions").size()).as(metric.at("/name").asText()).isPositive();
    }
  }

  @Test
  void everyExampleThatIsOfferedIsAnswered() throws Exception {
    for (JsonNode example : JSON.readTree(get("/api/v1/catalog").body()).at("/examples")) {
      for (String language : List.of("zh", "en")) {
        String question = example.at("/" + language).asText();
        JsonNode answer =
            JSON.readTree(
                post("/api/v1/ask", JSON.createObjectNode().put("question", question)).body());
        assertThat(answer.at("/status").asText()).as(question).isEqualTo("answered");
        assertThat(answer.at("/language").asText()).as(question).isEqualTo(language);
      }
    }
  }

  @Test
  void whatIsKeptIsAsDescribed() throws Exception {
    JsonNode asked =
        JSON.readTree(
            post("/api/v1/ask", JSON.createObjectNode().put("question", "上个月各省GMV前五")).body());
    String thread = get("/api/v1/threads/" + asked.at("/conversationId").asText()).body();
    HttpResponse<String> board =
        post("/api/v1/boards", JSON.createObjectNode().put("template", "daily").put("lang", "en"));
    ObjectNode shared = JSON.createObjectNode();
    shared.set("query", asked.at("/query"));
    HttpResponse<String> link = post("/api/v1/links", shared);

    assertThat(faults("Thread", thread)).as(thread).isEmpty();
    assertThat(faults("Threads", get("/api/v1/threads").body())).isEmpty();
    assertThat(board.statusCode()).as(board.body()).isEqualTo(201);
    assertThat(faults("Board", board.body())).as(board.body()).isEmpty();
    assertThat(faults("Boards", get("/api/v1/boards").body())).isEmpty();
    String opened = get("/api/v1/links/" + JSON.readTree(link.body()).at("/id").asText()).body();
    assertThat(faults("Link", opened)).as(opened).isEmpty();
    assertThat(faults("Health", get("/health/ready").body())).isEmpty();
  }

  @Test
  void problemsAreAsDescribed() throws Exception {
    JsonNode broken = JSON.readTree("{\"kind\":\"metric\",\"metrics\":[\"gvm\",\"nothing\"]}");

    HttpResponse<String> response = post("/api/v1/query", broken);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(faults("Problem", response.body())).as(response.body()).isEmpty();
  }

  @Test
  void aQueryGivesWhatItsQuestionGave() throws Exception {
    JsonNode asked =
        JSON.readTree(
            post("/api/v1/ask", JSON.createObjectNode().put("question", "上个月各省GMV前五")).body());

    HttpResponse<String> response = post("/api/v1/query?lang=zh", asked.at("/query"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode again = JSON.readTree(response.body());
    assertThat(again.at("/answer")).isEqualTo(asked.at("/answer"));
    assertThat(again.at("/text")).isEqualTo(asked.at("/text"));
    assertThat(faults("Answer", response.body())).isEmpty();
  }

  @Test
  void theMomentOfAskingIsHonoured() throws Exception {
    ObjectNode body =
        JSON.createObjectNode().put("question", "昨天的GMV").put("asOf", "2026-03-02T09:00:00+08:00");

    JsonNode answer = JSON.readTree(post("/api/v1/ask", body).body());

    assertThat(answer.at("/period/from").asText()).isEqualTo("2026-03-01T00:00");
  }

  @Test
  void getsReady() throws Exception {
    int status = 0;
    for (int i = 0; i < 600 && status != 200; i++) {
      status = get("/health/ready").statusCode();
      Thread.sleep(50);
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void theDemoServesUntilItIsStopped(@TempDir Path folder) throws Exception {
    StringWriter out = new StringWriter();
    Thread serving =
        new Thread(
            () ->
                Mingshu.run(
                    new PrintWriter(out, true),
                    new PrintWriter(new StringWriter(), true),
                    "demo",
                    "--data",
                    folder.toString(),
                    "--scale",
                    "tiny",
                    "--port",
                    "0"));
    serving.start();
    for (int i = 0; i < 600 && !out.toString().contains("\n"); i++) {
      Thread.sleep(50);
    }
    String address = out.toString().strip();

    HttpResponse<String> catalog =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "api/v1/catalog")).build(),
            HttpResponse.BodyHandlers.ofString());
    serving.interrupt();
    serving.join(20_000);

    JsonNode clock = JSON.readTree(catalog.body()).at("/clock");
    assertThat(clock.at("/fixed").asBoolean()).isFalse();
    assertThat(clock.at("/dataUntil").asText())
        .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1).toString());
    assertThat(serving.isAlive()).isFalse();
  }

  private List<Error> faults(String schemaName, String json) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", "#/components/schemas/" + schemaName);
    root.set("components", description.at("/components"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(root));
    return schema.validate(json, InputFormat.JSON);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }
}
