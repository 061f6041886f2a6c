package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;
import static io.mingshu.nlq.time.TimeCue.cue;

import io.mingshu.nlq.chart.Match;
import io.mingshu.nlq.chart.Rule;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.time.TimeParts.MonthName;
import io.mingshu.nlq.time.TimeParts.OrdinalWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.QuarterWord;
import io.mingshu.nlq.time.TimeParts.UnitWord;
import io.mingshu.nlq.time.TimeParts.WeekdayWord;
import io.mingshu.nlq.time.TimeParts.YearWord;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Years, months, quarters, halves and days of the calendar. */
final class PointRules {
  private static final WeekdayWord SATURDAY = new WeekdayWord(DayOfWeek.SATURDAY, false);
  private static final WeekdayWord SUNDAY = new WeekdayWord(DayOfWeek.SUNDAY, false);

  private final LocalDate today;
  private final DayOfWeek weekStart;

  PointRules(LocalDate today, DayOfWeek weekStart) {
    this.today = today;
    this.weekStart = weekStart;
  }

  List<Stratum> strata() {
    return List.of(years(), monthsAndQuarters(), days(), weeks());
  }

  private Stratum years() {
    Slot<NumberWord> fourDigits = Slot.of(NumberWord.class, n -> n.isWholeWithin(2000, 2099));
    Slot<NumberWord> twoDigits = Slot.of(NumberWord.class, n -> n.isWholeWithin(15, 60));
    return Rules.of(
        when(fourDigits, cue(TimeCue.YEAR)).gives(m -> new YearWord(m.get(fourDigits).intValue())),
        when(fourDigits).gives(m -> new YearWord(m.get(fourDigits).intValue())).costing(0.3),
        when(twoDigits, cue(TimeCue.YEAR))
            .gives(m -> new YearWord(2000 + m.get(twoDigits).intValue()))
            .costing(0.3),
        when(cue(TimeCue.THIS_YEAR)).gives(m -> new YearWord(today.getYear())),
        when(cue(TimeCue.LAST_YEAR)).gives(m -> new YearWord(today.getYear() - 1)),
        when(cue(TimeCue.YEAR_BEFORE_LAST)).gives(m -> new YearWord(today.getYear() - 2)));
  }

  private static Stratum monthsAndQuarters() {
    Slot<YearWord> year = Slot.of(YearWord.class);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 12));
    Slot<MonthName> name = Slot.of(MonthName.class);
    Slot<QuarterWord> quarter = Slot.of(QuarterWord.class);
    Slot<UnitWord> quarterUnit = Slot.of(UnitWord.class, u -> u.unit() == Grain.QUARTER);
    Slot<TimeCue> half = cue(TimeCue.FIRST_HALF, TimeCue.SECOND_HALF);
    return Rules.of(
        when(optional(year), optional(of), number, cue(TimeCue.MONTH))
            .mayGive(
                m ->
                    unlessDangling(
                        m,
                        year,
                        of,
                        CalendarPoint.ofMonth(year(m, year), m.get(number).intValue()))),
        when(optional(year), optional(of), name)
            .mayGive(
                m ->
                    unlessDangling(
                        m, year, of, CalendarPoint.ofMonth(year(m, year), m.get(name).month()))),
        when(name, optional(of), year)
            .gives(m -> CalendarPoint.ofMonth(m.get(year).year(), m.get(name).month())),
        when(optional(year), optional(of), quarter)
            .mayGive(
                m ->
                    unlessDangling(
                        m,
                        year,
                        of,
                        CalendarPoint.ofQuarter(year(m, year), m.get(quarter).quarter()))),
        when(cue(TimeCue.FINAL), quarterUnit, of, year)
            .gives(m -> CalendarPoint.ofQuarter(m.get(year).year(), 4)),
        when(quarter, optional(of), year)
            .gives(m -> CalendarPoint.ofQuarter(m.get(year).year(), m.get(quarter).quarter())),
        when(optional(year), optional(of), half)
            .mayGive(
                m ->
                    unlessDangling(
                        m, year, of, CalendarPoint.ofHalf(year(m, year), half(m, half)))),
        when(half, optional(of), year)
            .gives(m -> CalendarPoint.ofHalf(m.get(year).year(), half(m, half))));
  }

  private Stratum days() {
    Slot<YearWord> year = Slot.of(YearWord.class);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<CalendarPoint> month = Slot.of(CalendarPoint.class, p -> p.months() == 1);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 31));
    Slot<OrdinalWord> ordinal = Slot.of(OrdinalWord.class);
    Slot<MonthName> name = Slot.of(MonthName.class);
    Slot<WeekdayWord> weekday = Slot.of(WeekdayWord.class, w -> !w.english());
    Slot<WeekdayWord> weekdayEnd = Slot.of(WeekdayWord.class, w -> !w.english());
    Slot<TimeCue> previous = cue(TimeCue.PREVIOUS);
    Slot<TimeCue> beforePrevious = cue(TimeCue.BEFORE_PREVIOUS);
    Slot<TimeCue> current = cue(TimeCue.THIS);
    Slot<TimeCue> weekMark = cue(TimeCue.WEEKDAY_MARK);
    return new Rules(
        List.of(
            when(month, number, cue(TimeCue.DAY))
                .mayGive(m -> day(m.get(month), m.get(number).intValue())),
            when(name, number)
                .mayGive(m -> englishDay(m, name, m.get(number).intValue()))
                .costing(0.2),
            when(name, optional(cue(TimeCue.OF)), ordinal)
                .mayGive(m -> englishDay(m, name, m.get(ordinal).number())),
            when(name, number, optional(of), year)
                .mayGive(
                    m ->
                        CalendarPoint.ofDay(
                            m.get(year).year(), m.get(name).month(), m.get(number).intValue())),
            when(name, ordinal, optional(of), year)
                .mayGive(
                    m ->
                        CalendarPoint.ofDay(
                            m.get(year).year(), m.get(name).month(), m.get(ordinal).number())),
            when(number, name, optional(year))
                .mayGive(
                    m ->
                        CalendarPoint.ofDay(
                            year(m, year), m.get(name).month(), m.get(number).intValue()))
                .costing(0.2),
            when(ordinal, optional(of), name, optional(of), optional(year))
                .mayGive(
                    m ->
                        CalendarPoint.ofDay(
                            year(m, year), m.get(name).month(), m.get(ordinal).number())),
            weekdayOf(previous, weekday, 1),
            weekdayOf(beforePrevious, weekday, 2),
            weekdayOf(current, weekday, 0),
            // 上周一到周五
            when(previous, weekday, cue(TimeCue.TO), weekdayEnd)
                .mayGive(m -> weekdays(m.get(weekday), m.get(weekdayEnd), 1)),
            when(beforePrevious, weekday, cue(TimeCue.TO), weekdayEnd)
                .mayGive(m -> weekdays(m.get(weekday), m.get(weekdayEnd), 2)),
            when(previous, cue(TimeCue.WEEKEND)).mayGive(m -> weekdays(SATURDAY, SUNDAY, 1)),
            when(beforePrevious, cue(TimeCue.WEEKEND)).mayGive(m -> weekdays(SATURDAY, SUNDAY, 2)),
            // 上个星期三 is read as 上个 + 星期三; 上周的周三 names the week first.
            when(previous, weekMark, optional(of), weekday).gives(m -> weekday(m.get(weekday), 1)),
            when(beforePrevious, weekMark, optional(of), weekday)
                .gives(m -> weekday(m.get(weekday), 2))));
  }

  /** 6月15日那周, the week of June 15. */
  private Stratum weeks() {
    Slot<CalendarPoint> day = Slot.of(CalendarPoint.class, p -> p.months() == 0);
    return Rules.of(
        when(day, optional(cue(TimeCue.OF)), cue(TimeCue.ITS_WEEK)).gives(m -> week(m.get(day))),
        when(cue(TimeCue.WEEK_OF), optional(cue(TimeCue.THE)), day).gives(m -> week(m.get(day))));
  }

  private PeriodPart week(CalendarPoint day) {
    LocalDate date = day.begunBy(today).first();
    return new PeriodPart(
        new Period.Calendar(Grain.WEEK, date.with(TemporalAdjusters.previousOrSame(weekStart))),
        Optional.of(Grain.WEEK));
  }

  private Rule weekdayOf(Slot<TimeCue> week, Slot<WeekdayWord> weekday, int weeksBack) {
    return when(week, weekday).gives(m -> weekday(m.get(weekday), weeksBack));
  }

  private Optional<PeriodPart> weekdays(WeekdayWord from, WeekdayWord to, int weeksBack) {
    return weekday(from, weeksBack)
        .to(weekday(to, weeksBack), today)
        .map(period -> new PeriodPart(period, Optional.empty()));
  }

  private CalendarPoint weekday(WeekdayWord weekday, int weeksBack) {
    LocalDate monday =
        today.with(TemporalAdjusters.previousOrSame(weekStart)).minusWeeks(weeksBack);
    return CalendarPoint.ofDay(monday.with(TemporalAdjusters.nextOrSame(weekday.day())));
  }

  private static Optional<CalendarPoint> day(CalendarPoint month, int day) {
    return CalendarPoint.ofDay(month.year(), month.month(), day);
  }

  private static Optional<CalendarPoint> englishDay(Match match, Slot<MonthName> name, int day) {
    return CalendarPoint.ofDay(CalendarPoint.UNSAID, match.get(name).month(), day);
  }

  /** A connective without the year before it belongs to something else. */
  private static Optional<CalendarPoint> unlessDangling(
      Match match, Slot<YearWord> year, Slot<TimeCue> of, CalendarPoint point) {
    return match.has(of) && !match.has(year) ? Optional.empty() : Optional.of(point);
  }

  private static int year(Match match, Slot<YearWord> year) {
    return match.find(year).map(YearWord::year).orElse(CalendarPoint.UNSAID);
  }

  private static int half(Match match, Slot<TimeCue> half) {
    return match.get(half) == TimeCue.FIRST_HALF ? 1 : 2;
  }
}
