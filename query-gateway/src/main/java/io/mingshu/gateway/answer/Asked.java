package io.mingshu.gateway.answer;

import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * The circumstances in which something is asked.
 *
 * @param asOf the moment of asking
 * @param language the language to answer in; absent: that of the question
 * @param limits bounds of the query
 * @param cancellation stops it while it runs
 * @param mayEstimate whether distinct counts may be estimated where the engine can
 * @param traceId names this asking in answers and logs
 * @param steps is told how far the answer has come
 */
public record Asked(
    Instant asOf,
    Optional<Language> language,
    Limits limits,
    Cancellation cancellation,
    boolean mayEstimate,
    String traceId,
    Steps steps) {

  /** Nobody waits to hear how far it has come. */
  public Asked(
      Instant asOf,
      Optional<Language> language,
      Limits limits,
      Cancellation cancellation,
      boolean mayEstimate,
      String traceId) {
    this(asOf, language, limits, cancellation, mayEstimate, traceId, Steps.UNTOLD);
  }

  /** With default limits, not to be cancelled. */
  public static Asked at(Instant asOf, Optional<Language> language, String traceId) {
    return new Asked(asOf, language, Limits.DEFAULT, Cancellation.none(), false, traceId);
  }

  /** The same, and estimates are allowed. */
  public Asked estimating() {
    return new Asked(asOf, language, limits, cancellation, true, traceId, steps);
  }

  Asking asking() {
    return new Asking(asOf, Principal.LOCAL, limits, cancellation, mayEstimate, steps);
  }
}
