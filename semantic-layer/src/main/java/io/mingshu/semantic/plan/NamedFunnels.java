package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.FunnelQuery;
import java.util.Optional;

/** The funnels of a catalog in the place of their names. Immutable. */
final class NamedFunnels {
  private final Catalog catalog;

  NamedFunnels(Catalog catalog) {
    this.catalog = catalog;
  }

  /** With the steps and the window of the catalog's funnel, where it names one. */
  BehaviourQuery completed(BehaviourQuery query) {
    if (!(query instanceof FunnelQuery funnel) || !funnel.steps().isEmpty()) {
      return query;
    }
    Optional<Funnel> named = funnel.funnel().flatMap(catalog::funnel);
    return named.<BehaviourQuery>map(known -> completed(funnel, known)).orElse(query);
  }

  private static FunnelQuery completed(FunnelQuery query, Funnel known) {
    boolean named =
        StepNames.commonDimension(known.steps().stream().map(Funnel.Step::event).toList())
            .isEmpty();
    return query
        .change()
        .steps(
            known.steps().stream()
                .map(
                    step ->
                        new FunnelQuery.Step(
                            named
                                ? Optional.of(step.label().zh() + " / " + step.label().en())
                                : Optional.empty(),
                            step.event()))
                .toList())
        .window(query.window().or(() -> query.sameSession() ? Optional.empty() : known.window()))
        .query();
  }
}
