package io.mingshu.nlq.complete;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How Chinese names are typed on a Latin keyboard: whole syllables, or the initial of each. */
final class Sound {
  private Sound() {}

  /** The spellings of a folded name; none where it has no Chinese character. */
  static Set<String> spellings(String name) {
    Set<String> spellings = new LinkedHashSet<>();
    if (Letters.hasHan(name)) {
      // As a phrase (重庆: chong), and as each character sounds most often (zhong).
      add(byPhrase(name), spellings);
      add(name.chars().mapToObj(c -> syllable((char) c)).toList(), spellings);
    }
    return spellings;
  }

  private static void add(List<String> syllables, Set<String> spellings) {
    StringBuilder whole = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (String syllable : syllables) {
      whole.append(syllable);
      if (!syllable.isEmpty()) {
        initials.append(syllable.charAt(0));
      }
    }
    spellings.add(whole.toString());
    spellings.add(initials.toString());
  }

  private static List<String> byPhrase(String name) {
    List<String> syllables = new ArrayList<>();
    int i = 0;
    while (i < name.length()) {
      int end = i;
      while (end < name.length() && Letters.isHan(name.charAt(end))) {
        end++;
      }
      if (end == i) {
        syllables.add(syllable(name.charAt(i++)));
      } else {
        syllables.addAll(List.of(latin(name.substring(i, end)).split(" ")));
        i = end;
      }
    }
    return syllables;
  }

  private static String syllable(char c) {
    if (Letters.isHan(c)) {
      return latin(String.valueOf(c));
    }
    return Letters.isLatin(c) ? String.valueOf(c) : "";
  }

  private static String latin(String han) {
    return PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL, " ").replace('ü', 'v');
  }
}
