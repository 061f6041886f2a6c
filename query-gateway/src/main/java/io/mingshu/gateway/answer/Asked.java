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
 */
public record Asked(
    Instant asOf,
    Optional<Language> language,
    Limits limits,
    Cancellation cancellation,
    boolean mayEstimate,
    String traceId) {

  /** With default limits, not to be cancelled. */
  public static Asked at(Instant asOf, Optional<Language> language, String traceId) {
    return new Asked(asOf, language, Limits.DEFAULT, Cancellation.none(), false, traceId);
  }

  /** The same, and estimates are allowed. */
  public Asked estimating() {
    return new Asked(asOf, language, limits, cancellation, true, traceId);
  }

  Asking asking() {
    return new Asking(asOf, Principal.LOCAL, limits, cancellation, mayEstimate);
  }
}
