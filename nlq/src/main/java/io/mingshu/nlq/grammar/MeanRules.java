package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Match;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.EachOf;
import io.mingshu.nlq.grammar.Parts.MeanPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Trie;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.query.Grain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures for a unit of time or for one of the things that another metric counts: 日均GMV, average
 * daily orders, orders per buyer, 平均每个买家的订单数. Right beside its metric such a word makes another
 * metric of it; elsewhere it is a part of its own.
 */
final class MeanRules {
  private static final double COST = 1.0;
  private static final double DAILY_COST = 1.2;

  private static final Map<Grain, String> ZH_UNITS =
      Map.of(
          Grain.DAY, "日|天",
          Grain.WEEK, "周|星期",
          Grain.MONTH, "月|个月",
          Grain.QUARTER, "季|季度|个季度",
          Grain.YEAR, "年");

  private static final List<String> ZH_FORMS =
      List.of("每%s平均", "平均每%s", "每%s的平均", "平均每一%s", "平均一%s", "一%s平均");

  private static final List<String> ZH_SHORT = List.of("%s均", "%s平均");

  private static final Map<Grain, String> EN_UNITS =
      Map.of(
          Grain.DAY, "daily|day",
          Grain.WEEK, "weekly|week",
          Grain.MONTH, "monthly|month",
          Grain.QUARTER, "quarterly|quarter",
          Grain.YEAR, "yearly|year");

  private static final List<String> EN_ADVERB_FORMS =
      List.of("average %s", "avg %s", "mean %s", "%s average", "%s avg", "%s mean");

  private static final List<String> EN_NOUN_FORMS =
      List.of(
          "per %s on average",
          "a %s on average",
          "each %s on average",
          "on average per %s",
          "on average each %s",
          "on average a %s",
          "average per %s",
          "avg per %s",
          "average a %s",
          "in an average %s",
          "on an average %s",
          "on a typical %s",
          "per average %s");

  private static final List<String> EN_PER_FORMS =
      List.of("per %s", "a %s", "each %s", "every %s", "/%s", "/ %s");

  private final Catalog catalog;

  MeanRules(Catalog catalog) {
    this.catalog = catalog;
  }

  /** 日 of 日UV; elsewhere it ends a date. */
  private record DayOf(Grain unit) implements Meaning {}

  /** Of each day. It takes a word of averages with it. */
  private record PerUnit(Grain unit) implements Meaning {}

  List<Stratum> strata() {
    return List.of(vocabulary(), metrics());
  }

  private static Stratum vocabulary() {
    Trie trie = new Trie();
    ZH_UNITS.forEach(
        (unit, words) -> {
          for (String word : words.split("\\|")) {
            ZH_FORMS.forEach(
                form -> trie.add(form.formatted(word), new MeanPart(unit), COST, false));
          }
          String shortest = words.split("\\|")[0];
          ZH_SHORT.forEach(
              form -> trie.add(form.formatted(shortest), new MeanPart(unit), COST, false));
        });
    trie.add("日", new DayOf(Grain.DAY), COST, false);
    EN_UNITS.forEach(
        (unit, words) -> {
          String[] adverbAndNoun = words.split("\\|");
          EN_ADVERB_FORMS.forEach(
              form -> trie.add(form.formatted(adverbAndNoun[0]), new MeanPart(unit), COST, false));
          EN_NOUN_FORMS.forEach(
              form -> trie.add(form.formatted(adverbAndNoun[1]), new MeanPart(unit), COST, false));
          EN_PER_FORMS.forEach(
              form -> trie.add(form.formatted(adverbAndNoun[1]), new PerUnit(unit), COST, false));
        });
    return trie;
  }

  private Stratum metrics() {
    Slot<MeanPart> mean = Slot.of(MeanPart.class);
    Slot<PerUnit> per = Slot.of(PerUnit.class);
    Slot<DayOf> daily = Slot.of(DayOf.class);
    Slot<MetricWord> metric = Slot.of(MetricWord.class);
    Slot<MetricWord> counted = Slot.of(MetricWord.class);
    Slot<MetricWord> people =
        Slot.of(
            MetricWord.class,
            word -> catalog.metric(word.metric()).filter(m -> m.unit() == Unit.PEOPLE).isPresent());
    Slot<CueWord> of = Cue.any(Cue.OF, Cue.HOW_MANY);
    Slot<CueWord> average = Cue.any(Cue.AVERAGE);
    Slot<CueWord> again = Cue.any(Cue.AVERAGE);
    Slot<CueWord> each = Cue.any(Cue.EACH_ONE);
    return new Rules(
        List.of(
            when(mean, optional(of), metric).mayGive(m -> mean(m.get(metric), m.get(mean).unit())),
            when(metric, optional(of), mean).mayGive(m -> mean(m.get(metric), m.get(mean).unit())),
            when(average, optional(of), metric, per)
                .mayGive(m -> mean(m.get(metric), m.get(per).unit())),
            when(daily, metric)
                .mayGive(m -> mean(m.get(metric), m.get(daily).unit()))
                .costing(DAILY_COST),
            when(average, per).gives(m -> new MeanPart(m.get(per).unit())),
            when(optional(average), metric, Cue.any(Cue.PER), counted)
                .mayGive(m -> ratio(m, metric, counted)),
            when(average, each, counted, optional(of), optional(again), metric)
                .mayGive(m -> ratio(m, metric, counted)),
            when(each, counted, optional(of), average, metric)
                .mayGive(m -> ratio(m, metric, counted)),
            when(optional(average), each, counted)
                .gives(m -> new EachOf(m.get(counted).metric()))
                .costing(0.3),
            when(average, people).gives(m -> new EachOf(m.get(people).metric())).costing(0.6)));
  }

  private Optional<MetricWord> mean(MetricWord metric, Grain unit) {
    return catalog
        .meanOf(metric.metric(), unit)
        .map(name -> new MetricWord(name, Optional.empty()));
  }

  private Optional<MetricWord> ratio(Match m, Slot<MetricWord> metric, Slot<MetricWord> counted) {
    return catalog
        .ratioOf(m.get(metric).metric(), m.get(counted).metric())
        .map(name -> new MetricWord(name, Optional.empty()));
  }
}
