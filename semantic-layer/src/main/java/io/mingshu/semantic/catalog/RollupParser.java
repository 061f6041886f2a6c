package io.mingshu.semantic.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads tables of daily totals, after the facts. Whether columns exist is known with data only. */
final class RollupParser {
  private final Draft draft;

  RollupParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.ROLLUP);
    Optional<Located<String>> factName = object.requiredString("fact");
    Optional<Located<String>> time = object.requiredString("time");
    object.requirePresent("keeps");
    List<Located<String>> keeps = columns(object, "keeps");
    List<Located<String>> sums = columns(object, "sums");
    List<Located<String>> distinct = columns(object, "distinct");
    object.close();

    name.ifPresent(this::checkNoTable);
    factName.ifPresent(found -> draft.refer(Draft.Kind.FACT, found));
    Optional<Fact> fact =
        factName.flatMap(
            found -> draft.facts.stream().filter(f -> f.name().equals(found.value())).findFirst());
    if (fact.isPresent()) {
      time.ifPresent(found -> checkTime(fact.get(), found, keeps));
      checkCondition(fact.get(), object.positionOf("keeps"), values(keeps));
    }
    for (Located<String> sum : sums) {
      if (values(keeps).contains(sum.value())) {
        draft.problems.add(
            ProblemCode.DUPLICATE_NAME,
            sum.at(),
            "'" + sum.value() + "' is kept apart already; it cannot be summed too");
      }
    }
    if (name.isPresent() && factName.isPresent() && time.isPresent()) {
      draft.rollups.add(
          new Rollup(
              name.get().value(),
              factName.get().value(),
              time.get().value(),
              values(keeps),
              values(sums),
              values(distinct)));
    }
  }

  private void checkNoTable(Located<String> name) {
    for (Fact fact : draft.facts) {
      if (fact.table().equals(name.value())) {
        draft.problems.add(
            ProblemCode.DUPLICATE_NAME,
            name.at(),
            "'" + name.value() + "' is the table of the fact '" + fact.name() + "'");
      }
    }
  }

  private void checkTime(Fact fact, Located<String> time, List<Located<String>> keeps) {
    if (!fact.times().contains(time.value())) {
      draft.problems.addUnknown(
          ProblemCode.UNKNOWN_REFERENCE,
          time.at(),
          "time of the fact '" + fact.name() + "'",
          time.value(),
          fact.times());
    }
    for (Located<String> kept : keeps) {
      if (kept.value().equals(time.value())) {
        draft.problems.add(
            ProblemCode.BAD_VALUE,
            kept.at(),
            "'" + kept.value() + "' is the time; its day is kept and nothing finer");
      }
    }
  }

  /** What is not kept could not be asked of the totals, and rows that do not count would count. */
  private void checkCondition(Fact fact, Position at, List<String> keeps) {
    if (fact.where().isEmpty()) {
      return;
    }
    for (String column : Expression.parse(fact.where().get()).identifiers()) {
      if (!keeps.contains(column)) {
        draft.problems.add(
            ProblemCode.BAD_VALUE,
            at,
            "'"
                + column
                + "' must be kept: the condition of the fact '"
                + fact.name()
                + "' looks at it");
      }
    }
  }

  private List<Located<String>> columns(YamlObject object, String key) {
    List<Located<String>> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Located<String> column : object.strings(key)) {
      if (column.value().equals(Rollup.ROW_COUNT)) {
        draft.problems.add(
            ProblemCode.BAD_VALUE,
            column.at(),
            "'" + Rollup.ROW_COUNT + "' is what a rollup itself calls the number of rows");
      } else if (!seen.add(column.value())) {
        draft.problems.add(
            ProblemCode.DUPLICATE_NAME,
            column.at(),
            "'" + column.value() + "' stands twice in '" + key + "'");
      } else {
        columns.add(column);
      }
    }
    return columns;
  }

  private static List<String> values(List<Located<String>> columns) {
    return columns.stream().map(Located::value).toList();
  }
}
