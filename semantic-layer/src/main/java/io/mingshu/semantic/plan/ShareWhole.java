package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows the whole of a share is of: the query's without its conditions on the shared
 * dimensions. People who are counted by the groups that they belong to are shares of those who
 * belong to any: the RFM groups make up 100%.
 */
final class ShareWhole {
  private final Catalog catalog;

  ShareWhole(Catalog catalog) {
    this.catalog = catalog;
  }

  Optional<Filter> of(MetricQuery query, List<String> shared) {
    List<Filter> conditions =
        new ArrayList<>(Filter.conjuncts(Conjunction.without(query.filter(), shared)));
    if (isHeadcount(query)) {
      shared.stream()
          .flatMap(name -> catalog.dimension(name).stream())
          .filter(ShareWhole::isOfSomePeople)
          .forEach(dimension -> conditions.add(inAnyGroup(dimension)));
    }
    return conditions.size() < 2
        ? conditions.stream().findFirst()
        : Optional.of(new Filter.And(conditions));
  }

  private boolean isHeadcount(MetricQuery query) {
    return catalog.people().filter(p -> query.metrics().equals(List.of(p.name()))).isPresent();
  }

  private static boolean isOfSomePeople(Dimension dimension) {
    return dimension.source() instanceof Dimension.Membership && dimension.optional();
  }

  private static Filter inAnyGroup(Dimension dimension) {
    return new Filter.In(
        dimension.name(), dimension.values().stream().map(DimensionValue::code).toList(), false);
  }
}
