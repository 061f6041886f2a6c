package io.mingshu.state;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * Threads, boards, links and feedback in a database. Everything that it does ends within a few
 * seconds: where the database does not answer, with {@code STATE_UNAVAILABLE}. Thread-safe; several
 * processes may use one store at the same time.
 */
public final class StateStore implements AutoCloseable {
  private static final String PROBE = "SELECT COUNT(*) FROM boards WHERE catalog = ''";

  private final StateLocation location;
  private final HikariDataSource pool;
  private final Database database;
  private final Threads threads;
  private final Boards boards;
  private final Links links;
  private final FeedbackLog feedback;
  private final Rejections rejections;

  private StateStore(StateLocation location, HikariDataSource pool, StateLimits limits) {
    this.location = location;
    this.pool = pool;
    this.database = new Database(Jdbi.create(pool), location);
    this.threads = new Threads(database, limits);
    this.boards = new Boards(database, limits);
    this.links = new Links(database, limits);
    this.feedback = new FeedbackLog(database, limits);
    this.rejections = new Rejections(database);
  }

  /** Opens a store with the usual bounds. */
  public static StateStore open(StateLocation location) {
    return open(location, StateLimits.DEFAULT);
  }

  /**
   * Opens a store, making or updating its tables.
   *
   * @throws MingshuException with {@code STATE_UNAVAILABLE} or {@code STATE_UNREADABLE}
   */
  public static StateStore open(StateLocation location, StateLimits limits) {
    HikariDataSource pool;
    try {
      pool = ConnectionPool.over(location);
    } catch (PoolInitializationException | IOException e) {
      throw StateFailure.atStart(location, e);
    }
    try {
      Schema.migrate(pool, location);
      return new StateStore(location, pool, limits);
    } catch (MingshuException e) {
      pool.close();
      throw e;
    } catch (FlywayException e) {
      pool.close();
      throw Schema.isAboutContent(e)
          ? StateFailure.unreadable(
              location.shown(), "里面是别的数据", "it holds the tables of something else", e)
          : StateFailure.atStart(location, e);
    }
  }

  /** A store that ends with the process. */
  public static StateStore inMemory() {
    return open(new StateLocation.InMemory());
  }

  public Threads threads() {
    return threads;
  }

  public Boards boards() {
    return boards;
  }

  public Links links() {
    return links;
  }

  public FeedbackLog feedback() {
    return feedback;
  }

  public Rejections rejections() {
    return rejections;
  }

  /** Where it is, for people. */
  public String place() {
    return location.shown();
  }

  /** Whether it can be used now. */
  public boolean answers() {
    try {
      return database.read(handle -> handle.createQuery(PROBE).mapTo(Integer.class).one()) >= 0;
    } catch (MingshuException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
