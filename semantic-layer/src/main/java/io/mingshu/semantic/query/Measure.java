package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonProperty;

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
  /** The share of the total or the parent. */
  @JsonProperty("share")
  SHARE
}
