package io.mingshu.nlq.saving;

import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a new segment is called.
 *
 * @param name what queries call it
 * @param label what people call it
 */
public record NewName(String name, Text label) {
  /** The longest label. */
  public static final int LONGEST = 40;

  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _·+%&'’-]*");
  private static final Pattern LETTER = Pattern.compile(".*\\p{L}.*");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,99}");

  /** A label in one language, which stands in for the other. */
  public static NewName of(String label) {
    return of(label, label, Optional.empty());
  }

  /**
   * Labels with the name that follows from them.
   *
   * @param name what queries are to call it; absent: as the English label, or the Chinese one
   */
  public static NewName of(String zh, String en, Optional<String> name) {
    String chinese = tidy(zh.isBlank() ? en : zh);
    String english = tidy(en.isBlank() ? zh : en);
    return new NewName(name.orElseGet(() -> nameOf(english)), new Text(chinese, english));
  }

  private static String tidy(String label) {
    return label.strip().replaceAll("\\s+", " ");
  }

  private static String nameOf(String label) {
    String name =
        label
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_+|_+$", "");
    return name.matches("[\\p{N}].*") ? "segment_" + name : name;
  }

  /** Why nothing can be called so. */
  public Optional<Text> problem() {
    for (Language language : Language.values()) {
      String text = label.in(language);
      if (text.isEmpty()) {
        return Optional.of(new Text("请给人群起个名字", "Give the segment a name"));
      }
      if (text.length() > LONGEST) {
        return Optional.of(
            new Text("名字至多 " + LONGEST + " 个字", "A name has at most " + LONGEST + " characters"));
      }
      if (!LABEL.matcher(text).matches() || !LETTER.matcher(text).matches()) {
        return Optional.of(
            new Text(
                "名字“" + text + "”只能用文字、数字、空格和 _ · + % & ' -，并且至少有一个文字",
                "The name “"
                    + text
                    + "” may have letters, digits, spaces and _ · + % & ' - only, and at least one"
                    + " letter"));
      }
    }
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          new Text(
              "代号“" + name + "”只能用文字、数字和下划线，并且以文字开头",
              "The short name “"
                  + name
                  + "” has letters, digits and underscores only and begins with a letter"));
    }
    return Optional.empty();
  }
}
