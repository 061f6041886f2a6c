package io.mingshu.nlq.complete;

import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.text.Language;
import java.util.Optional;

/**
 * A text and where in it is being typed.
 *
 * @param left what stands before the caret
 * @param right what stands behind it
 * @param before the same as {@code left}, as names are compared
 * @param after the same as {@code right}
 */
record Typing(
    String text,
    int caret,
    NormalText left,
    NormalText right,
    String before,
    String after,
    Language asker) {

  static Typing of(String text, int caret, Language asker, Normalizer normalizer) {
    NormalText left = normalizer.normalize(text.substring(0, caret));
    NormalText right = normalizer.normalize(text.substring(caret));
    return new Typing(
        text,
        caret,
        left,
        right,
        Vocabulary.folded(left.text()),
        Vocabulary.folded(right.text()),
        asker);
  }

  /** Whether a word may begin at a place before the caret. */
  boolean canBeginAt(int place) {
    return before.charAt(place) != ' '
        && !Letters.isInsideWord(before, place)
        && !isInsideCharacter(place);
  }

  /** Whether a typed character (㎡) became several, of which this is a later one. */
  private boolean isInsideCharacter(int place) {
    return place > 0 && left.originalStart(place) == left.originalStart(place - 1);
  }

  /** What stands behind the word that is being typed. */
  String behindTheWord() {
    String around = before.isEmpty() ? after : before.charAt(before.length() - 1) + after;
    int end = before.isEmpty() ? 0 : 1;
    while (Letters.isInsideWord(around, end)) {
      end++;
    }
    return around.substring(end);
  }

  /** The completion that puts a name in the place of the word that begins there. */
  Completion with(Name name, int start, Keys keys) {
    return completion(
        name.entry(), name.words(), name.description(asker), start, end(name, start, keys));
  }

  /** The completion that puts an entry's label there. */
  Completion with(Entry entry, Language language, int start) {
    return completion(
        entry, entry.label().in(language), entry.description().in(asker), start, endOfWord());
  }

  private Completion completion(Entry entry, String words, String description, int start, int end) {
    return new Completion(words, entry.kind(), description, left.originalStart(start), end, words);
  }

  /** Behind the caret, too, where the name goes on there as it was typed before. */
  private int end(Name name, int start, Keys keys) {
    String partial = before.substring(start);
    if (!name.folded().startsWith(partial)) {
      return endOfWord();
    }
    String rest = name.folded().substring(partial.length());
    if (rest.isEmpty() || !after.startsWith(rest) || Letters.isInsideWord(after, rest.length())) {
      return endOfWord();
    }
    // In 浙|江苏 the second word is one of its own.
    Optional<Keys.Named> other = keys.longestAt(after, 0);
    return other.isPresent() && other.get().end() > rest.length()
        ? endOfWord()
        : caret + right.originalEnd(rest.length());
  }

  /** The end of the Latin word that the caret stands in. */
  private int endOfWord() {
    int end = caret;
    while (Letters.isInsideWord(text, end)) {
      end++;
    }
    return end;
  }
}
