package io.mingshu.semantic.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A resolved period on the business clock.
 *
 * @param from the first moment
 * @param until the first moment after it
 * @param complete whether it is over at the moment of asking
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TimeRange(LocalDateTime from, LocalDateTime until, boolean complete) {

  /** No moment at all: a period that begins just now. */
  @JsonIgnore
  public boolean isEmpty() {
    return !from.isBefore(until);
  }

  @JsonIgnore
  public LocalDate firstDay() {
    return from.toLocalDate();
  }

  /** The last day of which a part lies inside. */
  @JsonIgnore
  public LocalDate lastDay() {
    return isEmpty() ? firstDay() : lastDayBefore(until);
  }

  static LocalDate lastDayBefore(LocalDateTime until) {
    LocalDate day = until.toLocalDate();
    return until.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.minusDays(1) : day;
  }
}
