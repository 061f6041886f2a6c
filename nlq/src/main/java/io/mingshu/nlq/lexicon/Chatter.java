package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Remarks beside a question: clauses of small words alone ("sorry, I forgot to write it down",
 * 老板刚在催). One word that is not among them, and the clause is read like any other.
 */
final class Chatter implements Stratum {
  private static final double COST = 0.9;

  /** Longer ones may hide something. */
  private static final int LONGEST = 90;

  private static final int LONGEST_WORD = 12;

  private static final String SEPARATORS = ",.!?;:…()\n。！？；，：、";

  private final Set<String> words;

  Chatter(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  @Override
  public void extend(Chart chart) {
    String text = chart.text();
    Set<Edge> found = new HashSet<>();
    int length = text.strip().length();
    for (int from = 0; from < text.length(); from++) {
      int to = from;
      while (to < text.length() && isInside(text, to)) {
        to++;
      }
      if (to > from) {
        remark(text, from, to, length).ifPresent(found::add);
        from = to;
      }
    }
    found.forEach(chart::add);
  }

  private Optional<Edge> remark(String text, int from, int to, int length) {
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    boolean beside = end - start < length;
    return beside && start < end && end - start <= LONGEST && saysNothing(text, start, end)
        ? Optional.of(new Edge(start, end, new FillerWord(), COST))
        : Optional.empty();
  }

  /** Whether a clause goes on at a place; Chinese ones are set apart by spaces, too. */
  private static boolean isInside(String text, int at) {
    char c = text.charAt(at);
    if (isSeparator(c) || text.startsWith("--", at)) {
      return false;
    }
    if (c != ' ') {
      return true;
    }
    boolean behindChinese = at > 0 && isChinese(text.codePointBefore(at));
    if (behindChinese || at + 1 == text.length()) {
      return !behindChinese;
    }
    char next = text.charAt(at + 1);
    return next != ' '
        && !isSeparator(next)
        && !isChinese(text.codePointAt(at + 1))
        && !text.startsWith(" - ", at);
  }

  private static boolean isSeparator(char c) {
    return SEPARATORS.indexOf(c) >= 0;
  }

  private static boolean isChinese(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  private boolean saysNothing(String text, int start, int end) {
    boolean[] reached = new boolean[end - start + 1];
    reached[0] = true;
    for (int at = start; at < end; at++) {
      if (!reached[at - start]) {
        continue;
      }
      if (text.charAt(at) == ' ') {
        reached[at + 1 - start] = true;
        continue;
      }
      for (int to = at + 1; to <= Math.min(end, at + LONGEST_WORD); to++) {
        if (isWhole(text, at, to, end) && words.contains(text.substring(at, to))) {
          reached[to - start] = true;
        }
      }
    }
    return reached[end - start];
  }

  /** A Latin word is not cut. */
  private static boolean isWhole(String text, int from, int to, int end) {
    boolean cutBefore = from > 0 && isLatin(text.charAt(from)) && isLatin(text.charAt(from - 1));
    boolean cutBehind = to < end && isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to));
    return !cutBefore && !cutBehind;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && (Character.isLetterOrDigit(c) || c == '\'');
  }
}
