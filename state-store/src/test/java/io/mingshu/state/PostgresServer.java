package io.mingshu.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server in a process of its own, for all tests of a run. It refuses to be run by
 * root; then it is run in a user namespace, where root is nobody.
 */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();
  }

  private PostgresServer() {}

  /** An empty database. */
  public static StateLocation.Postgres emptyDatabase() {
    String name = "state_" + DATABASES.incrementAndGet();
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new StateLocation.Postgres(
        "jdbc:postgresql://localhost:" + Holder.SERVER.getPort() + "/" + name,
        Optional.of("postgres"),
        Optional.of("postgres"));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      server.close();
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  }));
      return server;
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException(
          "PostgreSQL does not start here. Its binaries are for Linux on x86-64; where root runs"
              + " the tests, user namespaces must be allowed (try: unshare -U true), because"
              + " PostgreSQL refuses root.",
          e);
    }
  }
}
