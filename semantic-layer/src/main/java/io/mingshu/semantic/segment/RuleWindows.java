package io.mingshu.semantic.segment;

import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The days of queries as those of rules. What moves with the clock goes on moving (近30天, 上个月); what
 * is named stays (2026年5月, 618).
 */
final class RuleWindows {
  private final PeriodResolver periods;
  private final LocalDateTime now;

  /**
   * @param now the moment of asking on the business clock
   */
  RuleWindows(PeriodResolver periods, LocalDateTime now) {
    this.periods = periods;
    this.now = now;
  }

  /** The days of a period. */
  RuleWindow of(Period period) throws NotARule {
    if (period instanceof Period.All) {
      return new RuleWindow.Ever();
    }
    if (period instanceof Period.Last last && !last.whole()) {
      if (last.unit() == Grain.DAY || last.unit() == Grain.MONTH) {
        return new RuleWindow.Last(last.count(), last.unit());
      }
      if (last.unit() == Grain.WEEK) {
        return new RuleWindow.Last(7 * last.count(), Grain.DAY);
      }
    }
    return new RuleWindow.Of(kept(period));
  }

  /** All that lies before a period. */
  RuleWindow before(Period period) throws NotARule {
    if (days(period) > 0) {
      return new RuleWindow.Before(days(period));
    }
    if (period instanceof Period.All) {
      throw new NotARule(
          "全部时间之前没有数据，所以人人都是第一次；请换一个时间段",
          "Nothing lies before all days, so that everybody is there for the first time; ask for a"
              + " period");
    }
    return new RuleWindow.BeforePeriod(kept(period));
  }

  /** The period just before another one, as comparisons have it. */
  RuleWindow beside(Period period) throws NotARule {
    int days = days(period);
    if (days > 0) {
      return new RuleWindow.DaysBack(2 * days, days + 1);
    }
    if (period instanceof Period.Previous previous) {
      return new RuleWindow.Of(new Period.Previous(previous.unit(), previous.back() + 1));
    }
    if (period instanceof Period.Calendar || period instanceof Period.Between) {
      return fixed(periods.before(period, over(period), now, null));
    }
    throw new NotARule(
        "这个时间段与它前一段的对比还不能写成人群规则；请换成近 N 天、上个月或某个月份",
        "This period beside the one before it cannot be said as a rule; ask for the last N days, last"
            + " month or a named month");
  }

  /**
   * So many days before the last so many of a period.
   *
   * @param to how many of its last days are left out
   * @param count how many days
   */
  RuleWindow back(Period period, int to, int count) throws NotARule {
    boolean moves =
        (period instanceof Period.Last last && !last.whole()) || period instanceof Period.ToDate;
    if (moves) {
      return new RuleWindow.DaysBack(to + count, to + 1);
    }
    if (period instanceof Period.Calendar || period instanceof Period.Between) {
      LocalDate last = over(period).lastDay().minusDays(to);
      return new RuleWindow.Of(new Period.Between(last.minusDays(count - 1L), last));
    }
    throw new NotARule(
        "这个时间段的流失还不能写成人群规则；请换成近 N 天或某个月份",
        "Churn of this period cannot be said as a rule; ask for the last N days or a named month");
  }

  private static int days(Period period) {
    if (period instanceof Period.Last last && !last.whole()) {
      return last.unit() == Grain.DAY
          ? last.count()
          : last.unit() == Grain.WEEK ? 7 * last.count() : 0;
    }
    return 0;
  }

  /** A period that has days of its own to speak of, and is over. */
  private TimeRange over(Period period) throws NotARule {
    TimeRange range = periods.resolve(period, now, null);
    if (!range.complete()) {
      throw new NotARule(
          "这个时间段还没有结束，它的前一段还会变；请换成近 N 天或已结束的月份",
          "The period is not over; ask for the last N days or a month that is");
    }
    return range;
  }

  /** Campaigns are of the year that was answered; the others are as they were asked for. */
  private Period kept(Period period) throws NotARule {
    if (period instanceof Period.Campaign) {
      TimeRange range = over(period);
      return new Period.Between(range.firstDay(), range.lastDay());
    }
    if (period instanceof Period.Fiscal) {
      throw new NotARule(
          "财年、财季还不能写进人群规则；请换成月份或日期", "Rules know no fiscal years; ask for months or dates");
    }
    return period;
  }

  private static RuleWindow fixed(TimeRange range) {
    return new RuleWindow.Of(new Period.Between(range.firstDay(), range.lastDay()));
  }
}
