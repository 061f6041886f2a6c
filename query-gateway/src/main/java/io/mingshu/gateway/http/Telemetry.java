package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.mingshu.gateway.answer.Answer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Counts and times what is served, and writes one log line for each request. */
final class Telemetry {
  private static final Logger LOG = LoggerFactory.getLogger("io.mingshu.gateway.access");
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Telemetry() {
    new JvmMemoryMetrics().bindTo(registry);
  }

  /** The question itself is not logged: it may name people. */
  void served(Context ctx, float millis) {
    String route = Exchange.route(ctx);
    Timer.builder("mingshu.http.requests")
        .description("Requests by route and status")
        .tag("method", ctx.method().name())
        .tag("route", route)
        .tag("status", String.valueOf(ctx.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
    LOG.atLevel(Exchange.isRoutine(ctx) ? Level.DEBUG : Level.INFO)
        .log(
            "{} {} {} {}ms trace={}",
            ctx.method().name(),
            route,
            ctx.statusCode(),
            Math.round(millis),
            Exchange.traceId(ctx));
  }

  void answered(Answer answer) {
    Counter.builder("mingshu.answers")
        .description("Questions by what became of them")
        .tag("status", answer.status().name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
    answer
        .engine()
        .ifPresent(
            engine ->
                Timer.builder("mingshu.engine")
                    .description("Time in the engine")
                    .tag("engine", engine)
                    .register(registry)
                    .record(Duration.ofNanos((long) (answer.timings().execute() * 1_000_000))));
  }

  void expose(Context ctx) {
    ctx.header("Cache-Control", "no-store").contentType(EXPOSITION).result(registry.scrape());
  }
}
