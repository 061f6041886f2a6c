package io.mingshu.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.board.Board;
import io.mingshu.gateway.board.ReadyMade;
import io.mingshu.gateway.board.Tile;
import io.mingshu.semantic.catalog.BoardTemplate;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.BoardSummary;
import io.mingshu.state.Boards;
import io.mingshu.state.KeptBoard;
import io.mingshu.state.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Boards: read and written as a whole, over the version that was read. */
final class BoardHandlers {
  private static final int MAX_BYTES = 1024 * 1024;

  /** So often a tile is pinned anew where somebody else changes the board at the same time. */
  private static final int ATTEMPTS = 5;

  private final Served served;
  private final Requests requests;
  private final Boards boards;
  private final Owner owner;

  BoardHandlers(Served served, Requests requests, Boards boards, Owner owner) {
    this.served = served;
    this.requests = requests;
    this.boards = boards;
    this.owner = owner;
  }

  /** The reply of {@code GET /api/v1/boards}. */
  record BoardList(List<BoardSummary> boards, List<TemplateShown> templates) {}

  record TemplateShown(String name, Text title, Text description) {
    static TemplateShown of(BoardTemplate template) {
      return new TemplateShown(template.name(), template.title(), template.description());
    }
  }

  /** The body of {@code POST /api/v1/boards}: a title or a template. */
  record NewBody(@Nullable String title, @Nullable String template, @Nullable String lang) {}

  /**
   * The body of {@code PUT /api/v1/boards/{id}}: the board as it was read, changed.
   *
   * @param tiles no list, because a list that is left out is read as an empty one
   */
  record BoardBody(
      @Nullable String id,
      @Nullable String title,
      @Nullable Integer version,
      @Nullable Integer refreshSeconds,
      @Nullable Period period,
      @Nullable Collection<TileBody> tiles) {}

  record TileBody(
      @Nullable String id,
      @Nullable String title,
      @Nullable JsonNode query,
      ChartSpec.@Nullable Type chart,
      @Nullable Integer x,
      @Nullable Integer y,
      @Nullable Integer w,
      @Nullable Integer h) {}

  /** The body of {@code POST /api/v1/boards/{id}/tiles}. */
  record PinBody(
      @Nullable String title, @Nullable JsonNode query, ChartSpec.@Nullable Type chart) {}

  void list(Context ctx) {
    JsonReply.send(
        ctx,
        new BoardList(
            boards.list(owner),
            served.now().answering().layer().catalog().boards().stream()
                .map(TemplateShown::of)
                .toList()));
  }

  void create(Context ctx) {
    NewBody body = Body.read(ctx, NewBody.class);
    Optional<Language> language = requests.language(ctx, body.lang());
    if ((body.title() == null) == (body.template() == null)) {
      throw Requests.invalid("须有 title 或 template 之一", "Either title or template is needed");
    }
    String id = RandomId.next();
    Board board =
        body.template() == null
            ? Board.empty(id, Titles.required(body.title(), Board.LONGEST_TITLE))
            : new ReadyMade(served.now().answering())
                .of(
                    body.template(),
                    id,
                    language.orElseGet(() -> Exchange.language(ctx)),
                    requests.moment(null));
    boards.add(owner, board.kept(Instant.now()));
    ctx.status(201);
    JsonReply.send(ctx, board);
  }

  void read(Context ctx) {
    JsonReply.send(ctx, board(ctx.pathParam("id")));
  }

  void write(Context ctx) {
    BoardBody body = Body.read(ctx, BoardBody.class, MAX_BYTES);
    Board before = board(ctx.pathParam("id"));
    if (body.version() == null || body.tiles() == null) {
      throw Requests.invalid("须有 version 和 tiles", "version and tiles are needed");
    }
    Board board =
        new Board(
                before.id(),
                Titles.required(body.title(), Board.LONGEST_TITLE),
                body.version(),
                body.refreshSeconds() == null ? 0 : body.refreshSeconds(),
                Optional.ofNullable(body.period()),
                body.tiles().stream().map(BoardHandlers::tile).toList())
            .next();
    board.requireSound();
    requireAnswerable(board, before);
    if (!boards.replace(owner, board.kept(Instant.now()))) {
      throw new MingshuException(
          ErrorCode.STALE_BOARD,
          new Text(
              "看板已在别处改过；请重新打开后再改",
              "The board was changed elsewhere; read it again before you change it"));
    }
    JsonReply.send(ctx, board);
  }

  void delete(Context ctx) {
    if (!boards.delete(owner, ctx.pathParam("id"))) {
      throw unknown();
    }
    ctx.header("Cache-Control", "no-store").status(204);
  }

  void pin(Context ctx) {
    PinBody body = Body.read(ctx, PinBody.class);
    JsonNode query = body.query();
    if (query == null) {
      throw Requests.invalid("缺少 query", "query is missing");
    }
    String title = Titles.required(body.title(), Board.LONGEST_TITLE);
    CheckedQuery.of(query, served.now().answering());
    Tile tile =
        new Tile(
            RandomId.next(),
            title,
            query,
            Optional.ofNullable(body.chart()),
            0,
            0,
            Tile.USUAL_WIDTH,
            Tile.USUAL_HEIGHT);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Board board = board(ctx.pathParam("id")).with(tile).next();
      board.requireSound();
      if (boards.replace(owner, board.kept(Instant.now()))) {
        ctx.status(201);
        JsonReply.send(ctx, board);
        return;
      }
    }
    throw new MingshuException(
        ErrorCode.STALE_BOARD,
        new Text("看板正被别人频繁修改；请再试一次", "The board is being changed by others; try again"));
  }

  /** What is new must have an answer; a tile whose metric is gone may still be moved. */
  private void requireAnswerable(Board board, Board before) {
    Answering answering = served.now().answering();
    for (Tile tile : board.tiles()) {
      boolean known =
          before.tile(tile.id()).filter(kept -> kept.query().equals(tile.query())).isPresent();
      if (!known) {
        CheckedQuery.of(tile.query(), answering);
      }
    }
  }

  private Board board(String id) {
    KeptBoard kept = boards.read(owner, id).orElseThrow(BoardHandlers::unknown);
    return Board.of(kept);
  }

  private static Tile tile(TileBody body) {
    JsonNode query = body.query();
    if (body.id() == null
        || body.title() == null
        || query == null
        || body.x() == null
        || body.y() == null
        || body.w() == null
        || body.h() == null) {
      throw Requests.invalid(
          "图块须有 id、title、query、x、y、w 和 h", "A tile has id, title, query, x, y, w and h");
    }
    return new Tile(
        body.id(),
        body.title(),
        query,
        Optional.ofNullable(body.chart()),
        body.x(),
        body.y(),
        body.w(),
        body.h());
  }

  private static MingshuException unknown() {
    return new MingshuException(ErrorCode.NOT_FOUND, new Text("没有这个看板", "There is no such board"));
  }
}
