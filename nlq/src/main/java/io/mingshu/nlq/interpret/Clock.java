package io.mingshu.nlq.interpret;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The moment of asking, and what periods are at it. */
record Clock(PeriodResolver periods, LocalDateTime now, @Nullable DayRange data, Catalog catalog) {

  Period defaultPeriod() {
    return catalog.defaultPeriod();
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  /** The comparison that leads from one period to an earlier one, where it has a name. */
  Optional<Comparison> leading(Period current, Period base) {
    Optional<TimeRange> wanted = range(base);
    return Stream.<Comparison>of(
            new Comparison.PreviousPeriod(),
            new Comparison.YearBefore(),
            new Comparison.DaysBefore(7))
        .filter(comparison -> wanted.isPresent() && wanted.equals(base(current, comparison)))
        .findFirst();
  }

  private Optional<TimeRange> base(Period period, Comparison comparison) {
    try {
      return Optional.of(periods.base(period, comparison, now, data));
    } catch (MingshuException e) {
      return Optional.empty();
    }
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
