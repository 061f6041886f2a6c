package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Rule;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.OrderPart;
import io.mingshu.nlq.grammar.Parts.RankMetric;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.query.Measure;
import java.util.List;
import java.util.Optional;

/** Rankings: 前五, top 10 by revenue, GMV最高, 第二名, bottom 3, 增速最快. */
final class RankRules {
  private static final int MOST = 1_000;

  /** A change by its rate: most growth alone could be meant in figures, too. */
  private static final Slot<CueWord> RATE_OF_CHANGE = Cue.any(Cue.CHANGE_RATE);

  private RankRules() {}

  static List<Stratum> strata() {
    return List.of(ranks(), withMetric());
  }

  private static Stratum ranks() {
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, MOST));
    Slot<CueWord> item = Cue.any(Cue.ITEM_COUNT);
    Slot<CueWord> of = Cue.any(Cue.OF);
    return new Rules(
        List.of(
            when(Cue.any(Cue.TOP), number, optional(item))
                .gives(m -> rank(m.get(number).intValue(), 0, true)),
            when(Cue.any(Cue.BOTTOM), number, optional(item))
                .gives(m -> rank(m.get(number).intValue(), 0, false)),
            when(Cue.any(Cue.RANK), number, optional(item))
                .gives(m -> rank(1, m.get(number).intValue() - 1, true)),
            when(Cue.any(Cue.RANK), number, Cue.any(Cue.HIGHEST))
                .gives(m -> rank(1, m.get(number).intValue() - 1, true)),
            when(Cue.any(Cue.RANK), number, Cue.any(Cue.HIGH))
                .gives(m -> rank(1, m.get(number).intValue() - 1, true)),
            when(Cue.any(Cue.RANK), number, Cue.any(Cue.LOW))
                .gives(m -> rank(1, m.get(number).intValue() - 1, false)),
            when(Cue.any(Cue.FROM_BOTTOM), number, optional(item))
                .gives(m -> rank(1, m.get(number).intValue() - 1, false)),
            ordinal(Cue.SECOND, 1, Cue.HIGHEST, true),
            ordinal(Cue.THIRD, 2, Cue.HIGHEST, true),
            ordinal(Cue.SECOND, 1, Cue.TOP, true),
            ordinal(Cue.THIRD, 2, Cue.TOP, true),
            ordinal(Cue.SECOND, 1, Cue.LOWEST, false),
            ordinal(Cue.THIRD, 2, Cue.LOWEST, false),
            when(Cue.any(Cue.SECOND_PLACE)).gives(m -> rank(1, 1, true)),
            when(Cue.any(Cue.THIRD_PLACE)).gives(m -> rank(1, 2, true)),
            when(Cue.any(Cue.HIGHEST), optional(of), number, item)
                .gives(m -> rank(m.get(number).intValue(), 0, true))
                .costing(0.3),
            when(Cue.any(Cue.LOWEST), optional(of), number, item)
                .gives(m -> rank(m.get(number).intValue(), 0, false))
                .costing(0.3),
            when(number, Cue.any(Cue.BEST)).gives(m -> rank(m.get(number).intValue(), 0, true)),
            when(number, Cue.any(Cue.WORST)).gives(m -> rank(m.get(number).intValue(), 0, false)),
            when(number, Cue.any(Cue.HIGHEST)).gives(m -> rank(m.get(number).intValue(), 0, true)),
            when(number, Cue.any(Cue.LOWEST)).gives(m -> rank(m.get(number).intValue(), 0, false)),
            when(Cue.any(Cue.HIGHEST)).gives(m -> superlative(true, Measure.VALUE)),
            when(Cue.any(Cue.LOWEST)).gives(m -> superlative(false, Measure.VALUE)),
            when(Cue.any(Cue.CHANGE), optional(of), Cue.any(Cue.FASTEST))
                .gives(m -> superlative(true, Measure.CHANGE)),
            when(RATE_OF_CHANGE, optional(of), Cue.any(Cue.HIGHEST))
                .gives(m -> superlative(true, Measure.CHANGE)),
            when(RATE_OF_CHANGE, optional(of), Cue.any(Cue.LOWEST))
                .gives(m -> superlative(false, Measure.CHANGE)),
            when(Cue.any(Cue.HIGHEST), RATE_OF_CHANGE)
                .gives(m -> superlative(true, Measure.CHANGE)),
            when(Cue.any(Cue.FASTEST), Cue.any(Cue.CHANGE))
                .gives(m -> superlative(true, Measure.CHANGE)),
            when(Cue.any(Cue.CHANGE), optional(of), Cue.any(Cue.SLOWEST))
                .gives(m -> superlative(false, Measure.CHANGE)),
            when(Cue.any(Cue.DECREASE), optional(of), Cue.any(Cue.FASTEST))
                .gives(m -> superlative(false, Measure.CHANGE)),
            when(Cue.any(Cue.DESCENDING)).gives(m -> order(true)),
            when(Cue.any(Cue.ASCENDING)).gives(m -> order(false)),
            when(Cue.any(Cue.DESCENDING), Cue.any(Cue.ASCENDING)).gives(m -> order(false)),
            when(Cue.any(Cue.ASCENDING), Cue.any(Cue.DESCENDING)).gives(m -> order(false)),
            when(Cue.any(Cue.BY), Cue.any(Cue.DESCENDING)).gives(m -> order(true)),
            when(Cue.any(Cue.CHANGE), optional(of), Cue.any(Cue.DESCENDING))
                .gives(m -> new OrderPart(true, Measure.CHANGE)),
            when(Cue.any(Cue.DECREASE), optional(of), Cue.any(Cue.DESCENDING))
                .gives(m -> new OrderPart(false, Measure.CHANGE))));
  }

  private static Rule ordinal(Cue word, int skip, Cue end, boolean descending) {
    return when(Cue.any(word), Cue.any(end)).gives(m -> rank(1, skip, descending));
  }

  /** The metric that the ranking is by stands right beside it. */
  private static Stratum withMetric() {
    Slot<RankPart> rank = Slot.of(RankPart.class, r -> r.metric().isEmpty());
    Slot<MetricWord> metric = Slot.of(MetricWord.class);
    Slot<RankPart> any = Slot.of(RankPart.class);
    Slot<CueWord> between = Cue.any(Cue.OF, Cue.THE, Cue.DESCENDING);
    Slot<CueWord> total = Cue.any(Cue.WHOLE, Cue.SUM);
    Slot<CueWord> by = Cue.any(Cue.BY);
    Slot<CueWord> extreme = Cue.any(Cue.HIGHEST, Cue.LOWEST);
    return Rules.of(
        when(metric, optional(between), rank).gives(m -> by(m.get(rank), m.get(metric))),
        when(rank, optional(between), optional(total), metric)
            .mayGive(
                m ->
                    // 前5 GMV is no ranking by GMV that people would write; the highest GMV is.
                    Optional.of(by(m.get(rank), m.get(metric))))
            .costing(0.1),
        // The highest GMV growth rate.
        when(extreme, optional(between), metric, RATE_OF_CHANGE)
            .gives(
                m ->
                    by(
                        superlative(m.get(extreme).cue() == Cue.HIGHEST, Measure.CHANGE),
                        m.get(metric))),
        when(rank, by, optional(total), metric).gives(m -> by(m.get(rank), m.get(metric))),
        when(Cue.any(Cue.ONLY), optional(Cue.any(Cue.THE)), any).gives(m -> m.get(any)),
        when(any, Cue.any(Cue.ONLY_AFTER)).gives(m -> m.get(any)),
        when(by, optional(total), metric, optional(Cue.any(Cue.RECKONED)))
            .gives(m -> new RankMetric(m.get(metric).metric())));
  }

  private static RankPart by(RankPart rank, MetricWord metric) {
    return new RankPart(
        Optional.of(metric.metric()), rank.count(), rank.skip(), rank.descending(), rank.measure());
  }

  private static OrderPart order(boolean descending) {
    return new OrderPart(descending, Measure.VALUE);
  }

  private static RankPart rank(int count, int skip, boolean descending) {
    return new RankPart(Optional.empty(), Optional.of(count), skip, descending, Measure.VALUE);
  }

  private static RankPart superlative(boolean descending, Measure measure) {
    return new RankPart(Optional.empty(), Optional.empty(), 0, descending, measure);
  }
}
