package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads further words for what is declared elsewhere, and adds them to it: afterwards nothing tells
 * them from the words that stand with the thing itself.
 */
final class Aliases {
  private final Draft draft;
  private final List<OfValue> ofValues = new ArrayList<>();

  private record OfValue(String dimension, Located<String> code, LocatedTerms terms) {}

  Aliases(Draft draft) {
    this.draft = draft;
  }

  /** Metrics and dimensions are read before. */
  void parse(YamlObject object) {
    object.requirePresent("terms");
    LocatedTerms terms = object.terms("terms");
    Optional<Located<String>> metric = object.string("metric");
    Optional<Located<String>> dimension = object.string("dimension");
    Optional<Located<String>> value = object.string("value");
    object.close();
    if (object.has("terms") && terms.all().isEmpty()) {
      object.problem(ProblemCode.BAD_VALUE, object.positionOf("terms"), "'terms' has no words");
    }
    if (!object.has("metric") && !object.has("dimension")) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "the alias has no 'metric' or 'dimension' that it is a word for");
    } else if (object.has("metric") && (object.has("dimension") || object.has("value"))) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf("metric"),
          "an alias is a word for a metric, or for a dimension, or for a 'value' of a 'dimension'");
    } else if (metric.isPresent()) {
      draft.refer(Draft.Kind.METRIC, metric.get());
      draft.words(Draft.Role.METRIC, metric.get().value(), "", terms);
      replace(draft.metrics, m -> m.name().equals(metric.get().value()), m -> with(m, terms));
    } else if (dimension.isPresent()) {
      draft.refer(Draft.Kind.DIMENSION, dimension.get());
      if (value.isPresent()) {
        ofValues.add(new OfValue(dimension.get().value(), value.get(), terms));
      } else if (!object.has("value")) {
        draft.words(Draft.Role.DIMENSION, dimension.get().value(), "", terms);
        ofDimension(dimension.get().value(), d -> with(d, with(d.terms(), terms), d.values()));
      }
    }
  }

  /** Adds the words of values, whose dimensions are known by now. */
  void addToValues() {
    for (OfValue alias : ofValues) {
      draft.dimensions.stream()
          .filter(d -> d.name().equals(alias.dimension))
          .findFirst()
          .ifPresent(dimension -> addTo(dimension, alias));
    }
  }

  private void addTo(Dimension dimension, OfValue alias) {
    String code = alias.code.value();
    if (dimension.value(code).isEmpty()) {
      draft.problems.addUnknown(
          ProblemCode.UNKNOWN_REFERENCE,
          alias.code.at(),
          "value of '" + dimension.name() + "'",
          code,
          dimension.values().stream().map(DimensionValue::code).toList());
      return;
    }
    draft.words(Draft.Role.VALUE, code, dimension.name(), alias.terms);
    List<DimensionValue> values = new ArrayList<>(dimension.values());
    replace(
        values,
        v -> v.code().equals(code),
        v -> new DimensionValue(v.code(), v.label(), with(v.terms(), alias.terms)));
    ofDimension(dimension.name(), d -> with(d, d.terms(), values));
  }

  private void ofDimension(String name, UnaryOperator<Dimension> change) {
    replace(draft.dimensions, d -> d.name().equals(name), change);
  }

  private static <T> void replace(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
    all.replaceAll(one -> which.test(one) ? change.apply(one) : one);
  }

  private static Metric with(Metric metric, LocatedTerms more) {
    return new Metric(
        metric.name(),
        metric.label(),
        with(metric.terms(), more),
        metric.description(),
        metric.unit(),
        metric.definition());
  }

  private static Dimension with(Dimension d, Terms terms, List<DimensionValue> values) {
    return new Dimension(
        d.name(),
        d.label(),
        terms,
        d.description(),
        d.source(),
        values,
        d.groups(),
        d.ordered(),
        d.optional(),
        d.entity(),
        d.personal(),
        d.valuePattern(),
        d.geography(),
        d.defaultPeriod());
  }

  private static Terms with(Terms terms, LocatedTerms more) {
    return new Terms(
        Stream.concat(terms.zh().stream(), more.terms().zh().stream()).toList(),
        Stream.concat(terms.en().stream(), more.terms().en().stream()).toList());
  }
}
