package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.List;

/** Whether queries can be answered, as far as the catalog alone can say. Immutable. */
public final class QueryCheck {
  private final Catalog catalog;
  private final MetricExpander expander;
  private final NamedFunnels funnels;

  public QueryCheck(Catalog catalog) {
    this.catalog = catalog;
    this.expander = new MetricExpander(catalog);
    this.funnels = new NamedFunnels(catalog);
  }

  /** All that is wrong with a query; nothing where it can be answered. */
  public List<QueryProblem> problems(SemanticQuery query) {
    return query instanceof BehaviourQuery behaviour
        ? BehaviourValidator.validate(funnels.completed(behaviour), catalog, expander)
        : QueryValidator.validate(expander.completed((MetricQuery) query), catalog, expander);
  }
}
