package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what an engine holds. Where its rows may change, that is looked up again after a while,
 * beside the questions; until then, and where it cannot be looked up, what was known last counts.
 * Thread-safe.
 */
final class Surveyor {
  private static final Logger LOG = LoggerFactory.getLogger(Surveyor.class);
  private static final Duration FRESH = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final Backend backend;
  private final RollupCheck rollups;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Survey survey;
  private volatile long lookedUp;

  Surveyor(Catalog catalog, Backend backend, RollupCheck rollups) {
    this.catalog = catalog;
    this.backend = backend;
    this.rollups = rollups;
    this.survey = Survey.of(catalog, backend, rollups);
    this.lookedUp = System.nanoTime();
  }

  Survey now() {
    boolean old = System.nanoTime() - lookedUp > FRESH.toNanos();
    if (old && backend.capabilities().live() && looking.compareAndSet(false, true)) {
      ForkJoinPool.commonPool().execute(this::lookAgain);
    }
    return survey;
  }

  private void lookAgain() {
    try {
      survey = Survey.of(catalog, backend, rollups);
    } catch (MingshuException e) {
      LOG.warn("what the engine holds could not be looked up again: {}", e.getMessage());
    } finally {
      lookedUp = System.nanoTime();
      looking.set(false);
    }
  }
}
