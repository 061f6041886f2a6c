package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Trie;
import java.util.List;

/**
 * What a figure counts: 元, 单, yuan. It adds nothing to the figure.
 *
 * @param money whether it is an amount
 */
record UnitNoun(boolean money) implements Meaning {
  private static final List<String> MONEY =
      List.of("元", "块", "块钱", "元钱", "人民币", "元人民币", "yuan", "rmb", "cny");
  private static final List<String> COUNTS =
      List.of(
          "单", "笔", "个", "人", "件", "次", "名", "位", "个人", "条", "个订单", "笔订单", "个用户", "people", "user",
          "times");

  static Stratum vocabulary() {
    Trie trie = new Trie();
    MONEY.forEach(word -> trie.add(word, new UnitNoun(true), 0.5, false));
    COUNTS.forEach(word -> trie.add(word, new UnitNoun(false), 0.5, false));
    return trie;
  }
}
