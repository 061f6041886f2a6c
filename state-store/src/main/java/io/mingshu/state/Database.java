package io.mingshu.state;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs statements for a short time only. A database that has failed is left alone for some seconds,
 * so that nobody waits for it with each question. Thread-safe.
 */
final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final Jdbi jdbi;
  private final StateLocation location;
  private final CircuitBreaker breaker;

  Database(Jdbi jdbi, StateLocation location) {
    this.jdbi = jdbi;
    this.location = location;
    jdbi.getConfig(SqlStatements.class)
        .setQueryTimeout(Math.toIntExact(ConnectionPool.PATIENCE.toSeconds()));
    this.breaker =
        CircuitBreaker.of(
            "state",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(2)
                .minimumNumberOfCalls(2)
                .failureRateThreshold(100)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreExceptions(MingshuException.class)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.warn(
                    "state store {}: {}", location.shown(), event.getStateTransition().name()));
  }

  /** Work on a connection that gives something back. */
  interface Work<T> {
    T on(Handle handle);
  }

  /**
   * Reads.
   *
   * @throws MingshuException with {@code STATE_UNAVAILABLE}
   */
  <T> T read(Work<T> work) {
    return guarded(() -> jdbi.withHandle(work::on));
  }

  /**
   * Changes all of it or nothing.
   *
   * @throws MingshuException with {@code STATE_UNAVAILABLE}
   */
  <T> T change(Work<T> work) {
    return guarded(() -> jdbi.inTransaction(work::on));
  }

  private <T> T guarded(Supplier<T> call) {
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      throw StateFailure.unavailable(location, e);
    } catch (JdbiException e) {
      LOG.warn("state store {}: {}", location.shown(), StateFailure.reason(e));
      throw StateFailure.unavailable(location, e);
    }
  }
}
