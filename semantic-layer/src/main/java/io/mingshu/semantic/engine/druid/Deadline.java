package io.mingshu.semantic.engine.druid;

import java.time.Duration;

/** When something must be over, and how long it was given. */
record Deadline(long nanoTime, Duration given) {

  static Deadline in(Duration given) {
    return new Deadline(System.nanoTime() + given.toNanos(), given);
  }

  /** Never negative. */
  long millisLeft() {
    return Math.max(0, (nanoTime - System.nanoTime()) / 1_000_000);
  }
}
