package io.mingshu.semantic.engine;

import java.time.Duration;

/**
 * Bounds of one query.
 *
 * @param timeout how long the engine may take
 * @param maxRows how many rows an answer may have; one more is refused
 */
public record Limits(Duration timeout, int maxRows) {
  public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 10_000);
}
