package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.SegmentView;
import io.mingshu.gateway.answer.SegmentsShown;
import io.mingshu.semantic.engine.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The catalog's segments over HTTP. */
final class SegmentHandlers {
  private static final int MOST_METRICS = 10;

  private final Served served;
  private final Requests requests;
  private final Admission admission;
  private final Limits limits;
  private final Optional<SegmentSizes> sizes;

  /**
   * @param sizes what was counted before anybody asked
   */
  SegmentHandlers(
      Served served,
      Requests requests,
      Admission admission,
      Limits limits,
      Optional<SegmentSizes> sizes) {
    this.sizes = sizes;
    this.served = served;
    this.requests = requests;
    this.admission = admission;
    this.limits = limits;
  }

  /** Sizes that were counted today are given at once; {@code asOf} says as of when. */
  void list(Context ctx) {
    boolean counted = Boolean.parseBoolean(ctx.queryParam("sizes"));
    boolean anew = Boolean.parseBoolean(ctx.queryParam("fresh")) || ctx.queryParam("asOf") != null;
    Optional<SegmentsShown> kept =
        counted && !anew
            ? sizes.flatMap(known -> known.of(requests.moment(null)))
            : Optional.empty();
    JsonReply.send(
        ctx, kept.orElseGet(() -> admitted(ctx, asked -> segments().list(counted, asked))));
  }

  void describe(Context ctx) {
    String metrics = ctx.queryParam("metrics");
    List<String> compared = metrics == null ? List.of() : Arrays.asList(metrics.split(","));
    if (compared.size() > MOST_METRICS) {
      throw Requests.invalid(
          "最多比较 " + MOST_METRICS + " 个指标", "At most " + MOST_METRICS + " metrics are compared");
    }
    JsonReply.send(
        ctx, admitted(ctx, asked -> segments().describe(name(ctx), group(ctx), compared, asked)));
  }

  void overlap(Context ctx) {
    JsonReply.send(
        ctx, admitted(ctx, asked -> segments().overlap(name(ctx), ctx.pathParam("other"), asked)));
  }

  /** One id a line, under the word that says what they are. */
  void members(Context ctx) {
    List<String> ids = admitted(ctx, asked -> segments().ids(name(ctx), group(ctx), asked));
    StringBuilder csv = new StringBuilder("id\n");
    ids.forEach(id -> csv.append(cell(id)).append('\n'));
    ctx.header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"segment.csv\"")
        .contentType("text/csv;charset=utf-8")
        .result(csv.toString());
  }

  /** Quoted where need be; what a spreadsheet would take for a formula gets a quote mark before. */
  private static String cell(String id) {
    String safe = !id.isEmpty() && "=+-@\t\r".indexOf(id.charAt(0)) >= 0 ? "'" + id : id;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private <T> T admitted(Context ctx, Function<Asked, T> work) {
    Instant asOf = requests.moment(ctx.queryParam("asOf"));
    return admission.admit(
        cancellation ->
            work.apply(
                new Asked(
                    asOf, Optional.empty(), limits, cancellation, false, Exchange.traceId(ctx))));
  }

  private SegmentView segments() {
    return served.now().segments();
  }

  private static String name(Context ctx) {
    return ctx.pathParam("name");
  }

  private static Optional<String> group(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("group"));
  }
}
