package io.mingshu.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What people say about the answers of a catalog, whichever gateway they say it to. It is the
 * catalog owner's to read, and nobody is named in it. Where it has grown too large, the older half
 * goes. Thread-safe.
 */
public final class FeedbackLog {
  private static final String ADD =
      """
      INSERT INTO feedback (catalog, id, said_at, size, content)
      VALUES (:catalog, :id, :at, :size, :content)
      """;

  private static final String MEASURE =
      "SELECT COUNT(*) AS number, COALESCE(SUM(size), 0) AS bytes FROM feedback"
          + " WHERE catalog = :catalog";

  private static final String DROP =
      """
      DELETE FROM feedback WHERE catalog = :catalog AND id IN (
        SELECT id FROM feedback WHERE catalog = :catalog ORDER BY said_at, id LIMIT :older)
      """;

  private static final String READ =
      "SELECT said_at, content FROM feedback WHERE catalog = :catalog ORDER BY said_at, id";

  private final Database database;
  private final StateLimits limits;

  FeedbackLog(Database database, StateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  private record Extent(int number, long bytes) {}

  public void add(String catalog, String id, KeptFeedback feedback) {
    String content = Kept.text(feedback.content());
    database.change(
        handle -> {
          handle
              .createUpdate(ADD)
              .bind("catalog", catalog)
              .bind("id", id)
              .bind("at", Kept.moment(feedback.saidAt()))
              .bind("size", content.getBytes(StandardCharsets.UTF_8).length)
              .bind("content", content)
              .execute();
          return keepWithinLimits(handle, catalog);
        });
  }

  private int keepWithinLimits(Handle handle, String catalog) {
    Extent extent =
        handle
            .createQuery(MEASURE)
            .bind("catalog", catalog)
            .map((row, context) -> new Extent(row.getInt("number"), row.getLong("bytes")))
            .one();
    if (extent.number() <= limits.feedback() && extent.bytes() <= limits.feedbackBytes()) {
      return 0;
    }
    return handle
        .createUpdate(DROP)
        .bind("catalog", catalog)
        .bind("older", extent.number() / 2)
        .execute();
  }

  /** All of it, oldest first. */
  public List<KeptFeedback> read(String catalog) {
    return database.read(
        handle ->
            handle
                .createQuery(READ)
                .bind("catalog", catalog)
                .map(
                    (row, context) ->
                        new KeptFeedback(
                            Kept.moment(row.getLong("said_at")), row.getString("content")))
                .list());
  }
}
