package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads funnels that have a name, after the log of behaviour. */
final class FunnelParser {
  private static final int FEWEST_STEPS = 2;

  private final Draft draft;
  private final Optional<BehaviourLog> log;

  FunnelParser(Draft draft, Optional<BehaviourLog> log) {
    this.draft = draft;
    this.log = log;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.FUNNEL);
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    object.requirePresent("steps");
    List<YamlObject> written = object.objects("steps", "step");
    List<Funnel.Step> steps = written.stream().flatMap(step -> step(step).stream()).toList();
    Optional<FunnelQuery.Window> window = object.object("window").flatMap(FunnelParser::window);
    object.close();
    if (log.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "a funnel needs 'behaviour', which says where the steps are looked for");
    }
    if (object.has("steps") && written.size() < FEWEST_STEPS) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("steps"), "a funnel has at least two steps");
    }
    String owner = name.map(Located::value).orElse("");
    draft.words(Draft.Role.FUNNEL, owner, "", label, object.positionOf("label"), terms);
    name.ifPresent(
        found -> draft.funnels.add(new Funnel(found.value(), label, terms.terms(), steps, window)));
  }

  private static Optional<FunnelQuery.Window> window(YamlObject object) {
    Optional<Integer> count = object.positive("count");
    Optional<FunnelQuery.Window.Unit> unit =
        object.requiredChoice("unit", FunnelQuery.Window.Unit.class);
    object.close();
    return count.flatMap(n -> unit.map(u -> new FunnelQuery.Window(n, u)));
  }

  private Optional<Funnel.Step> step(YamlObject object) {
    Text label = object.requiredText("label");
    object.requirePresent("event");
    List<Filter> conditions = new ArrayList<>();
    Optional<YamlObject> event = object.object("event");
    object.close();
    if (event.isEmpty()) {
      return Optional.empty();
    }
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
          object.positionOf("event"),
          "'event' says with which values of which dimensions events are this step");
      return Optional.empty();
    }
    return Optional.of(
        new Funnel.Step(
            label, conditions.size() == 1 ? conditions.get(0) : new Filter.And(conditions)));
  }

  private void check(Dimension dimension, Located<String> named, List<Located<String>> values) {
    if (log.filter(found -> !dimension.belongsTo(found.fact())).isPresent()) {
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
