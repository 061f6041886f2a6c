package io.mingshu.semantic.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which facts a metric is made of, and so which dimensions it has. Immutable. */
public final class MetricFacts {
  private final Catalog catalog;

  public MetricFacts(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The facts whose rows make up the metric; empty for one that the catalog does not have. */
  public Set<String> of(String metric) {
    Set<String> facts = new LinkedHashSet<>();
    collect(metric, facts);
    return facts;
  }

  /** The dimensions that belong to every fact of the metric. */
  public List<Dimension> dimensionsOf(String metric) {
    Set<String> facts = of(metric);
    return catalog.dimensions().stream()
        .filter(dimension -> facts.stream().allMatch(dimension::belongsTo))
        .toList();
  }

  private void collect(String name, Set<String> facts) {
    catalog
        .metric(name)
        .map(Metric::definition)
        .ifPresent(
            definition -> {
              if (definition instanceof MetricDefinition.Aggregate aggregate) {
                facts.add(aggregate.fact());
              } else if (definition instanceof BehaviourDefinition behaviour) {
                BehaviourChecks.cohortFact(behaviour).ifPresent(facts::add);
                BehaviourChecks.grouped(behaviour).forEach(part -> collect(part, facts));
              } else {
                MetricChecks.parts(definition).forEach(part -> collect(part, facts));
              }
            });
  }
}
