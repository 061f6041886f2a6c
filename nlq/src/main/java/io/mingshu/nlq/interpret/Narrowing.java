package io.mingshu.nlq.interpret;

import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A plain word for a dimension means the narrower one where only that goes with the metrics. */
final class Narrowing {
  private final CatalogShape shape;

  Narrowing(CatalogShape shape) {
    this.shape = shape;
  }

  /**
   * Where a metric lacks a dimension but has exactly one whose name ends with the same noun (渠道 →
   * 获客渠道), that one is meant.
   */
  void apply(Draft draft) {
    if (!draft.metrics.isEmpty()) {
      apply(draft, name -> fits(name, draft.metrics));
    }
  }

  /** The same for an analysis of what lies in a fact. */
  void apply(Draft draft, String fact) {
    apply(
        draft, name -> shape.catalog().dimension(name).filter(d -> d.belongsTo(fact)).isPresent());
  }

  private void apply(Draft draft, Predicate<String> fits) {
    if (draft.isHopeless()) {
      return;
    }
    Map<String, String> narrower = new LinkedHashMap<>();
    for (String name : names(draft)) {
      if (!fits.test(name)) {
        narrower(name, fits).ifPresent(other -> narrower.put(name, other));
      }
    }
    if (narrower.isEmpty()) {
      return;
    }
    List<String> dimensions =
        draft.dimensions.stream().map(d -> narrower.getOrDefault(d, d)).toList();
    draft.dimensions.clear();
    draft.dimensions.addAll(dimensions);
    draft.filters.replaceAll(
        (edge, in) -> {
          String other = narrower.getOrDefault(in.dimension(), in.dimension());
          boolean known =
              in.values().stream()
                  .allMatch(
                      v -> shape.catalog().dimension(other).flatMap(d -> d.value(v)).isPresent());
          return known ? new Filter.In(other, in.values(), in.negated()) : in;
        });
    List<Placed<GroupPart>> groups = new ArrayList<>();
    for (Placed<GroupPart> group : draft.groups) {
      List<String> inner =
          group.part().dimensions().stream().map(d -> narrower.getOrDefault(d, d)).toList();
      groups.add(
          new Placed<>(
              group.edge(), new GroupPart(inner, group.part().kind(), group.part().count())));
    }
    draft.groups.clear();
    draft.groups.addAll(groups);
  }

  private Optional<String> narrower(String name, Predicate<String> fits) {
    Optional<Dimension> plain = shape.catalog().dimension(name);
    List<String> fitting =
        shape.catalog().dimensions().stream()
            .filter(d -> !d.name().equals(name) && fits.test(d.name()))
            .filter(d -> plain.filter(p -> d.isNarrowerThan(p)).isPresent())
            .map(Dimension::name)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private boolean fits(String dimension, Set<String> metrics) {
    return metrics.stream().allMatch(metric -> shape.goTogether(metric, dimension));
  }

  private static Set<String> names(Draft draft) {
    Set<String> names = new LinkedHashSet<>(draft.dimensions);
    draft.filters.values().forEach(in -> names.add(in.dimension()));
    return names;
  }
}
