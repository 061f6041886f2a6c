package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Against which earlier period. With a grain each bucket is compared with its own base. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Comparison.PreviousPeriod.class, name = "previous_period"),
  @JsonSubTypes.Type(value = Comparison.YearBefore.class, name = "year_before"),
  @JsonSubTypes.Type(value = Comparison.DaysBefore.class, name = "days_before"),
  @JsonSubTypes.Type(value = Comparison.With.class, name = "with")
})
public sealed interface Comparison {

  /**
   * 环比: the calendar period just before, of the same kind; for a period so far the same elapsed
   * days of the previous one; for a free range the same length just before. With a grain: the
   * bucket just before.
   */
  record PreviousPeriod() implements Comparison {}

  /** 同比: the same dates one year before; weeks by ISO week; Feb 29 → Feb 28. */
  record YearBefore() implements Comparison {}

  /** The days so many days earlier (7: the same day last week). */
  record DaysBefore(int days) implements Comparison {}

  /** A period that was named; the later of the two is the current one. Not with a grain. */
  record With(Period base) implements Comparison {}
}
