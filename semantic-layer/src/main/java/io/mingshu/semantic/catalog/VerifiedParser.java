package io.mingshu.semantic.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads questions with their confirmed queries, after metrics, dimensions and calendar. */
final class VerifiedParser {
  private final Draft draft;
  private final Map<String, VerifiedQuestion> byWording = new HashMap<>();

  VerifiedParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    object.requirePresent("question");
    List<Located<String>> wordings = new ArrayList<>();
    object
        .object("question")
        .ifPresent(
            question -> {
              question.string("zh").ifPresent(wordings::add);
              question.string("en").ifPresent(wordings::add);
              question.close();
              if (!question.has("zh") && !question.has("en")) {
                question.problem(
                    ProblemCode.MISSING_KEY, question.position(), "'question' has no 'zh' or 'en'");
              }
            });
    object.requirePresent("query");
    Optional<YamlTree> tree = object.tree("query");
    Optional<String> by = object.string("by").map(Located::value);
    Optional<Text> note = object.text("note");
    object.close();
    Optional<SemanticQuery> query = tree.flatMap(this::query);
    tree.filter(read -> query.isPresent()).ifPresent(this::refer);
    if (query.isPresent() && !wordings.isEmpty()) {
      VerifiedQuestion verified =
          new VerifiedQuestion(
              wordings.stream().map(Located::value).toList(),
              query.get(),
              by,
              note,
              object.positionOf("query"));
      wordings.forEach(wording -> requireOneReading(wording, verified));
      draft.verified.add(verified);
    }
  }

  private void requireOneReading(Located<String> wording, VerifiedQuestion verified) {
    VerifiedQuestion first = byWording.putIfAbsent(WordChecks.fold(wording.value()), verified);
    if (first != null && !first.equals(verified)) {
      draft.problems.add(
          ProblemCode.DUPLICATE_NAME,
          wording.at(),
          "the question '" + wording.value() + "' is already verified",
          Optional.of("first in " + first.at().file() + ", line " + first.at().line()));
    }
  }

  private Optional<SemanticQuery> query(YamlTree tree) {
    try {
      return Optional.of(QueryJson.mapper().readerFor(SemanticQuery.class).readValue(tree.json()));
    } catch (JsonMappingException e) {
      YamlTree at = tree;
      for (JsonMappingException.Reference step : e.getPath()) {
        at = step(at, step).orElse(at);
      }
      draft.problems.add(ProblemCode.INVALID_QUERY, at.position(), QueryJson.explain(e).en());
    } catch (JsonProcessingException e) {
      draft.problems.add(ProblemCode.INVALID_QUERY, tree.position(), QueryJson.explain(e).en());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static Optional<YamlTree> step(YamlTree at, JsonMappingException.Reference step) {
    if (step.getFieldName() != null) {
      return at.child(step.getFieldName());
    }
    List<YamlTree> elements = at.elements();
    return step.getIndex() >= 0 && step.getIndex() < elements.size()
        ? Optional.of(elements.get(step.getIndex()))
        : Optional.empty();
  }

  /** Whatever stands under these keys of a query's JSON form is a name of the catalog. */
  private void refer(YamlTree tree) {
    for (YamlTree.Entry entry : tree.entries()) {
      switch (entry.key()) {
        case "metrics" -> entry.value().elements().forEach(e -> refer(Draft.Kind.METRIC, e));
        case "metric" -> refer(Draft.Kind.METRIC, entry.value());
        case "dimensions", "over" ->
            entry.value().elements().forEach(e -> refer(Draft.Kind.DIMENSION, e));
        case "dimension", "entity" -> refer(Draft.Kind.DIMENSION, entry.value());
        case "name" -> refer(Draft.Kind.CALENDAR, entry.value());
        default -> {
          refer(entry.value());
          entry.value().elements().forEach(this::refer);
        }
      }
    }
  }

  private void refer(Draft.Kind kind, YamlTree name) {
    name.text().ifPresent(located -> draft.refer(kind, located));
  }
}
