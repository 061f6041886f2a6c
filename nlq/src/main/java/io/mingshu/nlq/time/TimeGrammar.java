package io.mingshu.nlq.time;

import io.mingshu.nlq.chart.Stratum;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.FiscalYear;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grammar of time expressions. Thread-safe; one for all questions. */
public final class TimeGrammar {
  private final TimeVocabulary vocabulary = new TimeVocabulary();
  private final DayOfWeek weekStart;
  private final Optional<FiscalYear> fiscalYear;
  private final PeriodResolver periods;

  /** Questions are asked on the same day until the next one begins. */
  private volatile @Nullable Day latest;

  private record Day(LocalDate today, List<Stratum> strata) {}

  public TimeGrammar(Catalog catalog) {
    this.weekStart = catalog.weekStart();
    this.fiscalYear = catalog.fiscalYear();
    this.periods = new PeriodResolver(catalog);
  }

  /** The words that it knows; dates in figures aside. */
  public List<String> words() {
    return vocabulary.words();
  }

  /** The steps that find periods and grains in a question asked on a business day. */
  public List<Stratum> strata(LocalDate today) {
    Day day = latest;
    if (day == null || !day.today().equals(today)) {
      day = new Day(today, List.copyOf(made(today)));
      latest = day;
    }
    return day.strata();
  }

  private List<Stratum> made(LocalDate today) {
    List<Stratum> strata = new ArrayList<>();
    strata.add(vocabulary);
    strata.addAll(new PointRules(today, weekStart).strata());
    fiscalYear.ifPresent(year -> strata.addAll(new FiscalRules(today, year).strata()));
    strata.addAll(new RangeRules(today).strata());
    strata.add(RelativeRules.stratum(today, weekStart));
    strata.add(RelativeRules.campaigns());
    strata.add(new PartRules(today, weekStart, periods).stratum());
    strata.add(RelativeRules.emphasised());
    strata.add(GrainRules.stratum());
    strata.add(RollingRules.stratum());
    return strata;
  }
}
