package io.mingshu.semantic.plan;

import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import java.time.Instant;

/**
 * The circumstances of one question.
 *
 * @param asOf the moment of asking
 * @param mayEstimate whether distinct counts may be estimated where the engine can
 * @param progress is told how far the answer has come
 */
public record Asking(
    Instant asOf,
    Principal principal,
    Limits limits,
    Cancellation cancellation,
    boolean mayEstimate,
    Progress progress) {
  /** Nobody waits to hear how far it has come. */
  public Asking(
      Instant asOf,
      Principal principal,
      Limits limits,
      Cancellation cancellation,
      boolean mayEstimate) {
    this(asOf, principal, limits, cancellation, mayEstimate, Progress.UNHEARD);
  }

  public static Asking at(Instant asOf) {
    return new Asking(asOf, Principal.LOCAL, Limits.DEFAULT, Cancellation.none(), false);
  }

  /** The same, and estimates are allowed. */
  public Asking estimating() {
    return new Asking(asOf, principal, limits, cancellation, true, progress);
  }
}
