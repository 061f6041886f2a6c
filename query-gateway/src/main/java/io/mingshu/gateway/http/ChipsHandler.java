package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.List;

/** Takes queries apart, with what could stand in the place of each part. */
final class ChipsHandler {
  /** Each of the queries that are offered is about as long. */
  private static final int LONGEST_QUERY = 16 * 1024;

  private final Served served;
  private final Requests requests;

  ChipsHandler(Served served, Requests requests) {
    this.served = served;
    this.requests = requests;
  }

  void of(Context ctx) {
    Language language =
        requests.language(ctx, ctx.queryParam("lang")).orElseGet(() -> Exchange.language(ctx));
    Instant asOf = requests.moment(ctx.queryParam("asOf"));
    SemanticQuery query = Body.read(ctx, SemanticQuery.class);
    if (QueryJson.write(query).length() > LONGEST_QUERY) {
      throw Requests.invalid(
          "查询至多 16 KB，才能给出替换项", "Only queries of 16 KB at most can be taken apart");
    }
    Answering answering = served.now().answering();
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    JsonReply.send(ctx, answering.chips(query, asOf, language));
  }
}
