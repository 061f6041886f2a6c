package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how buyers are put into groups by how lately, how often and for how much they buy. */
final class RfmParser {
  private static final int USUAL_SCORES = 5;
  private static final int USUAL_HIGH = 4;

  private final Draft draft;
  private final Optional<BehaviourLog> log;

  RfmParser(Draft draft, Optional<BehaviourLog> log) {
    this.draft = draft;
    this.log = log;
  }

  Optional<Rfm> parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.DIMENSION);
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    Optional<Located<String>> frequency = object.requiredString("frequency");
    Optional<Located<String>> monetary = object.requiredString("monetary");
    int scores = object.has("scores") ? object.positive("scores").orElse(0) : USUAL_SCORES;
    int high = object.has("high") ? object.positive("high").orElse(0) : USUAL_HIGH;
    if (high < 2 || high > scores) {
      object.problem(
          ProblemCode.BAD_VALUE, object.position(), "'high' is from 2 to 'scores' (5 if left out)");
    }
    Map<Rfm.Group, LocatedTerms> words = groups(object);
    if (log.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "'rfm' needs 'behaviour', which says who people are");
      return Optional.empty();
    }
    SegmentRuleParser rules = new SegmentRuleParser(draft, log.get(), "");
    Optional<RuleWindow> window = rules.window(object);
    object.close();
    frequency.ifPresent(metric -> ofRows(metric, rules));
    monetary.ifPresent(rules::factsOf);
    if (name.isEmpty() || frequency.isEmpty() || monetary.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    Rfm rfm =
        new Rfm(
            name.get().value(),
            window.get(),
            frequency.get().value(),
            monetary.get().value(),
            scores,
            high);
    declare(rfm, label, terms, words, object.positionOf("label"));
    return Optional.of(rfm);
  }

  private void ofRows(Located<String> metric, SegmentRuleParser rules) {
    rules.factsOf(metric);
    draft.metrics.stream()
        .filter(m -> m.name().equals(metric.value()) && !(m.definition() instanceof Aggregate))
        .forEach(
            m ->
                draft.problems.add(
                    ProblemCode.INCOMPATIBLE_TYPE,
                    metric.at(),
                    "'" + metric.value() + "' is no aggregate, whose rows have a last day"));
  }

  private Map<Rfm.Group, LocatedTerms> groups(YamlObject object) {
    Map<Rfm.Group, LocatedTerms> words = new EnumMap<>(Rfm.Group.class);
    for (YamlObject group : object.objects("groups", "group")) {
      Optional<Rfm.Group> which = group.requiredChoice("group", Rfm.Group.class);
      LocatedTerms terms = group.terms("terms");
      group.close();
      which.ifPresent(known -> words.put(known, terms));
    }
    return words;
  }

  private void declare(
      Rfm rfm,
      Text label,
      LocatedTerms terms,
      Map<Rfm.Group, LocatedTerms> words,
      Position labelAt) {
    draft.words(Draft.Role.DIMENSION, rfm.name(), "", label, labelAt, terms);
    Map<Rfm.Group, Terms> plain = new EnumMap<>(Rfm.Group.class);
    for (Rfm.Group group : List.of(Rfm.Group.values())) {
      LocatedTerms own = words.getOrDefault(group, LocatedTerms.NONE);
      plain.put(group, own.terms());
      draft.words(Draft.Role.VALUE, group.code(), rfm.name(), group.label(), labelAt, own);
    }
    draft.dimensions.add(
        new PeopleDimensions(log.orElseThrow(), draft.dimensions)
            .of(rfm, label, terms.terms(), plain));
  }
}
