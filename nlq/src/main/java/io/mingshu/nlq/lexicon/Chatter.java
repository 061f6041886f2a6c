package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remarks beside a question: clauses of small words alone ("sorry, I forgot to write it down",
 * 老板刚在催). One word that is not among them, and the clause is read like any other.
 */
final class Chatter implements Stratum {
  private static final double COST = 0.9;

  /** Longer ones may hide something. */
  private static final int LONGEST = 90;

  private static final int LONGEST_WORD = 12;

  /** Chinese ones are set apart by spaces, too. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?:(?! ?[,.!?;:…()\\n。！？；，：、]|(?<=\\p{IsHan}) |  | (?=\\p{IsHan})| - |--)[^,.!?;:…()\\n。！？；，：、])+");

  private final Set<String> words;

  Chatter(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  @Override
  public void extend(Chart chart) {
    String text = chart.text();
    Set<Edge> found = new HashSet<>();
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find()) {
      int start = clause.start();
      int end = clause.end();
      while (start < end && text.charAt(start) == ' ') {
        start++;
      }
      while (end > start && text.charAt(end - 1) == ' ') {
        end--;
      }
      boolean beside = end - start < text.strip().length();
      if (beside && start < end && end - start <= LONGEST && saysNothing(text, start, end)) {
        found.add(new Edge(start, end, new FillerWord(), COST));
      }
    }
    found.forEach(chart::add);
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
