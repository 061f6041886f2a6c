package io.mingshu.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.semantic.chart.ChartSpec;
import java.util.Optional;

/**
 * A query with its place on a board.
 *
 * @param query as it was written: one that the catalog does not know any more is still kept
 * @param chart absent: the one that fits
 * @param x columns from the left
 * @param y rows from the top
 * @param w columns
 * @param h rows
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Tile(
    String id,
    String title,
    JsonNode query,
    Optional<ChartSpec.Type> chart,
    int x,
    int y,
    int w,
    int h) {
  public static final int USUAL_WIDTH = 6;
  public static final int USUAL_HEIGHT = 4;

  boolean overlaps(Tile other) {
    return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
  }

  Tile at(int column, int row) {
    return new Tile(id, title, query, chart, column, row, w, h);
  }
}
