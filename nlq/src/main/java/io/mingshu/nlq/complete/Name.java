package io.mingshu.nlq.complete;

import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;

/**
 * A word for an entry.
 *
 * @param words as the catalog writes them
 * @param folded as texts are compared
 * @param zh whether Chinese askers call it so
 * @param en whether English ones do
 * @param order its place in the catalog
 */
record Name(Entry entry, String words, String folded, boolean zh, boolean en, int order) {
  private static final int DETOUR = 2;

  /** How much there is to read; a word that is not the label takes a second look. */
  int length() {
    Text label = entry.label();
    boolean isLabel = words.equals(label.zh()) || words.equals(label.en());
    return words.length() + (isLabel ? 0 : DETOUR);
  }

  boolean isSaidIn(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** What it stands for, begun with the entry's own label where this is another word for it. */
  String description(Language language) {
    String label = entry.label().in(language);
    String description = entry.description().in(language);
    boolean another = entry.metric().isPresent() && !label.equals(words);
    String joint = language == Language.ZH ? "：" : ": ";
    return another ? label + joint + description : description;
  }
}
