package io.mingshu.gateway.http;

import io.mingshu.semantic.plan.QueryProblem;
import java.util.List;

/** A semantic query that the catalog refuses, with all that is wrong with it. */
final class RefusedQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<QueryProblem> problems;

  RefusedQuery(List<QueryProblem> problems) {
    super(problems.get(0).text().en());
    this.problems = List.copyOf(problems);
  }

  List<QueryProblem> problems() {
    return problems;
  }
}
