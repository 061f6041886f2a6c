package io.mingshu.semantic.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An entry that is to be written into a catalog's file. */
public sealed interface Addition {

  /** The list that it becomes an element of. */
  String section();

  /** The lines of the element, the first without its dash. */
  List<String> lines();

  /** Why it is there, in a line for the file's reviewers. */
  String reason();

  /** A further word for something. */
  record Alias(String word, Language language, AliasTarget target, String reason)
      implements Addition {
    @Override
    public String section() {
      return "aliases";
    }

    @Override
    public List<String> lines() {
      String terms = "terms: {" + YamlText.key(language) + ": [" + YamlText.of(word) + "]}";
      if (target instanceof AliasTarget.OfMetric metric) {
        return List.of(terms, "metric: " + YamlText.of(metric.metric()));
      }
      if (target instanceof AliasTarget.OfValue value) {
        return List.of(
            terms,
            "dimension: " + YamlText.of(value.dimension()),
            "value: " + YamlText.of(value.code()));
      }
      return List.of(
          terms, "dimension: " + YamlText.of(((AliasTarget.OfDimension) target).dimension()));
    }
  }

  /** A question with the reading that was confirmed. */
  record Verified(
      String wording, Language language, SemanticQuery query, Optional<String> by, String reason)
      implements Addition {
    @Override
    public String section() {
      return "verified";
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("question: {" + YamlText.key(language) + ": " + YamlText.of(wording) + "}");
      lines.add("query:");
      ObjectMapper mapper = QueryJson.mapper();
      JsonNode json = mapper.convertValue(query, JsonNode.class);
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        if (field.getValue().isBoolean() && !field.getValue().booleanValue()) {
          // What is not so may be left out.
          continue;
        }
        lines.add("  " + field.getKey() + ": " + YamlText.flow(field.getValue()));
      }
      return Stream.concat(lines.stream(), by.map(name -> "by: " + YamlText.of(name)).stream())
          .toList();
    }
  }

  /** People who are set apart by a rule. */
  record NewSegment(Segment segment, String reason) implements Addition {
    @Override
    public String section() {
      return "segments";
    }

    @Override
    public List<String> lines() {
      return List.of(
          "name: " + YamlText.of(segment.name()),
          "label: {zh: "
              + YamlText.of(segment.label().zh())
              + ", en: "
              + YamlText.of(segment.label().en())
              + "}",
          "kind: " + segment.kind().name().toLowerCase(Locale.ROOT),
          "rule: " + YamlText.flow(RuleYaml.of(segment.rule())));
    }
  }
}
