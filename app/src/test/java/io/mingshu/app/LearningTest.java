package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.state.StateLocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From what people say about answers to a better catalog, and all that the owner decides between.
 */
class LearningTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = TinyShop.folder().toString();

  @TempDir private Path folder = Path.of("");
  private final HttpClient http = HttpClient.newHttpClient();

  private Path state() {
    return folder.resolve("state.db");
  }

  /** A command of the owner, who finds what was said where the server keeps it. */
  private Shell owner(String... args) {
    return Shell.run(
        Stream.concat(
                Stream.of("catalog"),
                Stream.concat(Stream.of(args), Stream.of("--state", state().toString())))
            .toArray(String[]::new));
  }

  @Test
  void whatPeopleSayIsAnsweredOnceItsOwnerHasAcceptedIt() throws Exception {
    try (Served shop = serve(Optional.empty())) {
      JsonNode unknown = shop.ask("上个月的水位");
      assertThat(unknown.at("/status").asText()).isEqualTo("declined");
      shop.say(unknown, verdict("wrong").put("meant", "上个月的GMV"));
      JsonNode ambiguous = shop.ask("上个月流量是多少");
      assertThat(ambiguous.at("/status").asText()).isEqualTo("clarify");
      shop.say(ambiguous, JSON.createObjectNode().put("chosen", 1));
      JsonNode answered = shop.ask("Top 5 provinces by GMV last month");
      shop.say(answered, verdict("right"));
      assertThat(shop.ask("上个月的水位").at("/status").asText()).isEqualTo("declined");
    }

    JsonNode proposals = JSON.readTree(owner("proposals", "--data", DATA, "--json").out());
    assertThat(proposals.at("/proposals")).hasSize(3);
    String word = id(proposals, "水位");
    String question = id(proposals, "上个月流量是多少");
    String top = id(proposals, "Top 5 provinces by GMV last month");
    String listed = owner("proposals", "--data", DATA, "--lang", "zh").out();
    assertThat(listed)
        .contains(word + "  词  水位  →  指标“GMV” (gmv)  ×1", "问过：上个月的水位")
        .contains(question + "  问题  上个月流量是多少  →  访客数，上个月")
        .contains("要反问的词“流量”被选为“访客数”");

    Path catalog = folder.resolve("catalog");
    Path learned = catalog.resolve("learned.yaml");
    Shell early = accept(learned, word);
    assertThat(early.exit()).isEqualTo(2);
    assertThat(early.err()).contains("mingshu catalog export NAME --into " + catalog);
    assertThat(Shell.run("catalog", "export", "demo-shop", "--into", catalog.toString()).exit())
        .isZero();

    Shell accepted = accept(learned, word, question, "--data", DATA, "--by", "Li Na");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    assertThat(accepted.out())
        .startsWith("--- /dev/null\n+++ " + learned + "\n@@ -0,0 +1,13 @@\n+aliases:\n")
        .contains("+  - terms: {zh: [水位]}\n+    metric: gmv\n", "+    by: \"Li Na\"\n");
    Shell rejected = owner("reject", top, "--data", DATA);
    assertThat(rejected.exit()).as(rejected.err()).isZero();
    assertThat(owner("proposals", "--catalog", catalog.toString()).out())
        .startsWith("There are no proposals yet");
    assertThat(owner("proposals", "--data", DATA).out())
        .contains(word, "Not wanted (mingshu catalog reject --undo ID… takes that back): " + top)
        .doesNotContain(top + "  question");
    assertThat(owner("reject", "--undo", word, "--data", DATA).err())
        .contains(word + " was not rejected");
    assertThat(owner("reject", "--undo", top, "--data", DATA).err())
        .contains("Proposed again: " + top);

    try (Served shop = serve(Optional.of(catalog))) {
      JsonNode known = shop.ask("上个月的水位");
      assertThat(known.at("/query")).isEqualTo(shop.ask("上个月的GMV").at("/query"));
      JsonNode verified = shop.ask("请问上个月的流量是多少？");
      assertThat(verified.at("/query/metrics/0").asText()).isEqualTo("uv");
      assertThat(verified.at("/notes/0/text").asText()).isEqualTo("Li Na 已确认这个问题的理解");
      assertThat(shop.ask("上个月各省流量").at("/status").asText()).isEqualTo("clarify");
    }
  }

  @Test
  void whatWouldMakeTheCatalogWorseIsNotWritten() throws Exception {
    try (Served shop = serve(Optional.empty())) {
      shop.say(shop.ask("上个月的水位"), verdict("wrong").put("meant", "上个月的GMV"));
    }
    Path catalog = folder.resolve("catalog");
    Path learned = catalog.resolve("learned.yaml");
    Shell.run("catalog", "export", "demo-shop", "--into", catalog.toString());
    String word = id(JSON.readTree(owner("proposals", "--data", DATA, "--json").out()), "水位");

    Files.writeString(learned, "aliases:\n  - {terms: {zh: [水深]}, metric: gvm}\n");
    assertRefused(accept(learned, word), "learned.yaml:2:33: unknown metric 'gvm'", learned);
    Files.writeString(learned, "verified:\n  - question: {zh: 水位}\n   query: [\n");
    assertRefused(accept(learned, word), "learned.yaml:3", learned);
    Files.writeString(
        learned,
        "verified:\n  - question: {zh: 水位}\n    query: {kind: metric, metrics: [new_users],"
            + " dimensions: [device]}\n");
    assertRefused(accept(learned, word), "cannot be answered", learned);
    Files.writeString(learned, "aliases: []\n");
    assertRefused(accept(learned, word), "stands on one line", learned);
    Files.writeString(learned, "# none yet\nexamples: []\n");
    assertRefused(accept(learned, "a-00000000"), "There is no proposal a-00000000", learned);
    assertRefused(accept(catalog.resolve("learned.txt"), word), "no part", learned);
    assertThat(owner("reject", "v-00000000", "--data", DATA).exit()).isEqualTo(2);
    assertThat(Shell.run("catalog", "export", "demo-shop", "--into", catalog.toString()).exit())
        .isEqualTo(2);

    assertThat(accept(learned, word).out()).contains(" # none yet\n", "+aliases:\n");
    try (Stream<Path> files = Files.list(catalog)) {
      assertThat(files).hasSize(2);
    }
  }

  private static void assertRefused(Shell shell, String why, Path learned) throws IOException {
    assertThat(shell.exit()).isPositive();
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(why).doesNotContain("Exception");
    assertThat(Files.readString(learned)).doesNotContain("水位]");
  }

  @Test
  void whereNoServerHasKeptAnythingThatIsSaid() {
    Shell shell = owner("proposals", "--data", DATA);

    assertThat(shell.exit()).isEqualTo(2);
    assertThat(shell.err()).contains("There is no state store " + state(), "--data and --state");
    assertThat(state()).doesNotExist();
  }

  private Shell accept(Path into, String... more) {
    return owner(
        Stream.concat(Stream.of("accept", "--into", into.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static String id(JsonNode proposals, String subject) {
    for (JsonNode proposal : proposals.at("/proposals")) {
      JsonNode content = proposal.at("/content");
      if (content.path("word").asText(content.path("question").asText()).equals(subject)) {
        return proposal.at("/id").asText();
      }
    }
    throw new AssertionError(subject + " is not in " + proposals);
  }

  private static ObjectNode verdict(String verdict) {
    return JSON.createObjectNode().put("verdict", verdict);
  }

  private Served serve(Optional<Path> catalog) {
    Workbench workbench = Workbench.open(TinyShop.folder(), catalog, Progress.NONE);
    Gateway gateway =
        Gateway.create(
                GatewayConfig.onPort(0).keepingState(new StateLocation.InFile(state())),
                workbench.answering(),
                AskingClock.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant()))
            .start();
    return new Served(workbench, gateway);
  }

  /** A shop that is asked over HTTP. */
  private final class Served implements AutoCloseable {
    private final Workbench workbench;
    private final Gateway gateway;

    Served(Workbench workbench, Gateway gateway) {
      this.workbench = workbench;
      this.gateway = gateway;
    }

    JsonNode ask(String question) throws IOException, InterruptedException {
      return JSON.readTree(post("ask", JSON.createObjectNode().put("question", question)).body());
    }

    void say(JsonNode about, ObjectNode said) throws IOException, InterruptedException {
      HttpResponse<String> response =
          post("feedback", said.put("traceId", about.at("/traceId").asText()));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private HttpResponse<String> post(String path, JsonNode body)
        throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(URI.create(gateway.address() + "api/v1/" + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
      gateway.close();
      workbench.close();
    }
  }
}
