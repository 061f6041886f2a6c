package io.mingshu.semantic.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a YAML file that something else reads as JSON, with the places of what is in it. */
final class YamlTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?");

  private final Node node;
  private final YamlSource source;

  YamlTree(Node node, YamlSource source) {
    this.node = node;
    this.source = source;
  }

  Position position() {
    return source.position(node);
  }

  /** What lies under a key. */
  Optional<YamlTree> child(String key) {
    return entries().stream().filter(e -> e.key.equals(key)).map(Entry::value).findFirst();
  }

  /** The elements of a list; of what is none, nothing. */
  List<YamlTree> elements() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(element -> new YamlTree(element, source)).toList()
        : List.of();
  }

  /** The text of a plain value. */
  Optional<Located<String>> text() {
    return node instanceof ScalarNode scalar
        ? Optional.of(new Located<>(scalar.getValue(), position()))
        : Optional.empty();
  }

  /** What lies under a key, with the key. */
  record Entry(String key, YamlTree value) {}

  /** The entries of a mapping; of what is none, nothing. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.add(new Entry(key.getValue(), new YamlTree(tuple.getValueNode(), source)));
        }
      }
    }
    return entries;
  }

  JsonNode json() {
    if (node instanceof MappingNode) {
      ObjectNode object = JSON.objectNode();
      entries().forEach(entry -> object.set(entry.key, entry.value.json()));
      return object;
    }
    if (node instanceof SequenceNode) {
      ArrayNode array = JSON.arrayNode();
      elements().forEach(element -> array.add(element.json()));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      return JSON.booleanNode(text.equals("true"));
    }
    if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && NUMBER.matcher(text).matches()) {
      return text.indexOf('.') < 0
          ? JSON.numberNode(Long.parseLong(text))
          : JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
