package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.mingshu.gateway.answer.Json;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into {@code application/problem+json}; what is unexpected goes to the log. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String CONTENT_TYPE = "application/problem+json;charset=utf-8";

  void register(RoutesConfig routes) {
    // Those of the server have a handler of its own, which would be nearer.
    routes.exception(HttpResponseException.class, (failure, ctx) -> write(of(failure, ctx), ctx));
    routes.exception(Exception.class, (failure, ctx) -> write(of(failure, ctx), ctx));
  }

  /** A failure in the reader's language. */
  Problem of(Exception failure, Context ctx) {
    if (failure instanceof MingshuException known) {
      return known(known, ctx);
    }
    if (failure instanceof RefusedQuery refused) {
      return refused(refused, ctx);
    }
    return failure instanceof HttpResponseException ofServer
        ? ofServer(ofServer, ctx)
        : unexpected(failure, ctx);
  }

  private static Problem known(MingshuException failure, Context ctx) {
    if (failure.code().kind() == ErrorCode.Kind.INTERNAL) {
      LOG.error("trace={} {}", Exchange.traceId(ctx), failure.code(), failure);
    }
    return problem(ctx, failure.code(), failure.text(), List.of());
  }

  private static Problem refused(RefusedQuery refused, Context ctx) {
    List<QueryProblem> problems = refused.problems();
    QueryProblem first = problems.get(0);
    ErrorCode code = problems.size() == 1 ? first.code() : ErrorCode.INVALID_QUERY;
    Text text =
        problems.size() == 1
            ? first.text()
            : new Text(
                "查询里有 " + problems.size() + " 处问题",
                "The query has " + problems.size() + " problems");
    return problem(ctx, code, text, problems);
  }

  private static Problem ofServer(HttpResponseException failure, Context ctx) {
    return switch (failure.getStatus()) {
      case 404 -> problem(ctx, ErrorCode.NOT_FOUND, notFound(ctx), List.of());
      case 405 ->
          problem(
              ctx,
              ErrorCode.METHOD_NOT_ALLOWED,
              new Text(
                  "这个地址不支持 " + ctx.method().name(), "Not to be called by " + ctx.method().name()),
              List.of());
      case 413 -> problem(ctx, ErrorCode.REQUEST_TOO_LARGE, Body.TOO_LARGE, List.of());
      default ->
          problem(
              ctx,
              ErrorCode.INVALID_REQUEST,
              new Text("请求不合规", "The request is not well formed"),
              List.of());
    };
  }

  private static Problem unexpected(Exception failure, Context ctx) {
    LOG.error("trace={} unexpected", Exchange.traceId(ctx), failure);
    return problem(
        ctx,
        ErrorCode.INTERNAL,
        new Text(
            "服务内部出错，已记入日志；请附上追踪号反馈", "Something broke inside; it is in the log under the trace id"),
        List.of());
  }

  private static Text notFound(Context ctx) {
    return new Text("没有这个地址：" + ctx.path(), "There is nothing at " + ctx.path());
  }

  private static Problem problem(
      Context ctx, ErrorCode code, Text text, List<QueryProblem> problems) {
    Language language = Exchange.language(ctx);
    List<Problem.QueryFault> faults =
        problems.stream()
            .map(
                p ->
                    new Problem.QueryFault(
                        p.code().name(),
                        p.code().number(),
                        p.subject(),
                        p.text().in(language),
                        p.suggestions()))
            .toList();
    return new Problem(
        "urn:mingshu:error:" + code.name(),
        code.name().replace('_', ' '),
        code.httpStatus(),
        code.name(),
        code.number(),
        text.in(language),
        Exchange.traceId(ctx),
        faults);
  }

  private static void write(Problem problem, Context ctx) {
    if (problem.code().equals(ErrorCode.TOO_BUSY.name())) {
      ctx.header("Retry-After", "2");
    }
    ctx.status(problem.status());
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Language", Exchange.language(ctx) == Language.ZH ? "zh" : "en");
    try {
      ctx.contentType(CONTENT_TYPE).result(Json.mapper().writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
