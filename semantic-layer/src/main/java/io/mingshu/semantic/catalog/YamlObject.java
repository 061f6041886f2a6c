package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.text.WordList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file, read key by key. Each reader reports what is wrong and goes on with
 * nothing; {@link #close} reports the keys that nobody read.
 */
final class YamlObject {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final YamlSource source;
  private final Position position;
  private final String what;

  private record Entry(Node key, Node value) {}

  /**
   * @param what what the mapping describes, as messages call it
   */
  YamlObject(MappingNode node, YamlSource source, String what) {
    this.source = source;
    this.position = source.position(node);
    this.what = what;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(ProblemCode.WRONG_TYPE, source.position(tuple.getKeyNode()), "a key is a word");
      } else if (entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()))
          != null) {
        problem(
            ProblemCode.DUPLICATE_NAME,
            source.position(key),
            "the key '" + key.getValue() + "' stands twice in " + what);
      }
    }
  }

  Position position() {
    return position;
  }

  /** Where the value of a key stands, or the mapping itself where the key is absent. */
  Position positionOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? position : source.position(entry.value);
  }

  boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  /** All keys, for mappings whose keys are names. */
  List<Located<String>> keys() {
    known.addAll(entries.keySet());
    return entries.entrySet().stream()
        .map(e -> new Located<>(e.getKey(), source.position(e.getValue().key)))
        .toList();
  }

  Optional<Located<String>> string(String key) {
    Optional<Node> value = value(key);
    return value.flatMap(node -> text(node, "'" + key + "'"));
  }

  Optional<Located<String>> requiredString(String key) {
    requirePresent(key);
    return string(key);
  }

  boolean flag(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return false;
    }
    if (value.get() instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.BOOL)
        && List.of("true", "false").contains(scalar.getValue())) {
      return scalar.getValue().equals("true");
    }
    wrongType(value.get(), "'" + key + "' is true or false");
    return false;
  }

  Optional<Integer> positive(String key) {
    requirePresent(key);
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().matches("[1-9][0-9]{0,3}")) {
      return Optional.of(Integer.valueOf(scalar.getValue()));
    }
    wrongType(value.get(), "'" + key + "' is a whole number from 1 to 9999");
    return Optional.empty();
  }

  /** A number of things that may be many. */
  Optional<Long> count(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().matches("[1-9][0-9]{0,14}")) {
      return Optional.of(Long.valueOf(scalar.getValue()));
    }
    wrongType(value.get(), "'" + key + "' is a whole number from 1, with at most 15 digits");
    return Optional.empty();
  }

  Optional<BigDecimal> decimal(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
        && scalar.getValue().matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
      return Optional.of(new BigDecimal(scalar.getValue()));
    }
    wrongType(value.get(), "'" + key + "' is a number in decimal");
    return Optional.empty();
  }

  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return string(key).flatMap(found -> constant(found, key, type));
  }

  <E extends Enum<E>> Optional<E> requiredChoice(String key, Class<E> type) {
    requirePresent(key);
    return choice(key, type);
  }

  private <E extends Enum<E>> Optional<E> constant(
      Located<String> found, String key, Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E candidate : type.getEnumConstants()) {
      String name = candidate.name().toLowerCase(Locale.ROOT);
      if (name.equals(found.value())) {
        return Optional.of(candidate);
      }
      names.add(name);
    }
    source.problems().addUnknown(ProblemCode.BAD_VALUE, found.at(), key, found.value(), names);
    return Optional.empty();
  }

  /** Whether a key holds a mapping rather than a list or a text. */
  boolean holdsKeys(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> entry.value() instanceof MappingNode)
        .isPresent();
  }

  Optional<YamlObject> object(String key) {
    return value(key).flatMap(node -> mapping(node, key));
  }

  /** What something else reads. */
  Optional<YamlTree> tree(String key) {
    return value(key).map(node -> new YamlTree(node, source));
  }

  List<YamlObject> objects(String key, String elementName) {
    List<YamlObject> found = new ArrayList<>();
    for (Node element : elements(key)) {
      mapping(element, elementName).ifPresent(found::add);
    }
    return found;
  }

  List<Located<String>> strings(String key) {
    List<Located<String>> found = new ArrayList<>();
    for (Node element : elements(key)) {
      text(element, "each of '" + key + "'").ifPresent(found::add);
    }
    return found;
  }

  /** A text in both languages; absent: nothing. */
  Optional<Text> text(String key) {
    return object(key).map(YamlObject::asText);
  }

  /** A text in both languages that must be there; where it is not, empty words stand in. */
  Text requiredText(String key) {
    requirePresent(key);
    return text(key).orElse(Text.same(""));
  }

  private Text asText() {
    String zh = requiredString("zh").map(Located::value).orElse("");
    String en = requiredString("en").map(Located::value).orElse("");
    close();
    return new Text(zh, en);
  }

  /** Words by language, with their places. */
  LocatedTerms terms(String key) {
    Optional<YamlObject> object = object(key);
    if (object.isEmpty()) {
      return LocatedTerms.NONE;
    }
    List<Located<String>> zh = words(object.get().strings("zh"));
    List<Located<String>> en = words(object.get().strings("en"));
    object.get().close();
    return new LocatedTerms(zh, en);
  }

  /** Reports the keys that nobody asked for. */
  void close() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            source
                .problems()
                .addUnknown(ProblemCode.UNKNOWN_KEY, source.position(entry.key), "key", key, known);
          }
        });
  }

  void problem(ProblemCode code, Position at, String message) {
    source.problems().add(code, at, message);
  }

  void requirePresent(String key) {
    if (!has(key)) {
      problem(ProblemCode.MISSING_KEY, position, what + " has no '" + key + "'");
    }
  }

  private Optional<Node> value(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  private List<Node> elements(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrongType(value.get(), "'" + key + "' is a list");
    return List.of();
  }

  private Optional<YamlObject> mapping(Node node, String name) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlObject(mapping, source, name));
    }
    wrongType(node, "'" + name + "' is a mapping of keys");
    return Optional.empty();
  }

  private Optional<Located<String>> text(Node node, String name) {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.STR) || scalar.getTag().equals(Tag.TIMESTAMP))) {
      if (scalar.getValue().isBlank()) {
        problem(ProblemCode.BAD_VALUE, source.position(node), name + " is empty");
        return Optional.empty();
      }
      return Optional.of(new Located<>(scalar.getValue(), source.position(node)));
    }
    String hint =
        node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()
            ? "; write it in quotes: \"" + scalar.getValue() + "\""
            : "";
    wrongType(node, name + " is text" + hint);
    return Optional.empty();
  }

  private void wrongType(Node node, String message) {
    problem(ProblemCode.WRONG_TYPE, source.position(node), message);
  }

  /** Each of the words that an entry with alternatives stands for. */
  private List<Located<String>> words(List<Located<String>> entries) {
    List<Located<String>> words = new ArrayList<>();
    for (Located<String> entry : entries) {
      if (WordList.count(entry.value()) > WordList.MOST) {
        problem(
            ProblemCode.BAD_VALUE,
            entry.at(),
            "'" + entry.value() + "' stands for more than " + WordList.MOST + " words");
      } else {
        WordList.words(entry.value()).forEach(w -> words.add(new Located<>(w, entry.at())));
      }
    }
    return words;
  }

  /** Words by language, with their places. */
  record LocatedTerms(List<Located<String>> zh, List<Located<String>> en) {
    static final LocatedTerms NONE = new LocatedTerms(List.of(), List.of());

    Terms terms() {
      return new Terms(
          zh.stream().map(Located::value).toList(), en.stream().map(Located::value).toList());
    }

    List<Located<String>> all() {
      List<Located<String>> all = new ArrayList<>(zh);
      all.addAll(en);
      return all;
    }
  }
}
