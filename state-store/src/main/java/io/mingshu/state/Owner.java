package io.mingshu.state;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * Whose something is.
 *
 * @param catalog the name of the catalog that it is about: one store may serve several
 * @param name of the principal
 */
public record Owner(String catalog, String name) {

  /** A query of what is the owner's: {@code :catalog} and {@code :owner} are bound. */
  Query query(Handle handle, String sql) {
    return handle.createQuery(sql).bind("catalog", catalog).bind("owner", name);
  }

  /** A change of what is the owner's, bound likewise. */
  Update update(Handle handle, String sql) {
    return handle.createUpdate(sql).bind("catalog", catalog).bind("owner", name);
  }
}
