package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every known word that starts at a place of the text, overlapping ones too. Latin words
 * match only at word boundaries, with an English plural or possessive; a space in a word matches
 * spaces and hyphens; between Latin and Chinese characters spaces do not matter.
 */
public final class Trie implements Stratum {
  /** What people put inside a Chinese verb-object word: 下了多少单, 新增了多少用户, 支付的金额. */
  private static final List<String> INSERTIONS = List.of("了多少", "过多少", "了几", "多少", "了", "的");

  private static final List<String> ENDINGS = List.of("s", "es", "s'");
  private static final double ENDING_COST = 0.15;

  private final Node root = new Node();

  /**
   * A word's meaning.
   *
   * @param splittable whether other words may stand inside it
   * @param inflects whether it has a plural
   */
  private record Entry(Meaning meaning, double cost, boolean splittable, boolean inflects) {}

  /** A match in the text. */
  private record Hit(int end, Meaning meaning, double cost) {}

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>(4);
    private final List<Entry> entries = new ArrayList<>(1);
    private boolean leadsToSplittable;
  }

  /**
   * Adds a word.
   *
   * @param word in the normalised form
   * @param splittable whether a quantity may stand inside a Chinese word
   */
  public void add(String word, Meaning meaning, double cost, boolean splittable) {
    // Names have plurals; courtesy has none: "sites" is no "site".
    add(word, new Entry(meaning, cost, splittable, !(meaning instanceof FillerWord)));
  }

  /** Adds a word that has no plural. */
  public void addUninflected(String word, Meaning meaning, double cost) {
    add(word, new Entry(meaning, cost, false, false));
  }

  private void add(String word, Entry entry) {
    String key =
        word.length() == 1
            ? word
            : word.replace('-', ' ').replace('_', ' ').trim().replaceAll(" +", " ");
    if (key.isEmpty()) {
      return;
    }
    Node node = root;
    for (int i = 0; i < key.length(); i++) {
      node = node.next.computeIfAbsent(key.charAt(i), c -> new Node());
      node.leadsToSplittable |= entry.splittable();
    }
    node.entries.add(entry);
  }

  @Override
  public void extend(Chart chart) {
    for (int start = 0; start < chart.length(); start++) {
      for (Hit hit : at(chart.text(), start)) {
        chart.add(new Edge(start, hit.end(), hit.meaning(), hit.cost()));
      }
    }
  }

  private List<Hit> at(String text, int start) {
    List<Hit> hits = new ArrayList<>(4);
    if (start > 0
        && isLatin(text.charAt(start))
        && isLatin(text.charAt(start - 1))
        && sameKind(text.charAt(start), text.charAt(start - 1))) {
      return hits;
    }
    walk(text, start, root, false, false, hits);
    return hits;
  }

  private void walk(
      String text, int position, Node node, boolean begun, boolean split, List<Hit> hits) {
    if (begun) {
      collect(text, position, node, split, hits);
    }
    if (position >= text.length()) {
      return;
    }
    char c = text.charAt(position);
    if (c == ' ' || c == '-' || c == '_') {
      int next = position + 1;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      Node spaced = node.next.get(' ');
      if (begun && spaced != null) {
        walk(text, next, spaced, true, split, hits);
      }
      if (begun
          && c == ' '
          && next < text.length()
          && isLatin(text.charAt(position - 1)) != isLatin(text.charAt(next))) {
        Node joined = node.next.get(text.charAt(next));
        if (joined != null) {
          walk(text, next + 1, joined, true, split, hits);
        }
      }
      if (c == ' ') {
        return;
      }
    }
    Node child = node.next.get(c);
    if (child != null) {
      walk(text, position + 1, child, true, split, hits);
    }
    if (begun && !split && node.leadsToSplittable && !isLatin(text.charAt(position - 1))) {
      for (String insertion : INSERTIONS) {
        if (text.startsWith(insertion, position)) {
          int after = position + insertion.length();
          Node beyond = after < text.length() ? node.next.get(text.charAt(after)) : null;
          if (beyond != null) {
            walk(text, after + 1, beyond, true, true, hits);
          }
        }
      }
    }
  }

  private static void collect(String text, int position, Node node, boolean split, List<Hit> hits) {
    if (node.entries.isEmpty()) {
      return;
    }
    int end = endAtBoundary(text, position);
    if (end < 0) {
      return;
    }
    for (Entry entry : node.entries) {
      if ((!split || entry.splittable()) && (end == position || entry.inflects())) {
        hits.add(
            new Hit(
                end,
                entry.meaning(),
                entry.cost() + (split ? 0.3 : 0) + (end > position ? ENDING_COST : 0)));
        if (isCounted(text, end) && entry.meaning() instanceof MetricWord) {
          hits.add(new Hit(end + 1, entry.meaning(), entry.cost() + ENDING_COST));
        }
        if (isDone(text, end) && isOfDeeds(entry.meaning())) {
          hits.add(new Hit(end + 1, entry.meaning(), entry.cost() + ENDING_COST));
        }
      }
    }
  }

  /** UV数, session数. */
  private static boolean isCounted(String text, int end) {
    return end < text.length()
        && isLatin(text.charAt(end - 1))
        && "数量值".indexOf(text.charAt(end)) >= 0;
  }

  /** 加购过: what was done at some time; 过 before a number is a comparison. */
  private static boolean isDone(String text, int end) {
    boolean number =
        end + 1 < text.length()
            && (Character.isDigit(text.charAt(end + 1))
                || "零一二两三四五六七八九十百千万亿半¥$".indexOf(text.charAt(end + 1)) >= 0);
    return end < text.length()
        && text.charAt(end) == '过'
        && !isLatin(text.charAt(end - 1))
        && !number;
  }

  private static boolean isOfDeeds(Meaning meaning) {
    return meaning instanceof MetricWord || meaning instanceof AmbiguousWord;
  }

  /** The end of a match, with a plural or possessive ending; −1 inside a Latin word. */
  private static int endAtBoundary(String text, int end) {
    char last = text.charAt(end - 1);
    if (text.startsWith("'s", end) && isLatin(last) && isBoundary(text, end + 2, 's')) {
      return end + 2;
    }
    if (!isLatin(last) || isBoundary(text, end, last)) {
      return end;
    }
    if (!Character.isLetter(last)) {
      return -1;
    }
    for (String ending : ENDINGS) {
      if (text.startsWith(ending, end) && isBoundary(text, end + ending.length(), 's')) {
        return end + ending.length();
      }
    }
    return -1;
  }

  private static boolean isBoundary(String text, int end, char last) {
    return end >= text.length() || !isLatin(text.charAt(end)) || !sameKind(text.charAt(end), last);
  }

  /** Digits and letters bound each other only for words such as top3 and 88vip users. */
  private static boolean sameKind(char a, char b) {
    return Character.isDigit(a) == Character.isDigit(b);
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
