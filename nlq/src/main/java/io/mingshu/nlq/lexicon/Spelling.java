package io.mingshu.nlq.lexicon;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import io.mingshu.nlq.chart.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what a mistyped catalog name was meant to be. A Latin word of seven letters and more is
 * taken within one edit behind its first letter, a shorter one where two neighbours are swapped; a
 * Chinese name where it sounds the same or differs by characters that look alike. Anything less
 * sure is only suggested.
 */
public final class Spelling {
  private static final int SHORTEST_EDITED = 4;
  private static final int SHORTEST_SURE = 7;
  private static final int SHORTEST_SWAPPED = 3;

  /** A letter left out, or one too many. */
  private static final int SHORTEST_SLIPPED = 5;

  private static final int SHORTEST_CHINESE = 3;
  private static final int LONGEST_CHINESE = 8;
  private static final int LONGEST_SUGGESTED = 24;

  /** They are no misspelt UPT or AOV. */
  private static final Set<String> WORDS_OF_THEIR_OWN =
      Set.of(
          "put",
          "tap",
          "ova",
          "mua",
          "duo",
          "scales",
          "charts",
          "brooks",
          "bookts",
          "salves",
          "users",
          "shores",
          "shoves",
          "viewers",
          "views",
          "border",
          "borders",
          "brands",
          "brandy",
          "phrases",
          "videos",
          "guests",
          "quests",
          "reviews",
          "previews",
          "chairs",
          "shares",
          "unites",
          "united",
          "buyer",
          "moneys",
          "bolds",
          "golds",
          "silvery",
          "waters",
          "searches",
          "pages",
          "stages");

  /** Edits by the length of the longer word. */
  private static final double FURTHEST = 0.4;

  /** The same for Chinese words that have a character in common. */
  private static final double FURTHEST_SHARING = 0.6;

  /** Characters that are taken for each other when they are read or picked from a list. */
  private static final List<String> LOOKALIKES =
      List.of(
          "浙淅", "末未", "己已巳", "拆折", "陕陝峡", "徽微", "晋普", "候侯", "券卷", "拨拔", "人入", "日曰", "土士", "干千",
          "货贷", "今令", "大太", "免兔", "历厉", "治冶", "酒洒", "篮蓝", "竟竞", "即既", "京亰", "宁宇", "苏办", "辽过", "广厂",
          "川州", "单草", "购构", "额颔", "率卒", "访坊", "付附");

  private final Map<Integer, Set<String>> latinWords = new HashMap<>();
  private final Map<String, Set<String>> bySound = new HashMap<>();
  private final Map<String, Set<String>> byLook = new HashMap<>();
  private final Map<Character, String> sounds = new ConcurrentHashMap<>();
  private final Set<String> names;
  private final Map<Integer, List<Name>> byLength;

  /**
   * A name.
   *
   * @param sorted its characters in order, by which they are counted
   */
  private record Name(String text, String sorted) {}

  public Spelling(Map<String, Meaning> names) {
    this.names = Set.copyOf(names.keySet());
    this.byLength =
        this.names.stream()
            .map(name -> new Name(name, sorted(name)))
            .collect(Collectors.groupingBy(name -> name.text().length()));
    for (String name : names.keySet()) {
      if (name.chars().allMatch(c -> c < 0x250)) {
        for (String word : name.split("[^a-z0-9]+")) {
          if (word.length() >= SHORTEST_SWAPPED && Character.isLetter(word.charAt(0))) {
            latinWords.computeIfAbsent(word.length(), w -> new HashSet<>()).add(word);
          }
        }
      } else if (isChinese(name) && name.length() > 1) {
        byLook.computeIfAbsent(look(name), s -> new HashSet<>()).add(name);
      }
      if (isChinese(name) && name.length() >= SHORTEST_CHINESE) {
        bySound.computeIfAbsent(sound(name), s -> new HashSet<>()).add(name);
      }
    }
  }

  /** A stretch of the text and what to put in its place. */
  public record Correction(int start, int end, String replacement) {}

  /** The one sure correction of an unknown stretch, if there is one. */
  public Optional<Correction> correct(String text, int start, int end) {
    String unknown = text.substring(start, end);
    return unknown.chars().allMatch(c -> c < 0x250)
        ? latin(unknown, start, end)
        : chinese(text, start, end);
  }

  private Optional<Correction> latin(String unknown, int start, int end) {
    List<String> near =
        IntStream.rangeClosed(unknown.length() - 1, unknown.length() + 1)
            .mapToObj(length -> latinWords.getOrDefault(length, Set.of()))
            .flatMap(Set::stream)
            .filter(word -> isSure(unknown, word))
            .toList();
    return near.size() == 1
        ? Optional.of(new Correction(start, end, near.get(0)))
        : Optional.empty();
  }

  private static boolean isSure(String typed, String word) {
    if (Math.abs(typed.length() - word.length()) > 1) {
      return false;
    }
    // Short words are one letter from others that mean something: boots and books.
    boolean longEnough =
        Math.max(word.length(), typed.length()) >= SHORTEST_SURE
            && word.charAt(0) == typed.charAt(0);
    boolean letterMore =
        Math.min(typed.length(), word.length()) >= SHORTEST_SLIPPED
            && typed.length() != word.length()
            && typed.charAt(0) == word.charAt(0)
            && !WORDS_OF_THEIR_OWN.contains(typed);
    return isOneEdit(typed, word) && (longEnough || letterMore || isSwap(typed, word));
  }

  private static boolean isSwap(String a, String b) {
    if (a.length() != b.length() || WORDS_OF_THEIR_OWN.contains(a)) {
      return false;
    }
    int first = 0;
    while (a.charAt(first) == b.charAt(first)) {
      first++;
    }
    return first + 1 < a.length()
        && a.charAt(first) == b.charAt(first + 1)
        && a.charAt(first + 1) == b.charAt(first);
  }

  /** A window of the text round the unknown characters that sounds like one name. */
  private Optional<Correction> chinese(String text, int start, int end) {
    Set<Correction> found = new HashSet<>();
    int longest = 0;
    for (int from = Math.max(0, end - LONGEST_CHINESE); from <= start; from++) {
      for (int to = start + 1; to <= Math.min(text.length(), from + LONGEST_CHINESE); to++) {
        int length = to - from;
        if (length < 2 || length < longest || !isChinese(text.substring(from, to))) {
          continue;
        }
        String window = text.substring(from, to);
        Set<String> alike = byLook.getOrDefault(look(window), Set.of());
        if (alike.isEmpty() && length >= SHORTEST_CHINESE) {
          alike = bySound.getOrDefault(sound(window), Set.of());
        }
        if (alike.size() == 1 && !names.contains(window)) {
          if (length > longest) {
            found.clear();
            longest = length;
          }
          found.add(new Correction(from, to, alike.iterator().next()));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** The first of its look-alikes in the place of each character. */
  private static String look(String words) {
    StringBuilder look = new StringBuilder(words);
    for (int i = 0; i < look.length(); i++) {
      for (String alike : LOOKALIKES) {
        if (alike.indexOf(look.charAt(i)) >= 0) {
          look.setCharAt(i, alike.charAt(0));
        }
      }
    }
    return look.toString();
  }

  private static boolean isChinese(String words) {
    return words.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
  }

  /** Character by character, so that parts of a text sound as they do in the names. */
  private String sound(String words) {
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      sound.append(sounds.computeIfAbsent(words.charAt(i), Spelling::sound)).append(' ');
    }
    return sound.toString();
  }

  private static String sound(char character) {
    return PinyinHelper.toPinyin(String.valueOf(character), PinyinStyleEnum.NORMAL, " ");
  }

  /** The names that one edit makes of a stretch of some length, in order. */
  public List<String> oneEditFrom(String unknown) {
    boolean longEnough =
        isChinese(unknown)
            ? unknown.length() >= SHORTEST_CHINESE
            : unknown.length() >= SHORTEST_EDITED;
    return longEnough && unknown.length() <= LONGEST_SUGGESTED
        ? ofLength(Math.max(SHORTEST_CHINESE, unknown.length() - 1), unknown.length() + 1)
            .map(Name::text)
            .filter(name -> isOneEdit(unknown, name))
            .sorted()
            .toList()
        : List.of();
  }

  private Stream<Name> ofLength(int shortest, int longest) {
    return IntStream.rangeClosed(shortest, longest)
        .mapToObj(length -> byLength.getOrDefault(length, List.of()))
        .flatMap(List::stream);
  }

  /** The nearest names, to be named beside a refusal. */
  public List<String> suggest(String unknown, int limit) {
    record Scored(String name, double distance) {}
    List<Scored> scored = new ArrayList<>();
    if (unknown.length() > LONGEST_SUGGESTED) {
      return List.of();
    }
    String sorted = sorted(unknown);
    double most = unknown.chars().anyMatch(c -> c > 0x250) ? FURTHEST_SHARING : FURTHEST;
    int shortest = (int) (unknown.length() * (1 - most));
    int longest = (int) Math.ceil(unknown.length() / (1 - most));
    for (int length = shortest; length <= longest; length++) {
      for (Name name : byLength.getOrDefault(length, List.of())) {
        int longer = Math.max(unknown.length(), length);
        int apart = longer - inCommon(sorted, name.sorted());
        if (apart > most * longer) {
          continue;
        }
        double furthest = furthest(unknown, name.text());
        if (apart > furthest * longer) {
          continue;
        }
        double relative = (double) edits(unknown, name.text()) / longer;
        if (relative <= furthest) {
          scored.add(new Scored(name.text(), relative));
        }
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::distance).thenComparing(Scored::name));
    return scored.stream().limit(limit).map(Scored::name).toList();
  }

  /** Chinese words with no character in common are never near. */
  private static double furthest(String unknown, String name) {
    if (shareCharacter(unknown, name)) {
      return FURTHEST_SHARING;
    }
    return unknown.charAt(0) > 0x250 ? 0 : FURTHEST;
  }

  private static String sorted(String words) {
    char[] characters = words.toCharArray();
    Arrays.sort(characters);
    return new String(characters);
  }

  private static boolean shareCharacter(String unknown, String name) {
    for (int i = 0; i < unknown.length(); i++) {
      if (unknown.charAt(i) > 0x250 && name.indexOf(unknown.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** All names, for callers that complete words. */
  public Collection<String> names() {
    return names;
  }

  /** Whether one insertion, deletion, substitution or swap of neighbours makes one of the other. */
  private static boolean isOneEdit(String a, String b) {
    String longer = a.length() >= b.length() ? a : b;
    String shorter = a.length() >= b.length() ? b : a;
    int apart = longer.length() - shorter.length();
    if (apart > 1) {
      return false;
    }
    int from = 0;
    while (from < shorter.length() && longer.charAt(from) == shorter.charAt(from)) {
      from++;
    }
    int end = shorter.length();
    while (end > from && longer.charAt(end - 1 + apart) == shorter.charAt(end - 1)) {
      end--;
    }
    int middle = end - from;
    boolean swapped =
        apart == 0
            && middle == 2
            && longer.charAt(from) == shorter.charAt(from + 1)
            && longer.charAt(from + 1) == shorter.charAt(from);
    return (apart == 1 && middle == 0) || (apart == 0 && middle == 1) || swapped;
  }

  /** How many characters of one can stand for one of the other: what is left must be edited. */
  private static int inCommon(String sorted, String otherSorted) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length() && j < otherSorted.length()) {
      int order = Character.compare(sorted.charAt(i), otherSorted.charAt(j));
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  private static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > Math.max(a.length(), b.length()) / 2 + 1) {
      return Math.max(a.length(), b.length());
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        boolean swap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
