package io.mingshu.state;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * What people have asked. A question is written down before it is answered, so that it is there
 * whatever becomes of the process. Thread-safe.
 */
public final class Threads {
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private static final String BEGIN =
      """
      INSERT INTO threads (catalog, id, owner, title, updated_at, last_turn)
      VALUES (:catalog, :id, :owner, :title, :at, 1)
      ON CONFLICT (catalog, id) DO UPDATE
      SET updated_at = :at, last_turn = threads.last_turn + 1
      WHERE threads.owner = :owner
      RETURNING last_turn, dialogue
      """;

  private static final String ADD_TURN =
      """
      INSERT INTO turns
        (catalog, thread, number, question, asked_at, as_of, language, status, words)
      VALUES (:catalog, :id, :number, :question, :at, :asOf, :language, :status, '')
      """;

  private static final String DROP_TURNS =
      "DELETE FROM turns WHERE catalog = :catalog AND thread = :id AND number <= :last";

  private static final String DROP_THREADS =
      """
      DELETE FROM threads WHERE catalog = :catalog AND id IN (
        SELECT id FROM threads WHERE catalog = :catalog AND owner = :owner
        ORDER BY updated_at DESC, id LIMIT 1000000 OFFSET :most)
      """;

  private static final String DROP_OLD = "DELETE FROM threads WHERE updated_at < :before";

  private static final String SETTLE_TURN =
      """
      UPDATE turns
      SET language = :language, status = :status, words = :words, query = :query,
        reading = :reading, trace = :trace, choices = :choices
      WHERE catalog = :catalog AND thread = :id AND number = :number
        AND EXISTS (SELECT 1 FROM threads
                    WHERE catalog = :catalog AND id = :id AND owner = :owner)
      """;

  private static final String SETTLE_THREAD =
      """
      UPDATE threads SET dialogue = COALESCE(:dialogue, dialogue)
      WHERE catalog = :catalog AND id = :id AND owner = :owner
      """;

  private static final String LIST =
      """
      SELECT id, title, updated_at,
        (SELECT COUNT(*) FROM turns
         WHERE turns.catalog = threads.catalog AND turns.thread = threads.id) AS turns
      FROM threads
      WHERE catalog = :catalog AND owner = :owner AND updated_at < :before
      ORDER BY updated_at DESC, id LIMIT :limit
      """;

  private static final String READ =
      """
      SELECT id, title, updated_at FROM threads
      WHERE catalog = :catalog AND id = :id AND owner = :owner
      """;

  private static final String READ_TURNS =
      """
      SELECT number, question, asked_at, as_of, language, status, words, query, reading
      FROM turns WHERE catalog = :catalog AND thread = :id ORDER BY number
      """;

  private static final String REFERRED_TO =
      """
      SELECT question, as_of, query, choices FROM turns
      WHERE catalog = :catalog AND trace = :trace
        AND EXISTS (SELECT 1 FROM threads
                    WHERE catalog = turns.catalog AND id = turns.thread AND owner = :owner)
      """;

  private static final String RENAME =
      "UPDATE threads SET title = :title WHERE catalog = :catalog AND id = :id AND owner = :owner";

  private static final String DELETE =
      "DELETE FROM threads WHERE catalog = :catalog AND id = :id AND owner = :owner";

  private final Database database;
  private final StateLimits limits;
  private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);

  Threads(Database database, StateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Writes a question down, in a thread that begins with it or goes on.
   *
   * @throws MingshuException with {@code NOT_FOUND} where the thread is somebody else's
   */
  public KeptThread.Begun begin(Owner owner, String id, KeptThread.Question question) {
    return database.change(
        handle -> {
          KeptThread.Begun begun =
              owner
                  .query(handle, BEGIN)
                  .bind("id", id)
                  .bind("title", Kept.text(question.title()))
                  .bind("at", Kept.moment(question.askedAt()))
                  .map(
                      (row, context) ->
                          new KeptThread.Begun(
                              row.getInt("last_turn"),
                              Optional.ofNullable(row.getString("dialogue"))))
                  .findOne()
                  .orElseThrow(Threads::foreign);
          handle
              .createUpdate(ADD_TURN)
              .bind("catalog", owner.catalog())
              .bind("id", id)
              .bind("number", begun.number())
              .bind("question", Kept.text(question.text()))
              .bind("at", Kept.moment(question.askedAt()))
              .bind("asOf", Kept.moment(question.asOf()))
              .bind("language", question.language())
              .bind("status", question.status())
              .execute();
          keepWithinLimits(handle, owner, id, begun.number(), question.askedAt());
          return begun;
        });
  }

  private void keepWithinLimits(Handle handle, Owner owner, String id, int number, Instant now) {
    if (number > limits.turns()) {
      handle
          .createUpdate(DROP_TURNS)
          .bind("catalog", owner.catalog())
          .bind("id", id)
          .bind("last", number - limits.turns())
          .execute();
    }
    if (number == 1) {
      owner.update(handle, DROP_THREADS).bind("most", limits.threads()).execute();
    }
    long due = nextSweep.get();
    if (Kept.moment(now) >= due
        && nextSweep.compareAndSet(due, Kept.moment(now.plus(BETWEEN_SWEEPS)))) {
      handle.createUpdate(DROP_OLD).bind("before", Kept.moment(now.minus(limits.kept()))).execute();
    }
  }

  /** Writes down what became of a question; nothing where its thread is gone. */
  public void settle(Owner owner, String id, int number, KeptThread.Outcome outcome) {
    database.change(
        handle -> {
          owner
              .update(handle, SETTLE_TURN)
              .bind("id", id)
              .bind("number", number)
              .bind("language", outcome.language())
              .bind("status", outcome.status())
              .bind("words", Kept.text(outcome.words()))
              .bind("query", outcome.query())
              .bind("reading", outcome.reading().map(Kept::text))
              .bind("trace", outcome.trace())
              .bind("choices", outcome.choices().map(Kept::text))
              .execute();
          return owner
              .update(handle, SETTLE_THREAD)
              .bind("id", id)
              .bind("dialogue", outcome.dialogue())
              .execute();
        });
  }

  /** Threads, the last one first. */
  public List<ThreadSummary> list(Owner owner, int limit, Optional<Instant> before) {
    return database.read(
        handle ->
            owner
                .query(handle, LIST)
                .bind("before", before.map(Kept::moment).orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new ThreadSummary(
                            row.getString("id"),
                            row.getString("title"),
                            Kept.moment(row.getLong("updated_at")),
                            row.getInt("turns")))
                .list());
  }

  public Optional<KeptThread> read(Owner owner, String id) {
    return database.read(
        handle ->
            owner
                .query(handle, READ)
                .bind("id", id)
                .map(
                    (row, context) ->
                        new KeptThread(
                            row.getString("id"),
                            row.getString("title"),
                            Kept.moment(row.getLong("updated_at")),
                            List.of()))
                .findOne()
                .map(
                    thread ->
                        new KeptThread(
                            thread.id(),
                            thread.title(),
                            thread.updatedAt(),
                            turns(handle, owner, id))));
  }

  private static List<KeptThread.Turn> turns(Handle handle, Owner owner, String id) {
    return handle
        .createQuery(READ_TURNS)
        .bind("catalog", owner.catalog())
        .bind("id", id)
        .map((row, context) -> turn(row))
        .list();
  }

  private static KeptThread.Turn turn(ResultSet row) throws SQLException {
    return new KeptThread.Turn(
        row.getInt("number"),
        row.getString("question"),
        Kept.moment(row.getLong("asked_at")),
        Kept.moment(row.getLong("as_of")),
        row.getString("language"),
        row.getString("status"),
        row.getString("words"),
        Optional.ofNullable(row.getString("query")),
        Optional.ofNullable(row.getString("reading")));
  }

  /** What became of a question, by its trace. */
  public Optional<KeptThread.Asking> asking(Owner owner, String trace) {
    return database.read(
        handle ->
            owner
                .query(handle, REFERRED_TO)
                .bind("trace", Kept.text(trace))
                .map(
                    (row, context) ->
                        new KeptThread.Asking(
                            row.getString("question"),
                            Kept.moment(row.getLong("as_of")),
                            Optional.ofNullable(row.getString("query")),
                            Optional.ofNullable(row.getString("choices"))))
                .findFirst());
  }

  /** Whether there is such a thread. */
  public boolean rename(Owner owner, String id, String title) {
    return database.change(
        handle ->
            owner.update(handle, RENAME).bind("id", id).bind("title", Kept.text(title)).execute()
                > 0);
  }

  /** Whether there was such a thread. */
  public boolean delete(Owner owner, String id) {
    return database.change(handle -> owner.update(handle, DELETE).bind("id", id).execute() > 0);
  }

  private static MingshuException foreign() {
    return new MingshuException(ErrorCode.NOT_FOUND, new Text("没有这个会话", "There is no such thread"));
  }
}
