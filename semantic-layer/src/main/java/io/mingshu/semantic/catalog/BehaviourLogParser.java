package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.BehaviourLog.NamedEvent;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** Reads which fact is the log of behaviour, after facts and dimensions. */
final class BehaviourLogParser {
  private final Draft draft;

  BehaviourLogParser(Draft draft) {
    this.draft = draft;
  }

  Optional<BehaviourLog> parse(YamlObject object) {
    Optional<Located<String>> factName = object.requiredString("fact");
    Optional<Located<String>> actor = object.requiredString("actor");
    Optional<Located<String>> time = object.string("time");
    Optional<Located<String>> sequence = object.string("sequence");
    Optional<Located<String>> session = object.string("session");
    Optional<Located<String>> page = object.string("page");
    Optional<YamlObject> people = object.object("people");
    List<YamlObject> written = object.objects("events", "event");
    object.close();

    Optional<Fact> fact = factName.flatMap(this::fact);
    fact.ifPresent(
        found -> {
          actor.ifPresent(name -> entity(name, found));
          time.ifPresent(name -> time(name, found));
          session.ifPresent(name -> dimension(name, found));
          page.ifPresent(name -> dimension(name, found));
        });
    EventParser parser = new EventParser(draft, fact.map(Fact::name));
    List<NamedEvent> events = written.stream().flatMap(one -> event(one, parser).stream()).toList();
    Optional<BehaviourLog.People> everybody = people.flatMap(part -> people(part, actor));
    if (fact.isEmpty() || fact.get().times().isEmpty() || actor.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BehaviourLog(
            fact.get().name(),
            actor.get().value(),
            time.map(Located::value).orElse(fact.get().times().get(0)),
            sequence.map(Located::value),
            session.map(Located::value),
            page.map(Located::value),
            everybody,
            events));
  }

  private static Optional<NamedEvent> event(YamlObject object, EventParser parser) {
    Text label = object.requiredText("label");
    Terms terms = object.terms("terms").terms();
    Optional<Filter> event = parser.parse(object);
    object.close();
    return event.map(found -> new NamedEvent(label, terms, found));
  }

  private Optional<BehaviourLog.People> people(YamlObject object, Optional<Located<String>> actor) {
    Optional<Located<String>> factName = object.requiredString("fact");
    Optional<Located<String>> time = object.string("time");
    object.close();
    Optional<Fact> fact = factName.flatMap(this::fact);
    fact.ifPresent(
        found -> {
          actor.ifPresent(name -> dimension(name, found));
          time.ifPresent(name -> time(name, found));
        });
    return fact.filter(found -> !found.times().isEmpty())
        .map(
            found ->
                new BehaviourLog.People(
                    found.name(), time.map(Located::value).orElse(found.times().get(0))));
  }

  private Optional<Fact> fact(Located<String> name) {
    draft.refer(Draft.Kind.FACT, name);
    return draft.facts.stream().filter(f -> f.name().equals(name.value())).findFirst();
  }

  private void entity(Located<String> name, Fact fact) {
    dimension(name, fact);
    if (declared(name).filter(found -> !found.entity()).isPresent()) {
      draft.problems.add(
          ProblemCode.INCOMPATIBLE_TYPE,
          name.at(),
          "'" + name.value() + "' identifies nobody: it has no 'entity: true'");
    }
  }

  private void dimension(Located<String> name, Fact fact) {
    draft.refer(Draft.Kind.DIMENSION, name);
    if (declared(name).filter(found -> !found.belongsTo(fact.name())).isPresent()) {
      draft.problems.add(
          ProblemCode.UNKNOWN_REFERENCE,
          name.at(),
          "the fact '" + fact.name() + "' has no dimension '" + name.value() + "'");
    }
  }

  private Optional<Dimension> declared(Located<String> name) {
    return draft.dimensions.stream().filter(d -> d.name().equals(name.value())).findFirst();
  }

  private void time(Located<String> name, Fact fact) {
    if (!fact.times().contains(name.value())) {
      draft.problems.addUnknown(
          ProblemCode.UNKNOWN_REFERENCE,
          name.at(),
          "time of the fact '" + fact.name() + "'",
          name.value(),
          fact.times());
    }
  }
}
