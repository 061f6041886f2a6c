package io.mingshu.nlq.learning;

import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.AliasTarget;
import io.mingshu.semantic.catalog.Ambiguity;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the words of a catalog stand for, where a further word may stand for it too. */
final class CatalogNames {
  private final Normalizer normalizer;
  private final Map<String, Set<AliasTarget>> targets = new HashMap<>();
  private final Set<String> askedBack = new HashSet<>();

  CatalogNames(Catalog catalog, Normalizer normalizer) {
    this.normalizer = normalizer;
    for (Metric metric : catalog.metrics()) {
      add(metric.label(), metric.terms(), new AliasTarget.OfMetric(metric.name()));
    }
    for (Dimension dimension : catalog.dimensions()) {
      add(dimension.label(), dimension.terms(), new AliasTarget.OfDimension(dimension.name()));
      for (DimensionValue value : dimension.values()) {
        AliasTarget target = new AliasTarget.OfValue(dimension.name(), value.code());
        add(value.label(), value.terms(), target);
        add(value.code(), target);
      }
    }
    for (Ambiguity ambiguity : catalog.ambiguities()) {
      ambiguity.terms().all().map(this::fold).forEach(askedBack::add);
    }
  }

  /** The one thing that a word stands for. */
  Optional<AliasTarget> target(String word) {
    Set<AliasTarget> found = targets.getOrDefault(fold(word), Set.of());
    return found.size() == 1 && !isAskedBack(word)
        ? Optional.of(found.iterator().next())
        : Optional.empty();
  }

  boolean isName(String word) {
    return targets.containsKey(fold(word)) || isAskedBack(word);
  }

  /** The names that a text holds, as typed, the longest first. */
  Stream<String> within(String text) {
    NormalText normal = normalizer.normalize(text);
    return targets.keySet().stream()
        .filter(normal.text()::contains)
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
        .map(
            name -> {
              int at = normal.text().indexOf(name);
              return normal.typed(at, at + name.length());
            });
  }

  /** Whether the catalog asks back what the word means. */
  boolean isAskedBack(String word) {
    return askedBack.contains(fold(word));
  }

  String fold(String word) {
    return normalizer.normalize(word.strip()).text();
  }

  private void add(Text label, Terms terms, AliasTarget target) {
    Stream.concat(Stream.of(label.zh(), label.en()), terms.all())
        .forEach(word -> add(word, target));
  }

  private void add(String word, AliasTarget target) {
    targets.computeIfAbsent(fold(word), w -> new LinkedHashSet<>()).add(target);
  }
}
