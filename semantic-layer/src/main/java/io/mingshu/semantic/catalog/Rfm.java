package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * Buyers by how lately, how often and for how much they have bought. Queries know it as a dimension
 * whose values are the eight {@link Group}s.
 *
 * @param name that dimension
 * @param window whose buyers are ranked
 * @param frequency the metric of how often; the last day of its rows is how lately
 * @param monetary the metric of how much
 * @param scores how many scores there are, from 1
 * @param high from which score on something is high
 */
public record Rfm(
    String name, RuleWindow window, String frequency, String monetary, int scores, int high) {

  /** What is high: by M important or general, by R and F what to do. */
  public enum Group {
    IMPORTANT_VALUE(true, true, true, "重要价值客户", "important, to value"),
    IMPORTANT_DEVELOP(true, true, false, "重要发展客户", "important, to develop"),
    IMPORTANT_KEEP(true, false, true, "重要保持客户", "important, to keep"),
    IMPORTANT_WIN_BACK(true, false, false, "重要挽留客户", "important, to win back"),
    GENERAL_VALUE(false, true, true, "一般价值客户", "general, to value"),
    GENERAL_DEVELOP(false, true, false, "一般发展客户", "general, to develop"),
    GENERAL_KEEP(false, false, true, "一般保持客户", "general, to keep"),
    GENERAL_WIN_BACK(false, false, false, "一般挽留客户", "general, to win back");

    private final boolean muchSpent;
    private final boolean lately;
    private final boolean often;
    private final String zh;
    private final String en;

    Group(boolean muchSpent, boolean lately, boolean often, String zh, String en) {
      this.muchSpent = muchSpent;
      this.lately = lately;
      this.often = often;
      this.zh = zh;
      this.en = en;
    }

    public boolean muchSpent() {
      return muchSpent;
    }

    public boolean lately() {
      return lately;
    }

    public boolean often() {
      return often;
    }

    public Text label() {
      return new Text(zh, en);
    }

    /** The value of the dimension. */
    public String code() {
      return zh;
    }

    public static Optional<Group> of(String code) {
      return Arrays.stream(values()).filter(group -> group.code().equals(code)).findFirst();
    }
  }
}
