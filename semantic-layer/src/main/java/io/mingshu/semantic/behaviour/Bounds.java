package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;

/** What a fold may hold besides its result's rows. */
final class Bounds {
  private static final long MOST_FIGURES = 5_000_000;

  /** So many events of one person are no person's. */
  private static final int MOST_EVENTS = 5_000_000;

  private Bounds() {}

  /**
   * @throws MingshuException with {@code TOO_MANY_ROWS}
   */
  static void requireFigures(long figures) {
    if (figures > MOST_FIGURES) {
      throw new MingshuException(
          ErrorCode.TOO_MANY_ROWS,
          new Text(
              "分组或时间段太多，结果放不下；请缩短时间或换一个值更少的维度",
              "There are too many groups or intervals to hold; ask for a shorter period or a"
                  + " dimension of fewer values"));
    }
  }

  /**
   * @throws MingshuException with {@code TOO_MANY_ROWS}
   */
  static void requireEvents(int events) {
    if (events > MOST_EVENTS) {
      throw new MingshuException(
          ErrorCode.TOO_MANY_ROWS,
          new Text(
              "有一个用户的行为超过 " + MOST_EVENTS + " 条，无法分析；请缩短时间或加上筛选",
              "One user has more than "
                  + MOST_EVENTS
                  + " events; ask for a shorter period or add a filter"));
    }
  }
}
