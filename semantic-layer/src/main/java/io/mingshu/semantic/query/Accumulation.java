package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Values over time that build on earlier buckets; needs a grain. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Accumulation.RunningTotal.class, name = "running_total"),
  @JsonSubTypes.Type(value = Accumulation.Rolling.class, name = "rolling")
})
public sealed interface Accumulation {

  /** From the period's start to the end of each bucket; distinct counts count each entity once. */
  record RunningTotal() implements Accumulation {}

  /** Over the {@code buckets} buckets that end with each bucket, reaching before the period. */
  record Rolling(int buckets) implements Accumulation {}
}
