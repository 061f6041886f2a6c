package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.state.StateStore;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the process lives and whether a question can be answered. Planner and interpreter are
 * warmed up in the background after the start: cold, the first question would take seconds.
 */
final class Health implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private enum State {
    WARMING,
    READY,
    BROKEN,
    STOPPING
  }

  private final Answering answering;
  private final AskingClock clock;
  private final StateStore store;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "warm-up");
            thread.setDaemon(true);
            return thread;
          });
  private volatile State state = State.WARMING;

  Health(Answering answering, AskingClock clock, StateStore store) {
    this.answering = answering;
    this.clock = clock;
    this.store = store;
  }

  /**
   * @param whenReady done afterwards, where it went well
   */
  void warmUp(Runnable whenReady) {
    background.execute(
        () -> {
          long start = System.nanoTime();
          try {
            answering.warmUp(clock.now());
            become(State.READY);
            LOG.info("ready after {} ms", (System.nanoTime() - start) / 1_000_000);
            whenReady.run();
          } catch (RuntimeException e) {
            become(State.BROKEN);
            LOG.error("cannot answer questions", e);
          }
        });
  }

  void live(Context ctx) {
    JsonReply.send(ctx, Map.of("status", "live"));
  }

  void ready(Context ctx) {
    State now = state;
    boolean ready = now == State.READY && answering.answers();
    ctx.status(ready ? 200 : 503);
    // Questions are answered without the store, too.
    JsonReply.send(
        ctx,
        Map.of(
            "status",
            ready ? "ready" : now == State.WARMING ? "warming up" : "not ready",
            "state",
            store.answers() ? "ready" : "unavailable"));
  }

  @Override
  public void close() {
    state = State.STOPPING;
    background.shutdownNow();
  }

  private synchronized void become(State next) {
    if (state != State.STOPPING) {
      state = next;
    }
  }
}
