package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.VerifiedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the queries that a catalog's owner has confirmed can be answered at all. */
public final class VerifiedQueries {
  private VerifiedQueries() {}

  /** All that is wrong with them, as far as the catalog alone can say. */
  public static List<CatalogProblem> problems(Catalog catalog) {
    QueryCheck check = new QueryCheck(catalog);
    List<CatalogProblem> problems = new ArrayList<>();
    for (VerifiedQuestion question : catalog.verified()) {
      for (QueryProblem problem : check.problems(question.query())) {
        problems.add(
            CatalogProblem.ofQuery(
                question.at(),
                "the verified query cannot be answered: " + problem.text().en(),
                problem.suggestions().isEmpty()
                    ? Optional.empty()
                    : Optional.of("one of " + String.join(", ", problem.suggestions()))));
      }
    }
    return problems;
  }

  /**
   * Lets only answerable ones through.
   *
   * @throws io.mingshu.semantic.error.MingshuException {@code CATALOG_INVALID} with all problems
   */
  static void require(Catalog catalog) {
    List<CatalogProblem> problems = problems(catalog);
    if (!problems.isEmpty()) {
      throw CatalogReader.invalid(catalog.name(), problems);
    }
  }
}
