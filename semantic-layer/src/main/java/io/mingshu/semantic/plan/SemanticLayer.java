package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.List;

/**
 * A catalog over an engine: the one door to answers. Thread-safe.
 *
 * <p>Every call validates first; a query that names what does not exist, or a dimension that a
 * metric does not have, is refused with all its problems and suggestions.
 */
public interface SemanticLayer {

  Catalog catalog();

  Backend backend();

  /** Which business days have data. */
  DataRange dataRange();

  /** All that is wrong with a query for this catalog; empty: it can be run. */
  List<QueryProblem> validate(SemanticQuery query);

  /** The engine's statements for reading, without running them. */
  String plan(SemanticQuery query, Asking asking);

  /**
   * The answer.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code INVALID_QUERY}, {@code
   *     PERIOD_OUTSIDE_DATA}, or what the engine throws
   */
  QueryResult run(SemanticQuery query, Asking asking);

  /**
   * The ids of those in any of the groups of a segmentation, in order.
   *
   * @param groups of a dimension that is a segment or RFM
   * @throws io.mingshu.semantic.error.MingshuException with {@code FORBIDDEN} where the catalog
   *     does not allow the asker to have them, {@code INVALID_QUERY}, {@code TOO_MANY_ROWS}, or
   *     what the engine throws
   */
  List<String> members(Filter.In groups, Asking asking);
}
