package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The days that rules of segments look at, at a moment of asking. */
final class RuleRanges {
  private static final LocalDateTime LONG_AGO = LocalDate.EPOCH.atStartOfDay();

  private final PeriodResolver periods;
  private final LocalDateTime now;

  /**
   * @param now the moment of asking on the business clock
   */
  RuleRanges(PeriodResolver periods, LocalDateTime now) {
    this.periods = periods;
    this.now = now;
  }

  TimeRange of(RuleWindow window) {
    LocalDateTime today = now.toLocalDate().atStartOfDay();
    if (window instanceof RuleWindow.Last last) {
      return periods.resolve(new Period.Last(last.count(), last.unit(), false), now, null);
    }
    if (window instanceof RuleWindow.DaysBack back) {
      return new TimeRange(today.minusDays(back.from()), today.minusDays(back.to() - 1L), true);
    }
    if (window instanceof RuleWindow.Before before) {
      return new TimeRange(LONG_AGO, today.minusDays(before.days()), true);
    }
    if (window instanceof RuleWindow.Of of) {
      return periods.resolve(of.period(), now, null);
    }
    if (window instanceof RuleWindow.BeforePeriod before) {
      return new TimeRange(LONG_AGO, periods.resolve(before.period(), now, null).from(), true);
    }
    return new TimeRange(LONG_AGO, today, true);
  }
}
