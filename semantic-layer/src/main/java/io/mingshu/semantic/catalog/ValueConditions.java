package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads conditions that say, by dimension, which values count, or which do not. */
final class ValueConditions {
  private final Draft draft;

  ValueConditions(Draft draft) {
    this.draft = draft;
  }

  /**
   * The conditions of a mapping; empty where it has none.
   *
   * @param facts those that must have the dimensions
   * @param placeholder a value that will be replaced; empty for none
   */
  Optional<Filter> read(YamlObject object, Collection<String> facts, String placeholder) {
    List<Filter> conditions = new ArrayList<>();
    for (Located<String> name : object.keys()) {
      draft.refer(Draft.Kind.DIMENSION, name);
      boolean negated = object.holdsKeys(name.value());
      List<Located<String>> values = values(object, name.value());
      draft.dimensions.stream()
          .filter(d -> d.name().equals(name.value()))
          .forEach(found -> check(found, name, values, facts, placeholder));
      if (!values.isEmpty()) {
        conditions.add(
            new Filter.In(name.value(), values.stream().map(Located::value).toList(), negated));
      }
    }
    object.close();
    if (conditions.size() < 2) {
      return conditions.stream().findFirst();
    }
    return Optional.of(new Filter.And(conditions));
  }

  private static List<Located<String>> values(YamlObject object, String dimension) {
    if (!object.holdsKeys(dimension)) {
      return object.strings(dimension);
    }
    Optional<YamlObject> written = object.object(dimension);
    List<Located<String>> values =
        written.stream().flatMap(found -> found.strings("not").stream()).toList();
    written.ifPresent(YamlObject::close);
    return values;
  }

  private void check(
      Dimension dimension,
      Located<String> named,
      List<Located<String>> values,
      Collection<String> facts,
      String placeholder) {
    for (String fact : facts) {
      if (!dimension.belongsTo(fact)) {
        draft.problems.add(
            ProblemCode.UNKNOWN_REFERENCE,
            named.at(),
            "the fact '" + fact + "' has no dimension '" + named.value() + "'");
      }
    }
    List<String> codes = dimension.values().stream().map(DimensionValue::code).toList();
    for (Located<String> value : values) {
      boolean known =
          codes.isEmpty()
              || codes.contains(value.value())
              || (!placeholder.isEmpty() && placeholder.equals(value.value()))
              || dimension.valuePattern().filter(value.value()::matches).isPresent();
      if (!known) {
        draft.problems.addUnknown(
            ProblemCode.UNKNOWN_REFERENCE,
            value.at(),
            "value of '" + dimension.name() + "'",
            value.value(),
            codes);
      }
    }
  }
}
