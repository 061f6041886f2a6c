package io.mingshu.semantic.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A switch that stops a running query. Thread-safe; actions run once, at once if already thrown.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** A switch that nobody throws. */
  public static Cancellation none() {
    return new Cancellation();
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
