package io.mingshu.state;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The proposals that a catalog's owner does not want. They are kept without bound: each was named
 * by hand. Thread-safe.
 */
public final class Rejections {
  private static final String ADD =
      """
      INSERT INTO rejections (catalog, proposal, rejected_at) VALUES (:catalog, :proposal, :at)
      ON CONFLICT (catalog, proposal) DO NOTHING
      """;

  private static final String TAKE_BACK =
      "DELETE FROM rejections WHERE catalog = :catalog AND proposal = :proposal";

  private static final String READ =
      "SELECT proposal FROM rejections WHERE catalog = :catalog ORDER BY rejected_at, proposal";

  private final Database database;

  Rejections(Database database) {
    this.database = database;
  }

  public void add(String catalog, Collection<String> proposals, Instant now) {
    database.change(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(ADD);
          for (String proposal : proposals) {
            batch
                .bind("catalog", catalog)
                .bind("proposal", Kept.text(proposal))
                .bind("at", Kept.moment(now))
                .add();
          }
          return batch.execute();
        });
  }

  /** Whether it was rejected. */
  public boolean takeBack(String catalog, String proposal) {
    return database.change(
        handle ->
            handle
                    .createUpdate(TAKE_BACK)
                    .bind("catalog", catalog)
                    .bind("proposal", Kept.text(proposal))
                    .execute()
                > 0);
  }

  /** The ids of what was rejected, in that order. */
  public Set<String> read(String catalog) {
    return database.read(
        handle ->
            new LinkedHashSet<>(
                handle.createQuery(READ).bind("catalog", catalog).mapTo(String.class).list()));
  }
}
