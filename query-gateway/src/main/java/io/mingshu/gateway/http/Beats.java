package io.mingshu.gateway.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Keeps time for streams that have nothing to say at the moment. Thread-safe. */
final class Beats implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final int THREADS = 2;

  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "stream-beat");
            thread.setDaemon(true);
            return thread;
          });

  /** Does it until the result is cancelled. */
  ScheduledFuture<?> each(Runnable beat) {
    return clock.scheduleWithFixedDelay(
        beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
