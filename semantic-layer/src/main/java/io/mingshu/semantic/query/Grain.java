package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Calendar units, from fine to coarse; weeks begin on the catalog's week start. */
public enum Grain {
  @JsonProperty("hour")
  HOUR,
  @JsonProperty("day")
  DAY,
  @JsonProperty("week")
  WEEK,
  @JsonProperty("month")
  MONTH,
  @JsonProperty("quarter")
  QUARTER,
  @JsonProperty("year")
  YEAR;

  public boolean isCoarserThan(Grain other) {
    return compareTo(other) > 0;
  }
}
