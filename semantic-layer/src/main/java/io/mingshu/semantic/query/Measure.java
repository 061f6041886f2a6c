package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Which figure of a metric: itself, or what a comparison or a share makes of it. */
public enum Measure {
  @JsonProperty("value")
  VALUE,
  /** The value in the base period. */
  @JsonProperty("previous")
  PREVIOUS,
  /** value − previous; of a rate: in points. */
  @JsonProperty("difference")
  DIFFERENCE,
  /** (value − previous) / previous; null where previous is 0. */
  @JsonProperty("change")
  CHANGE,
  /** The value in the second comparison's base period. */
  @JsonProperty("second_previous")
  SECOND_PREVIOUS,
  @JsonProperty("second_difference")
  SECOND_DIFFERENCE,
  @JsonProperty("second_change")
  SECOND_CHANGE,
  /** The share of the total or the parent. */
  @JsonProperty("share")
  SHARE;

  private static final List<Measure> FIRST = List.of(PREVIOUS, DIFFERENCE, CHANGE);
  private static final List<Measure> SECOND =
      List.of(SECOND_PREVIOUS, SECOND_DIFFERENCE, SECOND_CHANGE);

  /** What the first (0) or second (1) comparison adds: previous, difference, change. */
  public static List<Measure> ofComparison(int index) {
    return index == 0 ? FIRST : SECOND;
  }

  /** Whether it is a fraction whatever the metric. */
  public boolean isRate() {
    return this == CHANGE || this == SECOND_CHANGE || this == SHARE;
  }
}
