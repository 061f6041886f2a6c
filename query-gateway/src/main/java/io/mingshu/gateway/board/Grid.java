package io.mingshu.gateway.board;

import io.mingshu.semantic.catalog.BoardTemplate;
import java.util.ArrayList;
import java.util.List;

/** Twelve columns and as many rows as it takes. */
final class Grid {
  static final int COLUMNS = BoardTemplate.COLUMNS;

  /** Rows and heights beyond are refused. */
  static final int MOST_ROWS = 1_000;

  private Grid() {}

  /** The tiles with one more, at the first place from the top and the left that is free. */
  static List<Tile> with(List<Tile> tiles, Tile more) {
    List<Tile> all = new ArrayList<>(tiles);
    all.add(placed(tiles, more));
    return List.copyOf(all);
  }

  private static Tile placed(List<Tile> tiles, Tile tile) {
    int below = tiles.stream().mapToInt(t -> t.y() + t.h()).max().orElse(0);
    for (int row = 0; row < below; row++) {
      for (int column = 0; column + tile.w() <= COLUMNS; column++) {
        Tile there = tile.at(column, row);
        if (tiles.stream().noneMatch(there::overlaps)) {
          return there;
        }
      }
    }
    return tile.at(0, below);
  }

  static boolean holds(Tile tile) {
    return tile.x() >= 0
        && tile.y() >= 0
        && tile.w() >= 1
        && tile.h() >= 1
        && tile.x() + tile.w() <= COLUMNS
        && (long) tile.y() + tile.h() <= MOST_ROWS;
  }
}
