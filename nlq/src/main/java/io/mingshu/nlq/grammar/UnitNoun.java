package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Trie;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure counts: 元, 单, yuan. It adds nothing to the figure.
 *
 * @param word itself
 * @param money whether it is an amount
 * @param counts the metric that is counted in it, where the catalog has one
 */
record UnitNoun(String word, boolean money, Optional<String> counts) implements Meaning {
  private static final List<String> MONEY =
      List.of("元", "块", "块钱", "元钱", "人民币", "元人民币", "yuan", "rmb", "cny");
  private static final List<String> COUNTS =
      List.of(
          "单", "笔", "个", "人", "件", "次", "名", "位", "个人", "条", "个订单", "笔订单", "个用户", "people", "user",
          "times");

  /**
   * @param measureWords words with the metric that counts in them
   */
  static Stratum vocabulary(Map<String, String> measureWords) {
    Trie trie = new Trie();
    MONEY.forEach(word -> trie.add(word, new UnitNoun(word, true, Optional.empty()), 0.5, false));
    for (String word : COUNTS) {
      UnitNoun noun = new UnitNoun(word, false, Optional.ofNullable(measureWords.get(word)));
      trie.add(word, noun, 0.5, false);
    }
    return trie;
  }
}
