package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A board that the catalog's owner offers ready made.
 *
 * @param tiles in the order in which they find their places
 */
public record BoardTemplate(String name, Text title, Text description, List<Tile> tiles) {
  /** The columns of a board. */
  public static final int COLUMNS = 12;

  static final int MOST_ROWS = 24;

  /** What a tile may ask to be drawn as; the names of charts. */
  public static final Set<String> CHARTS =
      Set.of(
          "number",
          "numbers",
          "line",
          "column",
          "bar",
          "stacked_column",
          "grouped_column",
          "area",
          "donut",
          "heatmap",
          "scatter",
          "table",
          "cohort_heatmap",
          "retention_curves",
          "funnel",
          "sankey",
          "lifecycle",
          "rfm_grid",
          "segment_bars");

  public BoardTemplate {
    tiles = List.copyOf(tiles);
  }

  /**
   * A question that the board answers.
   *
   * @param question read as if it was asked, in the language of whoever takes the board
   * @param w columns
   * @param h rows
   * @param chart absent: the one that fits
   */
  public record Tile(Text title, Text question, int w, int h, Optional<String> chart) {}
}
