package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which events are meant: by dimension of the log, the values that they have. */
final class EventParser {
  private static final String KEY = "event";

  private final Draft draft;
  private final Optional<String> fact;

  /**
   * @param fact the log of behaviour; absent where it is not known
   */
  EventParser(Draft draft, Optional<String> fact) {
    this.draft = draft;
    this.fact = fact;
  }

  /** The condition under {@code event}; empty where there is none, which is reported. */
  Optional<Filter> parse(YamlObject object) {
    object.requirePresent(KEY);
    Optional<YamlObject> event = object.object(KEY);
    if (event.isEmpty()) {
      return Optional.empty();
    }
    List<Filter> conditions = new ArrayList<>();
    for (Located<String> dimension : event.get().keys()) {
      draft.refer(Draft.Kind.DIMENSION, dimension);
      List<Located<String>> values = event.get().strings(dimension.value());
      draft.dimensions.stream()
          .filter(d -> d.name().equals(dimension.value()))
          .forEach(found -> check(found, dimension, values));
      if (!values.isEmpty()) {
        conditions.add(
            new Filter.In(dimension.value(), values.stream().map(Located::value).toList(), false));
      }
    }
    event.get().close();
    if (conditions.isEmpty()) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf(KEY),
          "'event' says with which values of which dimensions events are this step");
      return Optional.empty();
    }
    return Optional.of(conditions.size() == 1 ? conditions.get(0) : new Filter.And(conditions));
  }

  private void check(Dimension dimension, Located<String> named, List<Located<String>> values) {
    if (fact.filter(log -> !dimension.belongsTo(log)).isPresent()) {
      draft.problems.add(
          ProblemCode.UNKNOWN_REFERENCE,
          named.at(),
          "the log of behaviour has no dimension '" + named.value() + "'");
    }
    List<String> codes = dimension.values().stream().map(DimensionValue::code).toList();
    for (Located<String> value : values) {
      boolean known =
          codes.isEmpty()
              || codes.contains(value.value())
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
