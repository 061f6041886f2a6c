package io.mingshu.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What people share: a link is known by its id alone, and whoever has the id may open it. Of too
 * many, those go that were not opened for longest. Thread-safe.
 */
public final class Links {
  private static final String ADD =
      """
      INSERT INTO links (catalog, id, owner, created_at, used_at, content)
      VALUES (:catalog, :id, :owner, :at, :at, :content)
      """;

  private static final String DROP =
      """
      DELETE FROM links WHERE catalog = :catalog AND id IN (
        SELECT id FROM links WHERE catalog = :catalog AND owner = :owner
        ORDER BY used_at DESC, id LIMIT 1000000 OFFSET :most)
      """;

  private static final String OPEN =
      """
      UPDATE links SET used_at = :at WHERE catalog = :catalog AND id = :id
      RETURNING created_at, content
      """;

  private final Database database;
  private final StateLimits limits;

  Links(Database database, StateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  public void add(Owner owner, String id, KeptLink link) {
    database.change(
        handle -> {
          owner
              .update(handle, ADD)
              .bind("id", id)
              .bind("at", Kept.moment(link.createdAt()))
              .bind("content", link.content())
              .execute();
          return owner.update(handle, DROP).bind("most", limits.links()).execute();
        });
  }

  /** What a link leads to, noting that it was opened. */
  public Optional<KeptLink> open(String catalog, String id, Instant now) {
    return database.change(
        handle ->
            handle
                .createQuery(OPEN)
                .bind("catalog", catalog)
                .bind("id", id)
                .bind("at", Kept.moment(now))
                .map(
                    (row, context) ->
                        new KeptLink(
                            Kept.moment(row.getLong("created_at")), row.getString("content")))
                .findOne());
  }
}
