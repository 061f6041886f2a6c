package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.semantic.text.WordList;
import java.util.List;

/** The words that set those of a segment beside all others. */
public enum SegmentSplit implements Meaning {
  /** Before its name: 是否高价值用户. */
  WHETHER("是否|是不是|是否为|是否是|是否属于|是不是属于", "whether they are|whether users are"),
  /** After its name: high-value users or not. */
  OR_NOT("与否", "or not|yes or no"),
  /** Between its name and that with a "not": 高价值用户和非高价值用户. */
  AND_NOT("[和/与/跟/对比/、/比]非", "[vs/vs./versus/and/against] [non-/not /non ]"),
  /** After its name: 高价值用户和其他用户, high-value users vs others. */
  AND_OTHERS(
      "[和/与/跟/对比/vs/、/比][其他/其余/别的/其它/普通/剩下的][用户/人/客户/会员/]",
      "[vs/vs./versus/and/against/compared with/compared to] [others/the others/other users/other"
          + " people/other customers/the rest/everyone else/everybody else/all others/all other users]");

  private final String forms;

  SegmentSplit(String zh, String en) {
    this.forms = zh + "|" + en;
  }

  List<String> forms() {
    return WordList.words(forms);
  }
}
