package io.mingshu.nlq.interpret;

import io.mingshu.semantic.text.Language;
import java.util.regex.Pattern;

/** The language that a question is asked in, mixtures too. */
final class Languages {
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]+");

  private Languages() {}

  /**
   * A Chinese word is about two characters long; metric names such as GMV are in both languages.
   */
  static Language of(String text) {
    long han = text.codePoints().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
    long words =
        LATIN_WORD.matcher(text).results().filter(w -> !w.group().equals(upper(w.group()))).count();
    return 2 * words > han + 1 || (han == 0 && text.chars().anyMatch(Character::isLetter))
        ? Language.EN
        : Language.ZH;
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }
}
