package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;
import static io.mingshu.nlq.time.TimeCue.cue;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CampaignWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.AmbiguousTime;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.UnitWord;
import io.mingshu.nlq.time.TimeParts.WeekdayWord;
import io.mingshu.nlq.time.TimeParts.YearWord;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods by their distance from the moment of asking, and campaigns. They stay relative. */
final class RelativeRules {
  private static final int MOST_UNITS = 5_000;

  /** Words that are a period by themselves. */
  private static final Map<TimeCue, PeriodPart> WORDS =
      Map.ofEntries(
          Map.entry(TimeCue.TODAY, part(new Period.ToDate(Grain.DAY), Grain.DAY)),
          Map.entry(TimeCue.YESTERDAY, part(new Period.DaysAgo(1), Grain.DAY)),
          Map.entry(TimeCue.DAY_BEFORE_YESTERDAY, part(new Period.DaysAgo(2), Grain.DAY)),
          Map.entry(TimeCue.THREE_DAYS_AGO, part(new Period.DaysAgo(3), Grain.DAY)),
          Map.entry(TimeCue.THIS_YEAR, part(new Period.ToDate(Grain.YEAR), Grain.YEAR)),
          Map.entry(TimeCue.LAST_YEAR, part(new Period.Previous(Grain.YEAR, 1), Grain.YEAR)),
          Map.entry(TimeCue.YEAR_BEFORE_LAST, part(new Period.Previous(Grain.YEAR, 2), Grain.YEAR)),
          Map.entry(TimeCue.YEAR_TO_DATE, part(new Period.ToDate(Grain.YEAR), Grain.YEAR)),
          Map.entry(TimeCue.QUARTER_TO_DATE, part(new Period.ToDate(Grain.QUARTER), Grain.QUARTER)),
          Map.entry(TimeCue.MONTH_TO_DATE, part(new Period.ToDate(Grain.MONTH), Grain.MONTH)),
          Map.entry(TimeCue.WEEK_TO_DATE, part(new Period.ToDate(Grain.WEEK), Grain.WEEK)),
          Map.entry(TimeCue.WEEK_BEFORE_LAST, part(new Period.Previous(Grain.WEEK, 2), Grain.WEEK)),
          Map.entry(
              TimeCue.MONTH_BEFORE_LAST, part(new Period.Previous(Grain.MONTH, 2), Grain.MONTH)),
          Map.entry(
              TimeCue.QUARTER_BEFORE_LAST,
              part(new Period.Previous(Grain.QUARTER, 2), Grain.QUARTER)),
          Map.entry(TimeCue.TRAILING_YEAR, last(12, Grain.MONTH)),
          Map.entry(TimeCue.ALL_TIME, new PeriodPart(new Period.All(), Optional.empty())));

  private RelativeRules() {}

  static Stratum stratum(LocalDate today, DayOfWeek weekStart) {
    Slot<NumberWord> count = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, MOST_UNITS));
    Slot<UnitWord> unit = Slot.of(UnitWord.class);
    Slot<UnitWord> named = Slot.of(UnitWord.class, u -> u.unit().isCoarserThan(Grain.DAY));
    Slot<TimeCue> word = Slot.of(TimeCue.class, WORDS::containsKey);
    Slot<TimeCue> noun = cue(TimeCue.PERIOD_NOUN);
    Slot<TimeCue> whole = cue(TimeCue.OF);
    Slot<WeekdayWord> weekday = Slot.of(WeekdayWord.class, WeekdayWord::english);
    return new Rules(
        List.of(
            when(word, optional(noun)).gives(m -> WORDS.get(m.get(word))),
            when(cue(TimeCue.LAST), count, unit)
                .gives(m -> last(m.get(count).intValue(), m.get(unit).unit())),
            when(cue(TimeCue.LAST), count, cue(TimeCue.WHOLE), named)
                .gives(m -> wholes(m.get(count).intValue(), m.get(named).unit())),
            when(cue(TimeCue.LAST), cue(TimeCue.WHOLE), count, named)
                .gives(m -> wholes(m.get(count).intValue(), m.get(named).unit())),
            when(count, unit, cue(TimeCue.WITHIN))
                .gives(m -> last(m.get(count).intValue(), m.get(unit).unit())),
            when(cue(TimeCue.PAST), unit).gives(m -> last(1, m.get(unit).unit())),
            when(cue(TimeCue.LAST, TimeCue.PAST), cue(TimeCue.FORTNIGHT))
                .gives(m -> last(2, Grain.WEEK)),
            when(cue(TimeCue.LAST, TimeCue.PAST), cue(TimeCue.HALF_YEAR))
                .gives(m -> last(6, Grain.MONTH)),
            when(cue(TimeCue.PREVIOUS), optional(whole), named, optional(noun))
                .mayGive(
                    m ->
                        m.has(whole)
                            ? Optional.empty()
                            : Optional.of(previous(m.get(named).unit(), 1))),
            when(cue(TimeCue.BEFORE_PREVIOUS), named).gives(m -> previous(m.get(named).unit(), 2)),
            when(cue(TimeCue.THIS), named, optional(cue(TimeCue.TO_DATE)))
                .gives(m -> part(new Period.ToDate(m.get(named).unit()), m.get(named).unit())),
            when(cue(TimeCue.LAST_YEAR), optional(whole), cue(TimeCue.TODAY))
                .gives(m -> new PeriodPart(day(today.minusYears(1)), Optional.of(Grain.DAY))),
            when(count, cue(TimeCue.DAYS_AGO))
                .gives(m -> part(new Period.DaysAgo(m.get(count).intValue()), Grain.DAY)),
            // "Last Friday" is two dates for most people on most days.
            when(cue(TimeCue.PREVIOUS), weekday)
                .gives(m -> lastWeekday(m.get(weekday).day(), today, weekStart)),
            when(cue(TimeCue.THIS), weekday).gives(m -> new AmbiguousTime())));
  }

  /** Last Friday, where the latest one is that of the week before. */
  private static Meaning lastWeekday(DayOfWeek day, LocalDate today, DayOfWeek weekStart) {
    LocalDate latest = today.with(TemporalAdjusters.previous(day));
    LocalDate ofLastWeek =
        today
            .with(TemporalAdjusters.previousOrSame(weekStart))
            .minusWeeks(1)
            .with(TemporalAdjusters.nextOrSame(day));
    return latest.equals(ofLastWeek)
        ? new PeriodPart(day(latest), Optional.of(Grain.DAY))
        : new AmbiguousTime();
  }

  /** Only in May, 5月的就行: emphasis. */
  static Stratum emphasised() {
    Slot<PeriodPart> period = Slot.of(PeriodPart.class);
    Slot<CueWord> only = Cue.any(Cue.ONLY);
    return Rules.of(
        when(only, optional(Cue.any(Cue.OF)), period).gives(m -> m.get(period)),
        when(period, optional(Cue.any(Cue.OF)), Cue.any(Cue.ONLY_AFTER)).gives(m -> m.get(period)),
        // 按上个月算
        when(cue(TimeCue.TAKEN_BY), period, cue(TimeCue.TAKEN_AS)).gives(m -> m.get(period)));
  }

  /** The campaigns of the catalog's calendar, with or without a year. */
  static Stratum campaigns() {
    Slot<YearWord> year = Slot.of(YearWord.class);
    Slot<YearWord> yearAfter = Slot.of(YearWord.class);
    Slot<CampaignWord> campaign = Slot.of(CampaignWord.class);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<TimeCue> noun = cue(TimeCue.PERIOD_NOUN);
    Slot<TimeCue> during = cue(TimeCue.PERIOD_NOUN);
    Slot<TimeCue> peak = cue(TimeCue.PEAK_DAY);
    return new Rules(
        List.of(
            when(
                    optional(year),
                    optional(of),
                    campaign,
                    optional(noun),
                    optional(during),
                    optional(yearAfter))
                .mayGive(
                    m -> {
                      boolean dangling = m.has(of) && !m.has(year);
                      boolean twice = m.has(year) && m.has(yearAfter);
                      return dangling || twice
                          ? Optional.empty()
                          : Optional.of(
                              campaign(
                                  m.get(campaign),
                                  m.find(year).or(() -> m.find(yearAfter)),
                                  false));
                    }),
            // This 618, 这次618: the latest.
            when(cue(TimeCue.THIS), campaign, optional(noun))
                .gives(m -> campaign(m.get(campaign), Optional.empty(), false)),
            when(optional(year), optional(of), campaign, peak, optional(yearAfter))
                .mayGive(
                    m ->
                        m.has(of) && !m.has(year)
                            ? Optional.empty()
                            : Optional.of(
                                campaign(
                                    m.get(campaign),
                                    m.find(year).or(() -> m.find(yearAfter)),
                                    true)))));
  }

  private static PeriodPart campaign(
      CampaignWord campaign, Optional<YearWord> year, boolean peakOnly) {
    return new PeriodPart(
        new Period.Campaign(campaign.entry(), year.map(YearWord::year), peakOnly),
        Optional.empty());
  }

  private static Period day(LocalDate date) {
    return new Period.Between(date, date);
  }

  private static PeriodPart last(int count, Grain unit) {
    return part(new Period.Last(count, unit, false), unit);
  }

  private static PeriodPart wholes(int count, Grain unit) {
    return part(new Period.Last(count, unit, true), unit);
  }

  private static PeriodPart previous(Grain unit, int back) {
    return part(new Period.Previous(unit, back), unit);
  }

  private static PeriodPart part(Period period, Grain unit) {
    return new PeriodPart(period, Optional.of(unit));
  }
}
