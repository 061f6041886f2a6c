package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.thread.ThreadShown;
import io.mingshu.gateway.thread.Turns;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.Owner;
import io.mingshu.state.Threads;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been asked before. */
final class ThreadHandlers {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** So long after the limit of a query its answer is still written down. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Served served;
  private final Threads threads;
  private final Owner owner;
  private final Duration answeredWithin;

  /**
   * @param queryTimeout how long a query may take
   */
  ThreadHandlers(Served served, Threads threads, Owner owner, Duration queryTimeout) {
    this.served = served;
    this.threads = threads;
    this.owner = owner;
    this.answeredWithin = queryTimeout.plus(MARGIN);
  }

  /** The body of {@code PATCH /api/v1/threads/{id}}. */
  record TitleBody(@Nullable String title) {}

  void list(Context ctx) {
    JsonReply.send(
        ctx,
        new ThreadShown.Summaries(
            threads.list(owner, limit(ctx.queryParam("limit")), before(ctx.queryParam("before")))));
  }

  void read(Context ctx) {
    JsonReply.send(
        ctx,
        threads
            .read(owner, ctx.pathParam("id"))
            .map(
                thread ->
                    ThreadShown.of(
                        thread,
                        served.now().answering().layer().catalog().zone(),
                        Instant.now().minus(answeredWithin)))
            .orElseThrow(ThreadHandlers::unknown));
  }

  void rename(Context ctx) {
    String title = Titles.required(Body.read(ctx, TitleBody.class).title(), Turns.LONGEST_TITLE);
    requireFound(threads.rename(owner, ctx.pathParam("id"), title));
    ctx.header("Cache-Control", "no-store").status(204);
  }

  void delete(Context ctx) {
    requireFound(threads.delete(owner, ctx.pathParam("id")));
    ctx.header("Cache-Control", "no-store").status(204);
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL;
    }
    try {
      int asked = Integer.parseInt(limit);
      if (asked >= 1 && asked <= MOST) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Requests.invalid("limit 须在 1 到 " + MOST + " 之间", "limit lies between 1 and " + MOST);
  }

  private static Optional<Instant> before(@Nullable String before) {
    if (before == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(before).toInstant());
    } catch (DateTimeParseException e) {
      throw Requests.invalid("before 须是列表里的一个 updatedAt", "before is an updatedAt of the list");
    }
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw unknown();
    }
  }

  private static MingshuException unknown() {
    return new MingshuException(ErrorCode.NOT_FOUND, new Text("没有这个会话", "There is no such thread"));
  }
}
