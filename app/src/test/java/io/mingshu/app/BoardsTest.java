package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.board.Board;
import io.mingshu.gateway.board.ReadyMade;
import io.mingshu.gateway.board.Tile;
import io.mingshu.semantic.catalog.BoardTemplate;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boards of the demo shop are understood and have answers, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardsTest {
  private static final Instant AS_OF = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();

  private final Answering answering = OpenShop.answering();

  List<BoardTemplate> templates() {
    return answering.layer().catalog().boards();
  }

  @Test
  void thereAreFive() {
    assertThat(templates())
        .extracting(BoardTemplate::name)
        .containsExactly("daily", "retention", "funnel", "segments", "campaign");
    assertThat(templates()).allSatisfy(board -> assertThat(board.tiles()).hasSizeBetween(4, 6));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void bothLanguagesAskForTheSame(BoardTemplate template) {
    Board chinese = new ReadyMade(answering).of(template.name(), "b", Language.ZH, AS_OF);
    Board english = new ReadyMade(answering).of(template.name(), "b", Language.EN, AS_OF);

    chinese.requireSound();
    assertThat(english.tiles())
        .extracting(Tile::query)
        .isEqualTo(chinese.tiles().stream().map(Tile::query).toList());
    assertThat(chinese.title()).isEqualTo(template.title().zh());
    assertThat(english.title()).isEqualTo(template.title().en());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyTileHasAnAnswerThatItsChartFits(BoardTemplate template) {
    for (Tile tile :
        new ReadyMade(answering).of(template.name(), "b", Language.ZH, AS_OF).tiles()) {
      Answer answer =
          answering.query(
              QueryJson.read(tile.query().toString()),
              Asked.at(AS_OF, Optional.of(Language.ZH), "trace"));

      assertThat(answer.answer().orElseThrow().rows()).as(tile.title()).isNotEmpty();
      Answer.ChartShown chart = answer.chart().orElseThrow();
      tile.chart()
          .ifPresent(
              wanted ->
                  assertThat(Stream.concat(Stream.of(chart.type()), chart.alternatives().stream()))
                      .as(tile.title())
                      .contains(wanted));
    }
  }

  @Test
  void theCatalogKnowsTheChartsThatThereAre() {
    assertThat(charts())
        .filteredOn(chart -> !chart.equals("empty"))
        .containsExactlyInAnyOrderElementsOf(BoardTemplate.CHARTS);
  }

  @Test
  void thePageDrawsTheChartsThatThereAre() throws IOException {
    String source = Files.readString(Path.of("../chat-ui/src/main/web/api/answer.ts"));
    Matcher list = Pattern.compile("(?s)CHART_TYPES = \\[(.*?)]").matcher(source);
    assertThat(list.find()).isTrue();

    assertThat(Pattern.compile("\"(\\w+)\"").matcher(list.group(1)).results())
        .extracting(name -> name.group(1))
        .containsExactlyInAnyOrderElementsOf(charts());
  }

  private static List<String> charts() {
    ObjectMapper json = new ObjectMapper();
    return Arrays.stream(ChartSpec.Type.values())
        .map(type -> json.convertValue(type, JsonNode.class).asText())
        .toList();
  }
}
