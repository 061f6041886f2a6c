package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** Reads segments, after metrics, dimensions and the log of behaviour. */
final class SegmentParser {
  private final Draft draft;
  private final Optional<BehaviourLog> log;

  SegmentParser(Draft draft, Optional<BehaviourLog> log) {
    this.draft = draft;
    this.log = log;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.SEGMENT);
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    Optional<Text> description = object.text("description");
    Optional<Segment.Kind> kind = object.requiredChoice("kind", Segment.Kind.class);
    Optional<Located<String>> each = object.string("each");
    object.requirePresent("rule");
    Optional<YamlObject> written = object.object("rule");
    if (log.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "a segment needs 'behaviour', which says who people are");
      return;
    }
    String placeholder = each.isPresent() ? SegmentTemplate.PLACEHOLDER : "";
    Optional<SegmentRule> rule =
        written.flatMap(found -> new SegmentRuleParser(draft, log.get(), placeholder).parse(found));
    object.close();
    if (name.isEmpty() || kind.isEmpty() || rule.isEmpty()) {
      return;
    }
    Segment segment =
        new Segment(name.get().value(), label, terms.terms(), description, kind.get(), rule.get());
    Position at = object.positionOf("label");
    if (each.isEmpty()) {
      add(segment, name.get(), at, terms);
    } else {
      values(each.get())
          .forEach(
              value -> {
                SegmentTemplate template = new SegmentTemplate(value);
                Segment filled = template.fill(segment);
                add(
                    filled,
                    new Located<>(filled.name(), name.get().at()),
                    at,
                    template.fill(terms));
              });
    }
  }

  private List<DimensionValue> values(Located<String> dimension) {
    draft.refer(Draft.Kind.DIMENSION, dimension);
    List<DimensionValue> values =
        draft.dimensions.stream()
            .filter(d -> d.name().equals(dimension.value()))
            .flatMap(d -> d.values().stream())
            .toList();
    if (values.isEmpty() && draft.isDeclared(Draft.Kind.DIMENSION, dimension.value())) {
      draft.problems.add(
          ProblemCode.BAD_VALUE, dimension.at(), "'" + dimension.value() + "' lists no values");
    }
    return values;
  }

  private void add(Segment segment, Located<String> name, Position labelAt, LocatedTerms terms) {
    if (draft.declare(Draft.Kind.DIMENSION, name)) {
      draft.words(Draft.Role.SEGMENT, segment.name(), "", segment.label(), labelAt, terms);
      draft.segments.add(segment);
    }
  }
}
