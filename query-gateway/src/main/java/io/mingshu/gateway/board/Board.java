package io.mingshu.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshu.gateway.answer.Json;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.KeptBoard;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A board, as the API writes it.
 *
 * @param version grows with every change
 * @param refreshSeconds how often the page asks anew; 0: only when it is opened
 * @param period what takes the place of every tile's own period
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Board(
    String id,
    String title,
    int version,
    int refreshSeconds,
    Optional<Period> period,
    List<Tile> tiles) {
  public static final int LONGEST_TITLE = 80;
  public static final int MOST_TILES = 40;

  private static final int LONGEST_QUERY = 16 * 1024;
  private static final int SOONEST_REFRESH = 10;
  private static final int LATEST_REFRESH = 24 * 60 * 60;
  private static final Pattern TILE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public Board {
    tiles = List.copyOf(tiles);
  }

  /** What the store has no columns for. */
  private record Content(int refreshSeconds, Optional<Period> period, List<Tile> tiles) {}

  /** A new board. */
  public static Board empty(String id, String title) {
    return new Board(id, title, 1, 0, Optional.empty(), List.of());
  }

  /** The same with one tile more, at a free place. */
  public Board with(Tile tile) {
    return new Board(id, title, version, refreshSeconds, period, Grid.with(tiles, tile));
  }

  /** The same as the version that follows. */
  public Board next() {
    return new Board(id, title, version + 1, refreshSeconds, period, tiles);
  }

  public Optional<Tile> tile(String tileId) {
    return tiles.stream().filter(tile -> tile.id().equals(tileId)).findFirst();
  }

  /**
   * Lets nothing pass that the page could not show.
   *
   * @throws MingshuException with {@code INVALID_REQUEST} or {@code TOO_MANY_KEPT}
   */
  public void requireSound() {
    if (tiles.size() > MOST_TILES) {
      throw new MingshuException(
          ErrorCode.TOO_MANY_KEPT,
          new Text(
              "一个看板至多 " + MOST_TILES + " 个图块", "A board has " + MOST_TILES + " tiles at most"));
    }
    if (refreshSeconds != 0
        && (refreshSeconds < SOONEST_REFRESH || refreshSeconds > LATEST_REFRESH)) {
      throw invalid(
          "refreshSeconds 须为 0，或在 " + SOONEST_REFRESH + " 到 " + LATEST_REFRESH + " 之间",
          "refreshSeconds is 0, or lies between " + SOONEST_REFRESH + " and " + LATEST_REFRESH);
    }
    Set<String> ids = new HashSet<>();
    for (Tile tile : tiles) {
      requireSound(tile);
      if (!ids.add(tile.id())) {
        throw invalid("图块的 id 重复：" + tile.id(), "Two tiles have the id " + tile.id());
      }
    }
  }

  private static void requireSound(Tile tile) {
    if (!TILE_ID.matcher(tile.id()).matches()) {
      throw invalid(
          "图块的 id 只能含字母、数字、- 和 _，至多 64 个",
          "The id of a tile has at most 64 letters, digits, - and _");
    }
    if (tile.title().isBlank()
        || tile.title().codePointCount(0, tile.title().length()) > LONGEST_TITLE) {
      throw invalid(
          "图块的 title 须有 1 到 " + LONGEST_TITLE + " 个字",
          "The title of a tile has 1 to " + LONGEST_TITLE + " characters");
    }
    if (!Grid.holds(tile)) {
      throw invalid(
          "图块 " + tile.id() + " 不在 " + Grid.COLUMNS + " 列的网格里",
          "The tile " + tile.id() + " is not on the grid of " + Grid.COLUMNS + " columns");
    }
    if (!tile.query().isObject() || tile.query().toString().length() > LONGEST_QUERY) {
      throw invalid(
          "图块 " + tile.id() + " 的 query 须是一个至多 16 KB 的查询",
          "The query of the tile " + tile.id() + " is an object of 16 KB at most");
    }
  }

  private static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_REQUEST, new Text(zh, en));
  }

  /** For the store. */
  public KeptBoard kept(Instant now) {
    try {
      String content = Json.mapper().writeValueAsString(new Content(refreshSeconds, period, tiles));
      return new KeptBoard(id, title, version, now, tiles.size(), content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it was kept. */
  public static Board of(KeptBoard kept) {
    try {
      Content content = Json.mapper().readValue(kept.content(), Content.class);
      return new Board(
          kept.id(),
          kept.title(),
          kept.version(),
          content.refreshSeconds(),
          content.period(),
          content.tiles());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("board " + kept.id() + " cannot be read", e);
    }
  }
}
