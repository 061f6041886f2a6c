package io.mingshu.state;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Arranged answers. Thread-safe. */
public final class Boards {
  private static final String LIST =
      """
      SELECT id, title, updated_at, tiles FROM boards
      WHERE catalog = :catalog AND owner = :owner ORDER BY updated_at DESC, id
      """;

  private static final String ADD =
      """
      INSERT INTO boards (catalog, id, owner, title, version, updated_at, tiles, content)
      SELECT :catalog, :id, :owner, :title, :version, :at, :tiles, :content
      WHERE (SELECT COUNT(*) FROM boards WHERE catalog = :catalog AND owner = :owner) < :most
      """;

  private static final String READ =
      """
      SELECT id, title, version, updated_at, tiles, content FROM boards
      WHERE catalog = :catalog AND id = :id AND owner = :owner
      """;

  private static final String REPLACE =
      """
      UPDATE boards
      SET title = :title, version = :version, updated_at = :at, tiles = :tiles, content = :content
      WHERE catalog = :catalog AND id = :id AND owner = :owner AND version = :version - 1
      """;

  private static final String DELETE =
      "DELETE FROM boards WHERE catalog = :catalog AND id = :id AND owner = :owner";

  private final Database database;
  private final StateLimits limits;

  Boards(Database database, StateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /** Boards, the last changed first. */
  public List<BoardSummary> list(Owner owner) {
    return database.read(
        handle ->
            owner
                .query(handle, LIST)
                .map(
                    (row, context) ->
                        new BoardSummary(
                            row.getString("id"),
                            row.getString("title"),
                            Kept.moment(row.getLong("updated_at")),
                            row.getInt("tiles")))
                .list());
  }

  /**
   * Keeps a new board.
   *
   * @throws MingshuException with {@code TOO_MANY_KEPT}
   */
  public void add(Owner owner, KeptBoard board) {
    int added =
        database.change(
            handle ->
                bound(owner.update(handle, ADD), board).bind("most", limits.boards()).execute());
    if (added == 0) {
      throw new MingshuException(
          ErrorCode.TOO_MANY_KEPT,
          new Text(
              "看板已有 " + limits.boards() + " 个，请先删掉一个",
              "There are " + limits.boards() + " boards already; delete one first"));
    }
  }

  public Optional<KeptBoard> read(Owner owner, String id) {
    return database.read(
        handle ->
            owner
                .query(handle, READ)
                .bind("id", id)
                .map(
                    (row, context) ->
                        new KeptBoard(
                            row.getString("id"),
                            row.getString("title"),
                            row.getInt("version"),
                            Kept.moment(row.getLong("updated_at")),
                            row.getInt("tiles"),
                            row.getString("content")))
                .findOne());
  }

  /**
   * Puts a board in the place of its version before; whether that was still there. Not so where it
   * is gone, or has been changed since.
   */
  public boolean replace(Owner owner, KeptBoard board) {
    return database.change(handle -> bound(owner.update(handle, REPLACE), board).execute() > 0);
  }

  /** Whether there was such a board. */
  public boolean delete(Owner owner, String id) {
    return database.change(handle -> owner.update(handle, DELETE).bind("id", id).execute() > 0);
  }

  private static Update bound(Update update, KeptBoard board) {
    return update
        .bind("id", board.id())
        .bind("title", Kept.text(board.title()))
        .bind("version", board.version())
        .bind("at", Kept.moment(board.updatedAt()))
        .bind("tiles", board.tiles())
        .bind("content", board.content());
  }
}
