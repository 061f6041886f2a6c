package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** Reads boards that are offered ready made. */
final class BoardParser {
  private static final int USUAL_WIDTH = 6;
  private static final int USUAL_HEIGHT = 4;
  private static final int MOST_TILES = 40;

  private final Draft draft;

  BoardParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.BOARD);
    Text title = object.requiredText("title");
    Text description = object.requiredText("description");
    object.requirePresent("tiles");
    List<BoardTemplate.Tile> tiles =
        object.objects("tiles", "tile").stream().map(this::tile).toList();
    object.close();
    if (object.has("tiles") && (tiles.isEmpty() || tiles.size() > MOST_TILES)) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf("tiles"),
          "a board has 1 to " + MOST_TILES + " tiles");
    }
    name.ifPresent(
        found -> draft.boards.add(new BoardTemplate(found.value(), title, description, tiles)));
  }

  private BoardTemplate.Tile tile(YamlObject object) {
    Text title = object.requiredText("title");
    Text question = object.requiredText("question");
    int width = size(object, "w", USUAL_WIDTH, BoardTemplate.COLUMNS);
    int height = size(object, "h", USUAL_HEIGHT, BoardTemplate.MOST_ROWS);
    Optional<Located<String>> chart = object.string("chart");
    object.close();
    chart
        .filter(named -> !BoardTemplate.CHARTS.contains(named.value()))
        .ifPresent(
            named ->
                draft.problems.addUnknown(
                    ProblemCode.BAD_VALUE,
                    named.at(),
                    "chart",
                    named.value(),
                    BoardTemplate.CHARTS));
    return new BoardTemplate.Tile(title, question, width, height, chart.map(Located::value));
  }

  private static int size(YamlObject object, String key, int usual, int most) {
    int size = object.positive(key).orElse(usual);
    if (size > most) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf(key), "'" + key + "' is at most " + most);
    }
    return size;
  }
}
