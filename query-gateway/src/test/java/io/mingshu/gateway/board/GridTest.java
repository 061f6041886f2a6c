package io.mingshu.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void aTileFindsTheFirstFreePlace() {
    List<Tile> board = List.of();
    board = Grid.with(board, tile(3, 3));
    board = Grid.with(board, tile(3, 3));
    board = Grid.with(board, tile(8, 4));
    board = Grid.with(board, tile(4, 2));
    board = Grid.with(board, tile(12, 1));
    board = Grid.with(board, tile(6, 3));

    assertThat(board)
        .extracting(tile -> tile.x() + "," + tile.y())
        .containsExactly("0,0", "3,0", "0,3", "6,0", "0,7", "0,8");
    for (Tile tile : board) {
      assertThat(board.stream().filter(tile::overlaps)).containsExactly(tile);
      assertThat(Grid.holds(tile)).isTrue();
    }
  }

  private static Tile tile(int w, int h) {
    return new Tile("t", "t", JsonNodeFactory.instance.objectNode(), Optional.empty(), 0, 0, w, h);
  }
}
