package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;
import static io.mingshu.nlq.time.TimeCue.cue;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.time.TimeParts.AmbiguousTime;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.UnitWord;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Parts of a period: 6月上旬, 上个月前10天, 今年前三季度, the first 10 days of June. Weeks are no such parts: a
 * month does not begin with one.
 */
final class PartRules {
  private static final int MOST_UNITS = 366;
  private static final int THIRD = 10;
  private static final int MIDDLE = 15;

  private final LocalDate today;
  private final DayOfWeek weekStart;
  private final PeriodResolver periods;

  PartRules(LocalDate today, DayOfWeek weekStart, PeriodResolver periods) {
    this.today = today;
    this.weekStart = weekStart;
    this.periods = periods;
  }

  /** First and last day. */
  private record Days(LocalDate first, LocalDate last) {}

  Stratum stratum() {
    Slot<PeriodPart> month =
        Slot.of(PeriodPart.class, p -> p.unit().filter(Grain.MONTH::equals).isPresent());
    Slot<PeriodPart> whole = Slot.of(PeriodPart.class);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<TimeCue> third = cue(TimeCue.FIRST_THIRD, TimeCue.SECOND_THIRD, TimeCue.LAST_THIRD);
    Slot<TimeCue> half = cue(TimeCue.FIRST_HALF_OF_MONTH, TimeCue.SECOND_HALF_OF_MONTH);
    Slot<TimeCue> end = cue(TimeCue.FIRST, TimeCue.FINAL);
    Slot<NumberWord> count = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, MOST_UNITS));
    Slot<UnitWord> unit =
        Slot.of(UnitWord.class, u -> u.unit() != Grain.WEEK && u.unit() != Grain.HOUR);
    Slot<NumberWord> day = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 31));
    Slot<NumberWord> lastDay = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 31));
    Slot<TimeCue> dayMark = cue(TimeCue.DAY);
    Slot<TimeCue> firstDay = cue(TimeCue.FIRST_DAY, TimeCue.FINAL_DAY);
    return Rules.of(
        // 双11首日, the last day of 618
        // The first half of 618.
        when(
                cue(TimeCue.FIRST_HALF, TimeCue.SECOND_HALF),
                of,
                optional(cue(TimeCue.THE)),
                Slot.of(PeriodPart.class, p -> p.period() instanceof Period.Campaign))
            .gives(m -> new AmbiguousTime()),
        when(whole, optional(of), firstDay).mayGive(m -> end(m.get(whole), m.get(firstDay))),
        when(firstDay, of, optional(cue(TimeCue.THE)), whole)
            .mayGive(m -> end(m.get(whole), m.get(firstDay))),
        // 上个月1号, 上个月18到24日
        when(month, optional(of), day, cue(TimeCue.DAY))
            .mayGive(m -> daysOf(m.get(month), m.get(day).intValue(), m.get(day).intValue())),
        when(
                month,
                optional(of),
                day,
                optional(dayMark),
                cue(TimeCue.TO),
                lastDay,
                cue(TimeCue.DAY))
            .mayGive(m -> daysOf(m.get(month), m.get(day).intValue(), m.get(lastDay).intValue())),
        when(half, of, month).mayGive(m -> half(m.get(month), m.get(half))),
        when(month, optional(of), half).mayGive(m -> half(m.get(month), m.get(half))),
        when(month, optional(of), third).mayGive(m -> third(m.get(month), m.get(third))),
        when(whole, optional(of), end, count, unit)
            .mayGive(
                m -> units(m.get(whole), m.get(end), m.get(count).intValue(), m.get(unit).unit())),
        when(end, count, unit, of, optional(cue(TimeCue.THE)), whole)
            .mayGive(
                m -> units(m.get(whole), m.get(end), m.get(count).intValue(), m.get(unit).unit())));
  }

  private Optional<PeriodPart> end(PeriodPart whole, TimeCue day) {
    return days(whole)
        .filter(days -> days.first().isBefore(days.last()))
        .map(days -> day == TimeCue.FIRST_DAY ? days.first() : days.last())
        .map(date -> new PeriodPart(new Period.Between(date, date), Optional.of(Grain.DAY)));
  }

  private Optional<PeriodPart> daysOf(PeriodPart month, int from, int to) {
    return days(month)
        .filter(days -> from <= to && to <= days.first().lengthOfMonth())
        .map(
            days ->
                new PeriodPart(
                    new Period.Between(
                        days.first().withDayOfMonth(from), days.first().withDayOfMonth(to)),
                    from == to ? Optional.of(Grain.DAY) : Optional.empty()));
  }

  private Optional<PeriodPart> third(PeriodPart month, TimeCue third) {
    return days(month)
        .map(
            days ->
                switch (third) {
                  case FIRST_THIRD -> new Days(days.first(), days.first().withDayOfMonth(THIRD));
                  case SECOND_THIRD ->
                      new Days(
                          days.first().withDayOfMonth(THIRD + 1),
                          days.first().withDayOfMonth(2 * THIRD));
                  default -> new Days(days.first().withDayOfMonth(2 * THIRD + 1), days.last());
                })
        .map(PartRules::part);
  }

  private Optional<PeriodPart> half(PeriodPart month, TimeCue half) {
    return days(month)
        .map(
            days ->
                half == TimeCue.FIRST_HALF_OF_MONTH
                    ? new Days(days.first(), days.first().withDayOfMonth(MIDDLE))
                    : new Days(days.first().withDayOfMonth(MIDDLE + 1), days.last()))
        .map(PartRules::part);
  }

  private Optional<PeriodPart> units(PeriodPart whole, TimeCue end, int count, Grain unit) {
    Optional<Days> days = days(whole);
    if (end == TimeCue.FIRST && count == 1 && whole.period() instanceof Period.Campaign) {
      // 双11前一天 is the day before.
      return Optional.empty();
    }
    boolean finer = whole.unit().map(u -> u.isCoarserThan(unit)).orElse(unit == Grain.DAY);
    if (days.isEmpty() || !finer) {
      return Optional.empty();
    }
    LocalDate first = days.get().first();
    LocalDate last = days.get().last();
    Days part =
        end == TimeCue.FIRST
            ? new Days(first, plus(first, unit, count).minusDays(1))
            : new Days(plus(last.plusDays(1), unit, -count), last);
    boolean inside = !part.first().isBefore(first) && !part.last().isAfter(last);
    return inside ? Optional.of(part(part)) : Optional.empty();
  }

  private static PeriodPart part(Days days) {
    return new PeriodPart(new Period.Between(days.first(), days.last()), Optional.empty());
  }

  /** The whole calendar unit, also of one that is still running. */
  private Optional<Days> days(PeriodPart part) {
    Period period = part.period();
    if (period instanceof Period.Calendar calendar) {
      return Optional.of(unit(calendar.start(), calendar.unit()));
    }
    if (period instanceof Period.Between between) {
      return Optional.of(new Days(between.from(), between.to()));
    }
    if (period instanceof Period.Previous previous) {
      LocalDate start = plus(start(previous.unit()), previous.unit(), -previous.back());
      return Optional.of(unit(start, previous.unit()));
    }
    if (period instanceof Period.ToDate running) {
      return Optional.of(unit(start(running.unit()), running.unit()));
    }
    if (period instanceof Period.Campaign campaign) {
      try {
        return Optional.of(days(campaign));
      } catch (MingshuException unknownDays) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** All days of the latest one that has begun, also of one that is still running. */
  private Days days(Period.Campaign campaign) {
    TimeRange begun = periods.resolve(campaign, today.plusDays(1).atStartOfDay(), null);
    Optional<Integer> year = campaign.year().or(() -> Optional.of(begun.firstDay().getYear()));
    TimeRange whole =
        periods.resolve(
            new Period.Campaign(campaign.name(), year, campaign.peakOnly()),
            begun.from().plusYears(1),
            null);
    return new Days(whole.firstDay(), whole.lastDay());
  }

  private static Days unit(LocalDate start, Grain unit) {
    return new Days(start, plus(start, unit, 1).minusDays(1));
  }

  private LocalDate start(Grain unit) {
    return switch (unit) {
      case WEEK -> today.with(TemporalAdjusters.previousOrSame(weekStart));
      case MONTH -> today.withDayOfMonth(1);
      case QUARTER -> today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
      case YEAR -> today.withDayOfYear(1);
      default -> today;
    };
  }

  private static LocalDate plus(LocalDate date, Grain unit, int count) {
    return switch (unit) {
      case WEEK -> date.plusWeeks(count);
      case MONTH -> date.plusMonths(count);
      case QUARTER -> date.plusMonths(3L * count);
      case YEAR -> date.plusYears(count);
      default -> date.plusDays(count);
    };
  }
}
