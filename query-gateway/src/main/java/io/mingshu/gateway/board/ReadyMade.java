package io.mingshu.gateway.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Json;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.catalog.BoardTemplate;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.Optional;

/** Makes a board of one that the catalog offers: its questions are read as if they were asked. */
public final class ReadyMade {
  private final Answering answering;

  public ReadyMade(Answering answering) {
    this.answering = answering;
  }

  /**
   * The board of a template.
   *
   * @throws MingshuException with {@code NOT_FOUND}, or {@code CATALOG_INVALID} where one of its
   *     questions is not understood
   */
  public Board of(String name, String id, Language language, Instant asOf) {
    BoardTemplate template =
        answering
            .layer()
            .catalog()
            .board(name)
            .orElseThrow(
                () ->
                    new MingshuException(
                        ErrorCode.NOT_FOUND,
                        new Text("没有这个看板模板：" + name, "There is no board template " + name)));
    Board board = Board.empty(id, template.title().in(language));
    for (BoardTemplate.Tile tile : template.tiles()) {
      board = board.with(tile(tile, "t" + (board.tiles().size() + 1), language, asOf));
    }
    return board;
  }

  private Tile tile(BoardTemplate.Tile tile, String id, Language language, Instant asOf) {
    return new Tile(
        id,
        tile.title().in(language),
        json(understood(tile.question().in(language), language, asOf)),
        tile.chart().flatMap(ReadyMade::chart),
        0,
        0,
        tile.w(),
        tile.h());
  }

  private SemanticQuery understood(String question, Language language, Instant asOf) {
    Interpretation interpretation =
        answering
            .interpreter()
            .interpret(new Question(question, asOf, Optional.of(language), Conversation.NEW));
    if (interpretation instanceof Interpretation.Understood understood
        && answering.layer().validate(understood.query()).isEmpty()) {
      return understood.query();
    }
    throw new MingshuException(
        ErrorCode.CATALOG_INVALID,
        new Text(
            "看板模板里的问题没有听懂：" + question,
            "A question of the board template is not understood: " + question));
  }

  private static Optional<ChartSpec.Type> chart(String named) {
    return Optional.of(Json.mapper().convertValue(named, ChartSpec.Type.class));
  }

  private static JsonNode json(SemanticQuery query) {
    try {
      return Json.mapper().readTree(QueryJson.write(query));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
