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
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.AmbiguousTime;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.QuarterWord;
import io.mingshu.semantic.catalog.FiscalYear;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 本财年, FY26, 2026财年第一季度, last fiscal quarter: by the catalog's fiscal year. */
final class FiscalRules {
  private static final int CENTURY = 2000;

  private final LocalDate today;
  private final FiscalYear fiscal;

  FiscalRules(LocalDate today, FiscalYear fiscal) {
    this.today = today;
    this.fiscal = fiscal;
  }

  /** A fiscal year by its number or by its distance from the current one. */
  private record FiscalYearWord(LocalDate first, Optional<Integer> back) implements Meaning {
    Period period() {
      return back.<Period>map(units -> new Period.Fiscal(Grain.YEAR, units))
          .orElseGet(() -> months(0, 12));
    }

    Period months(int from, int count) {
      return new Period.Between(
          first.plusMonths(from), first.plusMonths(from + count).minusDays(1));
    }
  }

  List<Stratum> strata() {
    return List.of(years(), periods());
  }

  private Stratum years() {
    Slot<NumberWord> full = Slot.of(NumberWord.class, n -> n.isWholeWithin(2000, 2099));
    Slot<NumberWord> brief = Slot.of(NumberWord.class, n -> n.isWholeWithin(15, 60));
    Slot<TimeCue> year = cue(TimeCue.FISCAL_YEAR);
    return Rules.of(
        when(full, year).gives(m -> numbered(m.get(full).intValue())),
        when(year, full).gives(m -> numbered(m.get(full).intValue())),
        when(brief, year).gives(m -> numbered(CENTURY + m.get(brief).intValue())),
        when(year, brief).gives(m -> numbered(CENTURY + m.get(brief).intValue())),
        when(cue(TimeCue.THIS), year).gives(m -> back(0)),
        when(cue(TimeCue.PREVIOUS), year).gives(m -> back(1)),
        when(cue(TimeCue.BEFORE_PREVIOUS), year).gives(m -> back(2)));
  }

  private Stratum periods() {
    Slot<FiscalYearWord> year = Slot.of(FiscalYearWord.class);
    Slot<QuarterWord> quarter = Slot.of(QuarterWord.class);
    Slot<QuarterWord> otherQuarter = Slot.of(QuarterWord.class);
    Slot<CueWord> joint = Cue.any(Cue.AND, Cue.COMPARE);
    Slot<TimeCue> half = cue(TimeCue.FIRST_HALF, TimeCue.SECOND_HALF);
    Slot<TimeCue> of = cue(TimeCue.OF);
    Slot<TimeCue> fiscalQuarter = cue(TimeCue.FISCAL_QUARTER);
    Slot<TimeCue> toDate = cue(TimeCue.TO_DATE);
    return Rules.of(
        when(year, optional(toDate))
            .mayGive(
                m ->
                    m.has(toDate) && m.get(year).back().filter(b -> b == 0).isEmpty()
                        ? Optional.empty()
                        : Optional.of(part(m.get(year).period()))),
        when(cue(TimeCue.FISCAL_YEAR_TO_DATE)).gives(m -> part(back(0).period())),
        when(year, optional(of), quarter)
            .gives(m -> quarter(m.get(year), m.get(quarter).quarter())),
        // FY26 Q2 vs Q1: of the fiscal year or of the calendar?
        when(year, optional(of), quarter, joint, otherQuarter).gives(m -> new AmbiguousTime()),
        when(quarter, optional(of), year)
            .gives(m -> quarter(m.get(year), m.get(quarter).quarter())),
        when(year, optional(of), half).gives(m -> half(m.get(year), m.get(half))),
        when(half, optional(of), year).gives(m -> half(m.get(year), m.get(half))),
        when(cue(TimeCue.THIS), fiscalQuarter, optional(toDate))
            .gives(m -> part(new Period.Fiscal(Grain.QUARTER, 0))),
        when(cue(TimeCue.PREVIOUS), fiscalQuarter)
            .gives(m -> part(new Period.Fiscal(Grain.QUARTER, 1))),
        when(cue(TimeCue.BEFORE_PREVIOUS), fiscalQuarter)
            .gives(m -> part(new Period.Fiscal(Grain.QUARTER, 2))));
  }

  private FiscalYearWord numbered(int number) {
    return new FiscalYearWord(fiscal.first(number), Optional.empty());
  }

  private FiscalYearWord back(int years) {
    return new FiscalYearWord(fiscal.floor(today).minusYears(years), Optional.of(years));
  }

  private static PeriodPart quarter(FiscalYearWord year, int number) {
    return part(year.months(3 * (number - 1), 3));
  }

  private static PeriodPart half(FiscalYearWord year, TimeCue half) {
    return part(year.months(half == TimeCue.FIRST_HALF ? 0 : 6, 6));
  }

  private static PeriodPart part(Period period) {
    return new PeriodPart(period, Optional.empty());
  }
}
