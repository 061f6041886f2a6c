package io.mingshu.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JSON Schema of semantic queries: as {@code openapi.yaml} describes them, and with the names
 * of one catalog where it leaves them open.
 */
final class QuerySchema {
  private static final String OPENAPI = "/io/mingshu/gateway/openapi.yaml";
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String THERE = "#/components/schemas/";
  private static final String HERE = "#/$defs/";
  private static final String ROOT = "SemanticQuery";
  private static final String COMPOSED = "^[a-z0-9_]+/[a-z0-9_/]+$";

  private QuerySchema() {}

  static JsonNode of(Catalog catalog) {
    JsonNode described = described();
    ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    Deque<String> due = new ArrayDeque<>(List.of(ROOT));
    Set<String> seen = new LinkedHashSet<>(due);
    while (!due.isEmpty()) {
      String name = due.remove();
      JsonNode definition = moved(described.path(name).deepCopy());
      definitions.set(name, definition);
      definition.findValuesAsText("$ref").stream()
          .map(ref -> ref.substring(HERE.length()))
          .filter(seen::add)
          .forEach(due::add);
    }
    name(definitions, "MetricName", catalog.metrics().stream().map(Metric::name), true);
    name(
        definitions,
        "DimensionName",
        Stream.concat(
            catalog.dimensions().stream().map(Dimension::name),
            catalog.segments().stream().map(Segment::name)),
        false);
    name(definitions, "FunnelName", catalog.funnels().stream().map(Funnel::name), false);
    name(definitions, "CampaignName", catalog.calendar().stream().map(CalendarEntry::name), false);
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", catalog.label().en());
    schema.put("$ref", HERE + ROOT);
    schema.set("$defs", definitions);
    return schema;
  }

  private static JsonNode described() {
    try (InputStream in = QuerySchema.class.getResourceAsStream(OPENAPI)) {
      if (in == null) {
        throw new IllegalStateException(OPENAPI + " is not on the class path");
      }
      return new ObjectMapper(new YAMLFactory()).readTree(in).at("/components/schemas");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** References lead to where definitions are in a schema of its own. */
  private static JsonNode moved(JsonNode schema) {
    for (JsonNode holder : schema.findParents("$ref")) {
      String there = holder.get("$ref").asText();
      ((ObjectNode) holder).put("$ref", HERE + there.substring(THERE.length()));
    }
    return schema;
  }

  private static void name(
      ObjectNode definitions, String definition, Stream<String> names, boolean composed) {
    ObjectNode open = (ObjectNode) definitions.get(definition);
    ArrayNode known = JsonNodeFactory.instance.arrayNode();
    names.forEach(known::add);
    if (composed) {
      ArrayNode either = open.putArray("anyOf");
      either.addObject().set("enum", known);
      either.addObject().put("pattern", COMPOSED);
    } else if (!known.isEmpty()) {
      open.set("enum", known);
    }
  }
}
