package io.mingshu.gateway.http;

import io.mingshu.semantic.engine.Limits;
import java.time.Duration;

/**
 * How much a server takes on.
 *
 * @param atOnce how many questions may run at the same time
 * @param patience how long a further one waits for its turn before it is sent away
 * @param limits bounds of each query
 * @param stopGrace how long running questions may finish when the server stops
 */
public record Capacity(int atOnce, Duration patience, Limits limits, Duration stopGrace) {
  public static final Capacity DEFAULT =
      new Capacity(8, Duration.ofSeconds(20), Limits.DEFAULT, Duration.ofSeconds(5));
}
