package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  @Test
  void asksAndShowsReadingTableAndBars() {
    Shell shell = ask("上个月各省GMV前五");

    assertThat(shell.exit()).as(shell.err()).isZero();
    assertThat(shell.out())
        .startsWith("理解为：")
        .contains("省份", "GMV", "─", "█")
        .contains("2026-06-01");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void answersInTheLanguageOfTheQuestion() {
    Shell shell = ask("Top 5 provinces by GMV last month");

    assertThat(shell.exit()).as(shell.err()).isZero();
    assertThat(shell.out()).startsWith("Read as: ").containsIgnoringCase("province");
  }

  @Test
  void jsonIsTheAnswerOfTheApi() throws IOException {
    Shell shell = ask("上个月各省GMV前五", "--json");

    assertThat(shell.exit()).as(shell.err()).isZero();
    JsonNode answer = JSON.readTree(shell.out());
    assertThat(answer.at("/status").asText()).isEqualTo("answered");
    assertThat(answer.at("/answer/rows")).hasSize(5);
    assertThat(answer.at("/period/from").asText()).isEqualTo("2026-06-01T00:00");
    assertThat(answer.at("/query/kind").asText()).isEqualTo("metric");
    assertThat(answer.at("/sql").asText()).containsIgnoringCase("select");
    assertThat(answer.at("/asOf").asText()).isEqualTo(TinyShop.AS_OF);
  }

  @Test
  void whatIsNotInTheDataExitsWithOneAndNamesTheWord() throws IOException {
    Shell shell = ask("上个月的利润是多少");

    assertThat(shell.exit()).isEqualTo(1);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("利润");

    Shell json = ask("上个月的利润是多少", "--json");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(JSON.readTree(json.out()).at("/status").asText()).isIn("declined", "clarify");
    assertThat(json.err()).contains("利润");
  }

  @Test
  void aQuestionThatIsTooLongFailsAsAnAnswerToo() throws IOException {
    Shell shell = ask("长".repeat(2_001), "--json");

    assertThat(shell.exit()).isEqualTo(1);
    assertThat(JSON.readTree(shell.out()).at("/error/code").asText())
        .isEqualTo("QUESTION_TOO_LONG");
  }

  @Test
  void missingDataAreNamedInTheLanguageAskedFor() {
    Path nowhere = folder.resolve("nowhere");

    Shell english = Shell.run("ask", "GMV", "--data", nowhere.toString());
    Shell chinese = Shell.run("ask", "GMV", "--data", nowhere.toString(), "--lang", "zh");

    assertThat(english.exit()).isEqualTo(1);
    assertThat(english.err()).startsWith("mingshu: ").contains(nowhere.toString(), "no data set");
    assertThat(chinese.err()).contains("没有数据集");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "druid",
        "druid load",
        "druid status --data d",
        "druid spec",
        "druid spec --data d --kind flume",
        "druid spec --data d --kind kafka --input /data",
        "druid spec --data d --topic t",
        "ask",
        "ask GMV",
        "ask GMV --data",
        "ask GMV --data d --as-of yesterday",
        "ask GMV --data d --lang fr",
        "seed --out d --scale vast",
        "seed --out d --days 0",
        "serve --data d --engine sqlite",
        "serve --data d --druid http://127.0.0.1:8082",
        "serve --engine druid",
        "serve --data d --host 0.0.0.0",
        "serve --data d --port 70000",
        "catalog",
        "catalog proposals",
        "catalog accept --into learned.yaml",
        "catalog accept a-1",
        "catalog reject --data d",
        "catalog reject a-1",
        "catalog export demo-shop",
        "eval --data d",
        "import f.csv"
      })
  void wrongUsageExitsWithTwoAndSaysWhy(String line) {
    Shell shell = Shell.run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(shell.exit()).as(shell.out() + shell.err()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).isNotBlank().doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "seed --help",
        "serve --help",
        "ask --help",
        "eval --help",
        "import --help",
        "catalog --help",
        "catalog validate --help",
        "catalog export --help",
        "catalog proposals --help",
        "catalog accept --help",
        "catalog reject --help",
        "druid --help",
        "druid start --help",
        "druid stop --help",
        "druid status --help",
        "druid load --help",
        "druid spec --help"
      })
  void everyCommandHasHelp(String line) {
    Shell shell = Shell.run(line.split(" "));

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).startsWith("Usage: mingshu");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aDruidThatDoesNotRunIsNoFailureToStopAndOneToUse() {
    String home = folder.resolve("druid").toString();

    Shell status = Shell.run("druid", "status", "--home", home);
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.err()).contains("does not run");
    assertThat(Shell.run("druid", "stop", "--home", home).exit()).isZero();
    assertThat(folder.resolve("druid")).doesNotExist();
  }

  @Test
  void specsForAClusterAreOneObjectOrOneSpec() throws IOException {
    String data = TinyShop.folder().toString();

    Shell all = Shell.run("druid", "spec", "--data", data, "--kind", "kafka");
    assertThat(all.exit()).as(all.err()).isZero();
    JsonNode specs = JSON.readTree(all.out());
    assertThat(specs.fieldNames())
        .toIterable()
        .contains("events_wide", "order_items_wide", "users", "events_daily");
    assertThat(specs.at("/events_daily/spec/ioConfig/topic").asText()).isEqualTo("events_wide");

    Shell one = Shell.run("druid", "spec", "--data", data, "--datasource", "events_wide");
    assertThat(JSON.readTree(one.out()).path("type").asText()).isEqualTo("index_parallel");

    Shell none = Shell.run("druid", "spec", "--data", data, "--datasource", "event");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("no event", "events_wide");
  }

  @Test
  void seedWritesTheThreeTables() throws IOException {
    Path out = folder.resolve("shop");

    Shell shell =
        Shell.run(
            "seed",
            "--out",
            out.toString(),
            "--scale",
            "tiny",
            "--end",
            "2026-06-30",
            "--days",
            "20");

    assertThat(shell.exit()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("users.csv", "events.csv", "order_items.csv");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("users.csv", "events.csv", "order_items.csv", "dataset.json")
          .noneMatch(name -> name.startsWith(".staging"));
    }
  }

  @Test
  void catalogProblemsAreListedWithTheirPlaces() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "catalog: x\nmetricks: []\n");

    Shell shell = Shell.run("catalog", "validate", broken.toString());

    assertThat(shell.exit()).isEqualTo(1);
    assertThat(shell.err()).contains("broken.yaml:2:1", "metrics");
    assertThat(Shell.run("catalog", "validate", folder.resolve("none").toString()).exit())
        .isEqualTo(1);
  }

  @Test
  void importsAFileThatCanBeAskedAbout() throws IOException {
    Path file =
        Files.write(
            folder.resolve("visits.csv"),
            List.of(
                "visit_date,city,visitors",
                "2026-05-01,Lyon,3",
                "2026-05-02,Lyon,4",
                "2026-05-02,Nice,5"));
    Path into = folder.resolve("visits");

    Shell imported = Shell.run("import", file.toString(), "--into", into.toString());

    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(imported.out().strip()).isEqualTo(into.toString());
    assertThat(imported.err()).contains("3 rows imported", "catalog.yaml");
    Shell valid = Shell.run("catalog", "validate", into.resolve("catalog.yaml").toString());
    assertThat(valid.exit()).as(valid.err()).isZero();
    Shell asked = Shell.run("ask", "visitors by city", "--data", into.toString());
    assertThat(asked.exit()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("Lyon", "7", "Nice", "5");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      Shell shell = Shell.run("serve", "--data", TinyShop.folder().toString(), "--port", port);

      assertThat(shell.exit()).isEqualTo(1);
      assertThat(shell.out()).isEmpty();
      assertThat(shell.err()).contains("Port " + port + " is in use");
    }
  }

  @Test
  void aStateStoreThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://localhost:" + port + "/state";
    String data = TinyShop.folder().toString();

    Shell shell =
        Shell.run(
            "serve", "--data", data, "--port", "0", "--state", url + "?user=me&password=hush");

    assertThat(shell.exit()).isEqualTo(1);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("Cannot open the state store: " + url, "--state");
    assertThat(shell.err()).doesNotContain("hush");
  }

  @Test
  void evaluatesAQuestionSet() throws IOException {
    String gold =
        "SELECT sum(order_amount) AS gmv FROM order_items WHERE"
            + " CAST(order_time + INTERVAL 8 HOUR AS DATE) BETWEEN DATE '2026-06-01' AND DATE"
            + " '2026-06-30'";
    Path set =
        Files.write(
            folder.resolve("set.jsonl"),
            List.of(
                line("right", "上个月的GMV是多少", "answer", gold),
                line("wrong", "上个月的GMV是多少", "answer", gold + " AND quantity > 1"),
                line("abstained", "上个月的利润是多少", "answer", gold),
                line("declined", "上个月的利润是多少", "decline", ""),
                line("bold", "上个月的GMV是多少", "clarify", "")));
    Path report = folder.resolve("report.json");

    Shell shell =
        Shell.run(
            "eval",
            set.toString(),
            "--data",
            TinyShop.folder().toString(),
            "--report",
            report.toString());

    assertThat(shell.exit()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("correct 40.0%  wrong 40.0%  abstained 20.0%  penalised -3.600")
        .contains("wrong: wrong bold")
        .contains("abstained: abstained");
    JsonNode written = JSON.readTree(report.toFile());
    assertThat(written.at("/total/correct").asInt()).isEqualTo(2);
    assertThat(written.at("/questions/0/verdict").asText()).isEqualTo("correct");
    assertThat(written.at("/questions/0/gold/0/0").isNumber()).isTrue();
    assertThat(written.at("/questions/0/answer/status").asText()).isEqualTo("answered");
  }

  private static Shell ask(String question, String... more) {
    return Shell.run(
        Stream.concat(
                Stream.of(
                    "ask",
                    question,
                    "--data",
                    TinyShop.folder().toString(),
                    "--as-of",
                    TinyShop.AS_OF),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static String line(String id, String question, String expect, String sql)
      throws IOException {
    var line = JSON.createObjectNode().put("id", id).put("question", question);
    line.put("expect", expect).put("kind", "metric");
    if (!sql.isEmpty()) {
      line.put("sql", sql);
    }
    return JSON.writeValueAsString(line);
  }
}
