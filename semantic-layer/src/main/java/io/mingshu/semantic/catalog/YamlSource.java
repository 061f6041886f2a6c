package io.mingshu.semantic.catalog;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One YAML text as a tree that knows its places. Only plain YAML: no tags, no anchors, bounded in
 * size and depth, so that a hostile file can neither build objects nor blow up.
 */
final class YamlSource {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int DEEPEST = 40;
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);

  private final String file;
  private final Problems problems;

  private YamlSource(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The top mapping of the file, or nothing where problems were reported instead. */
  static Optional<YamlObject> read(String file, byte[] content, Problems problems) {
    return new YamlSource(file, problems).read(content);
  }

  private Optional<YamlObject> read(byte[] content) {
    if (content.length > LARGEST) {
      problems.add(ProblemCode.UNREADABLE, start(), "the file is larger than 8 MB");
      return Optional.empty();
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(decode(content)));
    } catch (CharacterCodingException e) {
      problems.add(ProblemCode.UNREADABLE, start(), "the file is not UTF-8");
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      Position at = e.getProblemMark() == null ? start() : position(e.getProblemMark());
      String what = e.getProblem() == null ? "not YAML" : e.getProblem();
      problems.add(ProblemCode.SYNTAX, at, "not valid YAML: " + what);
      return Optional.empty();
    } catch (YAMLException e) {
      problems.add(ProblemCode.SYNTAX, start(), "not valid YAML: " + e.getMessage());
      return Optional.empty();
    }
    if (root == null) {
      problems.add(ProblemCode.MISSING_KEY, start(), "the file is empty");
      return Optional.empty();
    }
    if (!isPlain(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
      return Optional.empty();
    }
    if (root instanceof MappingNode mapping) {
      return Optional.of(new YamlObject(mapping, this, "the catalog"));
    }
    problems.add(ProblemCode.WRONG_TYPE, position(root), "a catalog is a mapping of keys");
    return Optional.empty();
  }

  Problems problems() {
    return problems;
  }

  Position position(Node node) {
    return position(node.getStartMark());
  }

  private Position position(Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Position start() {
    return new Position(file, 1, 1);
  }

  private static String decode(byte[] content) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private boolean isPlain(Node node, Set<Node> seen) {
    if (!seen.add(node)) {
      return true;
    }
    boolean plain = true;
    if (node.getAnchor() != null) {
      problems.add(
          ProblemCode.UNSAFE_YAML,
          position(node),
          "anchors and aliases are not read; write it out");
      plain = false;
    }
    if (!PLAIN.contains(node.getTag())) {
      problems.add(
          ProblemCode.UNSAFE_YAML, position(node), "the tag " + node.getTag() + " is not read");
      plain = false;
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        plain &= isPlain(entry.getKeyNode(), seen);
        plain &= isPlain(entry.getValueNode(), seen);
      }
    } else if (node instanceof CollectionNode<?> collection) {
      for (Object element : collection.getValue()) {
        plain &= isPlain((Node) element, seen);
      }
    }
    return plain;
  }
}
