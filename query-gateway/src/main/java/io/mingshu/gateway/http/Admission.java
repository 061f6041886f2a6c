package io.mingshu.gateway.http;

import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets only so many questions run at once, and stops those that run when the server stops.
 * Thread-safe.
 */
final class Admission {
  private final int atOnce;
  private final Semaphore turns;
  private final Duration patience;
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Admission(int atOnce, Duration patience) {
    this.atOnce = atOnce;
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Runs the work when its turn comes.
   *
   * @throws MingshuException with {@code TOO_BUSY} when it does not come in time
   */
  <T> T admit(Function<Cancellation, T> work) {
    return admit(new Cancellation(), work);
  }

  /**
   * The same for work that others may stop, too.
   *
   * @throws MingshuException with {@code TOO_BUSY}, {@code QUERY_CANCELLED}
   */
  <T> T admit(Cancellation cancellation, Function<Cancellation, T> work) {
    if (closed || !takeTurn()) {
      throw new MingshuException(
          ErrorCode.TOO_BUSY,
          new Text("同时提问的人太多，请稍后再试", "Too many questions at once; ask again in a moment"));
    }
    running.add(cancellation);
    try {
      if (cancellation.isCancelled()) {
        throw new MingshuException(
            ErrorCode.QUERY_CANCELLED, new Text("查询已取消", "The query was cancelled"));
      }
      return work.apply(cancellation);
    } finally {
      running.remove(cancellation);
      turns.release();
    }
  }

  /** Admits nobody any more, waits for those who run, then cancels the rest. */
  void close(Duration grace) {
    closed = true;
    try {
      if (turns.tryAcquire(atOnce, grace.toMillis(), TimeUnit.MILLISECONDS)) {
        turns.release(atOnce);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.forEach(Cancellation::cancel);
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
