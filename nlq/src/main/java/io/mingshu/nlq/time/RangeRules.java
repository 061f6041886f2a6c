package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;
import static io.mingshu.nlq.time.TimeCue.cue;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.YearWord;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** From calendar points to periods: single ones, from–to, since. Both ends are included. */
final class RangeRules {
  private final LocalDate today;

  RangeRules(LocalDate today) {
    this.today = today;
  }

  List<Stratum> strata() {
    return List.of(shortenedEnds(), periods());
  }

  /** 1到3月, 3月1日到15日, June 1 to 15: the end that names less takes the rest from the other. */
  private Stratum shortenedEnds() {
    Slot<YearWord> year = Slot.of(YearWord.class);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 31));
    Slot<NumberWord> toNumber = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, 31));
    Slot<CalendarPoint> month = Slot.of(CalendarPoint.class, p -> p.months() == 1);
    Slot<CalendarPoint> day = Slot.of(CalendarPoint.class, p -> p.months() == 0);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<TimeCue> dayMark = cue(TimeCue.DAY);
    Slot<YearWord> lastYear = Slot.of(YearWord.class);
    return Rules.of(
        when(optional(year), number, cue(TimeCue.TO), month)
            .mayGive(
                m -> {
                  CalendarPoint to = m.get(month);
                  if (!m.get(number).isWholeWithin(1, 12) || (m.has(year) && to.hasYear())) {
                    return Optional.empty();
                  }
                  int said = m.find(year).map(YearWord::year).orElse(to.year());
                  CalendarPoint from = CalendarPoint.ofMonth(said, m.get(number).intValue());
                  return between(from, to);
                }),
        when(day, cue(TimeCue.TO), number, dayMark)
            .mayGive(m -> dayRange(m.get(day), m.get(number).intValue(), m.get(day).year())),
        when(day, cue(TimeCue.TO), number, optional(of), optional(lastYear))
            .mayGive(
                m -> {
                  CalendarPoint from = m.get(day);
                  boolean yearTwice = m.has(lastYear) && from.hasYear();
                  boolean dangling = m.has(of) && !m.has(lastYear);
                  return yearTwice || dangling
                      ? Optional.empty()
                      : dayRange(
                          from,
                          m.get(number).intValue(),
                          m.find(lastYear).map(YearWord::year).orElse(from.year()));
                }),
        when(optional(cue(TimeCue.FROM)), number, cue(TimeCue.TO), day)
            .mayGive(
                m ->
                    CalendarPoint.ofDay(
                            m.get(day).year(), m.get(day).month(), m.get(number).intValue())
                        .flatMap(from -> between(from, m.get(day)))),
        when(cue(TimeCue.BETWEEN), number, cue(TimeCue.TO_AND), day)
            .mayGive(
                m ->
                    CalendarPoint.ofDay(
                            m.get(day).year(), m.get(day).month(), m.get(number).intValue())
                        .flatMap(from -> between(from, m.get(day)))),
        when(cue(TimeCue.BETWEEN), day, cue(TimeCue.TO_AND), number)
            .mayGive(m -> dayRange(m.get(day), m.get(number).intValue(), m.get(day).year())),
        when(month, number, cue(TimeCue.TO), toNumber, dayMark)
            .mayGive(
                m ->
                    CalendarPoint.ofDay(
                            m.get(month).year(), m.get(month).month(), m.get(number).intValue())
                        .flatMap(from -> dayRange(from, m.get(toNumber).intValue(), from.year()))));
  }

  private Optional<PeriodPart> dayRange(CalendarPoint from, int lastDay, int year) {
    return CalendarPoint.ofDay(year, from.month(), lastDay)
        .flatMap(to -> between(year == CalendarPoint.UNSAID ? from : from.in(year), to));
  }

  private Stratum periods() {
    Slot<CalendarPoint> point = Slot.of(CalendarPoint.class);
    Slot<CalendarPoint> end = Slot.of(CalendarPoint.class);
    Slot<YearWord> year = Slot.of(YearWord.class);
    Slot<YearWord> endYear = Slot.of(YearWord.class);
    Slot<TimeCue> absolute = cue(TimeCue.YEAR);
    Slot<NumberWord> figure = Slot.of(NumberWord.class, n -> n.isWholeWithin(2000, 2099));
    Slot<TimeCue> noun = cue(TimeCue.PERIOD_NOUN, TimeCue.PEAK_DAY);
    Slot<TimeCue> from = cue(TimeCue.FROM);
    Slot<TimeCue> between = cue(TimeCue.FROM, TimeCue.BETWEEN);
    Slot<TimeCue> of = cue(TimeCue.OF);
    return Rules.of(
        when(point, optional(noun)).gives(m -> single(m.get(point))),
        when(figure, absolute, optional(noun)).gives(m -> yearPeriod(m.get(figure).intValue())),
        when(figure).gives(m -> yearPeriod(m.get(figure).intValue())).costing(0.3),
        when(optional(from), point, cue(TimeCue.TO), end)
            .mayGive(m -> between(m.get(point), m.get(end))),
        when(cue(TimeCue.BETWEEN), point, cue(TimeCue.TO_AND), end)
            .mayGive(m -> between(m.get(point), m.get(end))),
        when(optional(from), point, cue(TimeCue.TO), cue(TimeCue.NEXT_YEAR), optional(of), end)
            .mayGive(m -> intoNextYear(m.get(point), m.get(end))),
        when(optional(between), year, cue(TimeCue.TO), endYear)
            .mayGive(
                m ->
                    between(
                        CalendarPoint.ofYear(m.get(year).year()),
                        CalendarPoint.ofYear(m.get(endYear).year()))),
        when(optional(from), point, cue(TimeCue.TO_DATE)).gives(m -> since(m.get(point))),
        when(cue(TimeCue.SINCE), point).gives(m -> since(m.get(point))).costing(0.2));
  }

  /** 12月到次年2月. */
  private Optional<PeriodPart> intoNextYear(CalendarPoint from, CalendarPoint to) {
    CalendarPoint begun = from.begunBy(today);
    return to.hasYear() ? Optional.empty() : between(begun, to.in(begun.year() + 1));
  }

  private PeriodPart single(CalendarPoint point) {
    return new PeriodPart(point.period(today), point.unit());
  }

  private static PeriodPart yearPeriod(int year) {
    return new PeriodPart(
        new Period.Calendar(Grain.YEAR, LocalDate.of(year, 1, 1)), Optional.of(Grain.YEAR));
  }

  private PeriodPart since(CalendarPoint point) {
    return new PeriodPart(new Period.Since(point.begunBy(today).first()), Optional.empty());
  }

  private Optional<PeriodPart> between(CalendarPoint from, CalendarPoint to) {
    return from.to(to, today)
        .map(
            period ->
                new PeriodPart(
                    period, from.unit().equals(to.unit()) ? from.unit() : Optional.empty()));
  }
}
