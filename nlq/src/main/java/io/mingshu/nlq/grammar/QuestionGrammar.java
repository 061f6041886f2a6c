package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.lexicon.Numbers;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.nlq.time.TimeGrammar;
import io.mingshu.semantic.catalog.Catalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The whole grammar over one catalog: from characters to parts. Immutable. */
public final class QuestionGrammar {
  private final List<Stratum> words;
  private final TimeGrammar time;
  private final List<Stratum> phrases;

  public QuestionGrammar(Catalog catalog, Lexicon lexicon, Normalizer normalizer) {
    this.words =
        List.of(
            new Numbers(catalog.currency()), lexicon, UnitNoun.vocabulary(lexicon.measureWords()));
    this.time = new TimeGrammar(catalog);
    List<Stratum> rules = new ArrayList<>();
    rules.addAll(new MeanRules(catalog).strata());
    rules.addAll(ClockRules.strata(catalog));
    rules.addAll(BandRules.strata(catalog));
    rules.addAll(new ValueRules(catalog).strata());
    rules.addAll(GroupRules.strata(catalog));
    rules.add(SegmentRules.stratum(catalog));
    rules.addAll(ConditionRules.strata());
    rules.addAll(RankRules.strata());
    rules.add(CompareRules.stratum());
    catalog.behaviour().ifPresent(log -> rules.add(new AnalysisRules(catalog, normalizer)));
    this.phrases = List.copyOf(rules);
  }

  /** All readings of all stretches of a normalised question asked on a business day. */
  public Chart parse(String text, LocalDate today) {
    Chart chart = new Chart(text);
    words.forEach(stratum -> stratum.extend(chart));
    time.strata(today).forEach(stratum -> stratum.extend(chart));
    phrases.forEach(stratum -> stratum.extend(chart));
    return chart;
  }
}
