package io.mingshu.semantic.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Word lists in a short form: words are separated by bars, and {@code [a/b/]} in a word stands for
 * one of the alternatives (here a, b or nothing). {@code 高[了/出][多少/几个点]} is four words.
 */
public final class WordList {
  private static final String SEPARATOR = "\\|";
  private static final String ALTERNATIVES = "/";

  private WordList() {}

  /** How many words one entry may stand for. */
  public static final int MOST = 500;

  /** How many words an entry stands for; more than {@link #MOST} are too many to be looked at. */
  public static long count(String word) {
    long count = 1;
    int open = word.indexOf('[');
    while (open >= 0 && count <= MOST) {
      int close = word.indexOf(']', open);
      if (close < 0) {
        return count;
      }
      count *= word.substring(open, close).chars().filter(c -> c == '/').count() + 1;
      open = word.indexOf('[', close);
    }
    return count;
  }

  /** The words, without empty ones and repetitions, in order. */
  public static List<String> words(String list) {
    return Arrays.stream(list.split(SEPARATOR))
        .flatMap(WordList::expanded)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> expanded(String word) {
    int open = word.indexOf('[');
    int close = word.indexOf(']', open);
    if (open < 0 || close < 0) {
      return Stream.of(word);
    }
    List<String> expanded = new ArrayList<>();
    for (String choice : word.substring(open + 1, close).split(ALTERNATIVES, -1)) {
      expanded(word.substring(0, open) + choice + word.substring(close + 1)).forEach(expanded::add);
    }
    return expanded.stream();
  }
}
