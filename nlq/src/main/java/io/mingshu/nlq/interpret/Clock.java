package io.mingshu.nlq.interpret;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The moment of asking, and what periods are at it. */
record Clock(PeriodResolver periods, LocalDateTime now, @Nullable DayRange data, Catalog catalog) {

  Period defaultPeriod() {
    return catalog.defaultPeriod();
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  /** The days of a period; empty where the calendar does not know them. */
  Optional<TimeRange> range(Period period) {
    try {
      return Optional.of(periods.resolve(period, now, data));
    } catch (MingshuException e) {
      return Optional.empty();
    }
  }
}
