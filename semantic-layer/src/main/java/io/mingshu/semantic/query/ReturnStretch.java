package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A stretch of time in which everybody who started has to come back, whenever they started in the
 * period. What it means is defined in {@code docs/adr/0016-two-stretches-of-time.md}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReturnStretch.During.class, name = "during"),
  @JsonSubTypes.Type(value = ReturnStretch.After.class, name = "after")
})
public sealed interface ReturnStretch {

  /** A period of its own, which begins when the query's is over, or later. */
  record During(Period period) implements ReturnStretch {}

  /** So many days, weeks or months from the end of the query's period on. */
  record After(int count, Grain unit) implements ReturnStretch {}
}
