package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question to a Druid while it is under way: whatever step it is in, it ends when it is
 * cancelled, when its thread is interrupted, and when its time is over.
 */
final class Call implements AutoCloseable {
  /** Druid keeps the time as well, and says more about it; ours is for a broker that hangs. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private enum Stop {
    CANCELLED,
    LATE
  }

  private final Deadline deadline;
  private final ScheduledFuture<?> timer;
  private @Nullable Stop stop;
  private @Nullable Runnable stepEnder;
  private boolean over;

  Call(Deadline deadline, Cancellation cancellation, ScheduledExecutorService clock) {
    this.deadline = deadline;
    this.timer =
        clock.schedule(() -> stop(Stop.LATE), millisLeftWithGrace(), TimeUnit.MILLISECONDS);
    cancellation.onCancel(this::cancel);
  }

  Deadline deadline() {
    return deadline;
  }

  long millisLeftWithGrace() {
    return deadline.millisLeft() + GRACE.toMillis();
  }

  void cancel() {
    stop(Stop.CANCELLED);
  }

  private void stop(Stop why) {
    Runnable ender;
    synchronized (this) {
      if (over || stop != null) {
        return;
      }
      stop = why;
      ender = stepEnder;
    }
    if (ender != null) {
      ender.run();
    }
  }

  /** The next step begins; {@code ender} ends it, at once where all has been stopped already. */
  void step(Runnable ender) {
    synchronized (this) {
      stepEnder = ender;
      if (stop == null) {
        return;
      }
    }
    ender.run();
  }

  /** Why it was stopped; empty while it was not. */
  synchronized Optional<MingshuException> stopped() {
    if (stop == null) {
      return Optional.empty();
    }
    return Optional.of(
        stop == Stop.CANCELLED ? DruidErrors.cancelled() : DruidErrors.timeout(deadline));
  }

  synchronized boolean isLate() {
    return stop == Stop.LATE;
  }

  /** Throws what {@link #stopped} says. */
  void requireGoingOn() {
    stopped()
        .ifPresent(
            why -> {
              throw why;
            });
  }

  /** The end of a step that is a future. */
  <T> T waitFor(CompletableFuture<T> future, long millis, Supplier<? extends RuntimeException> late)
      throws ExecutionException {
    return waitFor(future, millis, late, () -> {});
  }

  /** The same; {@code whenStopped} is run too where the step is ended from outside. */
  <T> T waitFor(
      CompletableFuture<T> future,
      long millis,
      Supplier<? extends RuntimeException> late,
      Runnable whenStopped)
      throws ExecutionException {
    step(
        () -> {
          future.cancel(true);
          whenStopped.run();
        });
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (CancellationException e) {
      throw stopped().orElseThrow(() -> e);
    } catch (TimeoutException e) {
      stop(Stop.LATE);
      throw late.get();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What an interrupted thread does: ends the step, and stays interrupted. */
  MingshuException interrupted() {
    cancel();
    Thread.currentThread().interrupt();
    return DruidErrors.cancelled();
  }

  @Override
  public void close() {
    timer.cancel(false);
    synchronized (this) {
      over = true;
      stepEnder = null;
    }
  }
}
