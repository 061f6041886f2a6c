package io.mingshu.semantic.engine.druid;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which broker is asked, how often, and when none is asked at all. */
final class Brokers {
  private static final int TRIES = 3;
  private static final long BACKOFF_MILLIS = 200;
  private static final Duration REST = Duration.ofSeconds(5);

  private final List<CircuitBreaker> breakers;
  private final List<URI> addresses;
  private volatile int preferred;

  Brokers(List<URI> addresses) {
    this(addresses, REST);
  }

  /**
   * @param rest how long a broker is left alone that failed several times in a row
   */
  Brokers(List<URI> addresses, Duration rest) {
    CircuitBreakerConfig breaker =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(5)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(100)
            .waitDurationInOpenState(rest)
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
    this.addresses = addresses;
    this.breakers = addresses.stream().map(a -> CircuitBreaker.of(a.toString(), breaker)).toList();
  }

  /**
   * Asks the broker that answered last, and others when it does not.
   *
   * @param question throws {@link Refusal} where the broker is to blame
   */
  <T> T ask(Call call, Function<URI, T> question) {
    int first = preferred;
    @Nullable Refusal last = null;
    for (int tried = 0; tried < TRIES; tried++) {
      if (tried >= addresses.size()) {
        if (breakers.stream().allMatch(b -> b.getState() == CircuitBreaker.State.OPEN)) {
          break;
        }
        pause(call, tried);
      }
      call.requireGoingOn();
      Optional<Integer> next = permitted(first + tried);
      if (next.isEmpty()) {
        break;
      }
      try {
        return one(next.get(), question);
      } catch (Refusal refusal) {
        last = refusal;
        if (!refusal.kind().again() || call.deadline().millisLeft() == 0) {
          break;
        }
      }
    }
    throw last == null ? DruidErrors.resting(addresses) : last.meaning();
  }

  /** The next one in turn whose breaker lets a question through. */
  private Optional<Integer> permitted(int from) {
    for (int i = 0; i < addresses.size(); i++) {
      int index = (from + i) % addresses.size();
      if (breakers.get(index).tryAcquirePermission()) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  private <T> T one(int index, Function<URI, T> question) {
    CircuitBreaker breaker = breakers.get(index);
    long start = System.nanoTime();
    try {
      T answer = question.apply(addresses.get(index));
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      preferred = index;
      return answer;
    } catch (Refusal refusal) {
      if (refusal.kind().failing()) {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, refusal);
      } else {
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
      throw refusal;
    } catch (MingshuException answered) {
      if (answered.code() == ErrorCode.QUERY_CANCELLED) {
        // It says nothing about the broker.
        breaker.releasePermission();
      } else {
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
      throw answered;
    } catch (DruidErrors.UnknownName answered) {
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      throw answered;
    } catch (RuntimeException | Error fault) {
      breaker.releasePermission();
      throw fault;
    }
  }

  private static void pause(Call call, int tried) {
    long most = BACKOFF_MILLIS << Math.min(tried - 1, 4);
    long millis =
        Math.min(
            ThreadLocalRandom.current().nextLong(most / 2, most + 1), call.deadline().millisLeft());
    CompletableFuture<@Nullable Void> rested =
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    try {
      call.waitFor(rested, millis + 1_000, () -> DruidErrors.timeout(call.deadline()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
