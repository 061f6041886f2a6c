package io.mingshu.state;

import java.time.Duration;

/**
 * How much is kept. What is beyond goes, oldest first; boards are refused instead.
 *
 * @param threads of one owner
 * @param turns of one thread
 * @param boards of one owner
 * @param links of one owner
 * @param feedback how often something was said about a catalog's answers; beyond it the older half
 *     goes
 * @param feedbackBytes how long all of that may be together
 * @param kept how long a thread lives after its last question
 */
public record StateLimits(
    int threads,
    int turns,
    int boards,
    int links,
    int feedback,
    long feedbackBytes,
    Duration kept) {
  public static final StateLimits DEFAULT =
      new StateLimits(1_000, 200, 200, 10_000, 20_000, 16L << 20, Duration.ofDays(180));
}
