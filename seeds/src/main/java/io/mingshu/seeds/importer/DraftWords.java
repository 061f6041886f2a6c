package io.mingshu.seeds.importer;

import io.mingshu.semantic.text.Text;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names and words that a draft has given away: each stands for one thing. */
final class DraftWords {
  private final Set<String> names = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  /** The name, or the name with a number where it is taken. */
  String name(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** The label, with a number in each language where it is taken. */
  Text label(Text wanted) {
    String zh = free(wanted.zh());
    String en = fold(wanted.en()).equals(fold(wanted.zh())) ? zh : free(wanted.en());
    words.add(fold(zh));
    words.add(fold(en));
    return new Text(zh, en);
  }

  boolean isFree(String word) {
    return !words.contains(fold(word));
  }

  /** Takes a word if nothing has it. */
  boolean take(String word) {
    return words.add(fold(word));
  }

  private String free(String wanted) {
    String word = wanted;
    for (int i = 2; !isFree(word); i++) {
      word = wanted + " " + i;
    }
    return word;
  }

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
