package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.text.Text;
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
    Optional<YamlObject> written = object.object("event");
    object.close();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Filter> conditions =
        new ValueConditions(draft)
            .read(written.get(), log.map(BehaviourLog::fact).stream().toList(), "");
    if (conditions.isEmpty()) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf("event"),
          "'event' says with which values of which dimensions events are this step");
      return Optional.empty();
    }
    return conditions.map(event -> new Funnel.Step(label, event));
  }
}
