package io.mingshu.semantic.catalog;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds to the lists of a YAML file line by line, so that all that people have written there, their
 * comments too, stays as it is.
 */
final class YamlLists {
  private static final Pattern ELEMENT = Pattern.compile("^( *)- .*");
  private static final Pattern NEXT_KEY = Pattern.compile("^[^\\s#-].*");

  private YamlLists() {}

  /**
   * The file's text with an entry at the end of its list, which is begun where it is not there.
   *
   * @throws MingshuException {@code INVALID_USAGE} where the list is not written one element a line
   */
  static String with(String text, Addition addition, String file) {
    String section = addition.section();
    List<String> lines = new ArrayList<>(text.lines().toList());
    int key = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(section + "\\s*:.*")) {
        key = i;
      }
    }
    if (key < 0) {
      if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
        lines.add("");
      }
      lines.add(section + ":");
      lines.addAll(element("  ", addition));
    } else {
      if (!lines.get(key).matches(section + ":\\s*(#.*)?")) {
        throw new MingshuException(
            ErrorCode.INVALID_USAGE,
            new Text(
                file + " 里的 " + section + " 写在一行里；请改成每行一个“- …”",
                "'" + section + "' in " + file + " stands on one line; write it as '- …' lines"));
      }
      int end = end(lines, key);
      lines.addAll(end, element(indent(lines.subList(key + 1, end)), addition));
    }
    String ending = text.contains("\r\n") ? "\r\n" : "\n";
    return String.join(ending, lines) + ending;
  }

  /** Behind the last line of a list; what is said before the next key belongs to that. */
  private static int end(List<String> lines, int key) {
    int end = key + 1;
    while (end < lines.size() && !NEXT_KEY.matcher(lines.get(end)).matches()) {
      end++;
    }
    while (end > key + 1 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith("#"))) {
      end--;
    }
    return end;
  }

  private static String indent(List<String> elements) {
    for (String line : elements) {
      Matcher element = ELEMENT.matcher(line);
      if (element.matches()) {
        return element.group(1);
      }
    }
    return "  ";
  }

  private static List<String> element(String indent, Addition addition) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + "# " + addition.reason().replaceAll("\\s+", " "));
    List<String> own = addition.lines();
    for (int i = 0; i < own.size(); i++) {
      lines.add(indent + (i == 0 ? "- " : "  ") + own.get(i));
    }
    return lines;
  }
}
