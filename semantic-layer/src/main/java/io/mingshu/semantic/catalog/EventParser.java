package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import java.util.List;
import java.util.Optional;

/** Reads which events are meant: by dimension of the log, the values that they have. */
final class EventParser {
  private static final String KEY = "event";

  private final ValueConditions conditions;
  private final List<String> facts;

  /**
   * @param fact the log of behaviour; absent where it is not known
   */
  EventParser(Draft draft, Optional<String> fact) {
    this.conditions = new ValueConditions(draft);
    this.facts = fact.stream().toList();
  }

  /** The condition under {@code event}; empty where there is none, which is reported. */
  Optional<Filter> parse(YamlObject object) {
    object.requirePresent(KEY);
    Optional<YamlObject> written = object.object(KEY);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Filter> event = conditions.read(written.get(), facts, "");
    if (event.isEmpty()) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf(KEY),
          "'event' says with which values of which dimensions events are this step");
    }
    return event;
  }
}
