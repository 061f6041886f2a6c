package io.mingshu.nlq.chips;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a chip is about. */
public enum Part {
  /** Which analysis it is, and what of it is told. */
  @JsonProperty("kind")
  KIND,
  @JsonProperty("metric")
  METRIC,
  @JsonProperty("dimension")
  DIMENSION,
  @JsonProperty("period")
  PERIOD,
  @JsonProperty("filter")
  FILTER,
  @JsonProperty("grain")
  GRAIN,
  @JsonProperty("accumulation")
  ACCUMULATION,
  @JsonProperty("comparison")
  COMPARISON,
  @JsonProperty("share")
  SHARE,
  @JsonProperty("condition")
  CONDITION,
  @JsonProperty("order")
  ORDER,
  /** Whom retention is about. */
  @JsonProperty("cohort")
  COHORT,
  /** What people do. */
  @JsonProperty("event")
  EVENT,
  /** When they come back. */
  @JsonProperty("returns")
  RETURNS,
  @JsonProperty("steps")
  STEPS,
  @JsonProperty("window")
  WINDOW,
  @JsonProperty("page")
  PAGE,
  /** How many pages or ways are shown. */
  @JsonProperty("size")
  SIZE
}
