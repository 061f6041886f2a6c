package io.mingshu.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.List;

/** Lets no query be kept that could not be answered. */
final class CheckedQuery {
  private CheckedQuery() {}

  /**
   * The query that is written there.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code INVALID_QUERY}
   * @throws RefusedQuery where the catalog refuses it
   */
  static SemanticQuery of(JsonNode written, Answering answering) {
    SemanticQuery query = QueryJson.read(written.toString());
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    return query;
  }
}
