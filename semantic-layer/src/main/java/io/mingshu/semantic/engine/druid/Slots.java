package io.mingshu.semantic.engine.druid;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * How many queries may run at once, first come first served. Not a semaphore, because one who waits
 * can be called off.
 */
final class Slots {
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int free;

  Slots(int number) {
    this.free = number;
  }

  /** Waits for a slot, which is to be {@linkplain #give given back}. */
  void take(Call call) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    synchronized (this) {
      if (free > 0) {
        free--;
        return;
      }
      waiting.add(turn);
    }
    try {
      call.waitFor(turn, call.deadline().millisLeft(), DruidErrors::noSlot);
    } catch (ExecutionException | RuntimeException e) {
      leave(turn);
      throw e instanceof RuntimeException meant ? meant : new IllegalStateException(e);
    }
  }

  private void leave(CompletableFuture<Void> turn) {
    if (turn.cancel(false)) {
      synchronized (this) {
        waiting.removeIf(CompletableFuture::isCancelled);
      }
    } else {
      // It was given in the same moment.
      give();
    }
  }

  void give() {
    while (true) {
      CompletableFuture<Void> next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          free++;
          return;
        }
      }
      // One who was called off is still in the queue for a moment, and takes nothing.
      if (next.complete(null)) {
        return;
      }
    }
  }
}
