package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Element;
import io.mingshu.nlq.chart.Match;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MeasureVerb;
import io.mingshu.nlq.lexicon.Words.MeasureWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions on figures: 超过10万, at least 3 paid orders, 高于整体. Bounds as SEMANTICS has them. */
final class ConditionRules {
  private static final Map<Cue, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry(Cue.GREATER, Operator.GREATER),
          Map.entry(Cue.PAST_OR_OVER, Operator.GREATER),
          Map.entry(Cue.AT_LEAST, Operator.AT_LEAST),
          Map.entry(Cue.LESS, Operator.LESS),
          Map.entry(Cue.AT_MOST, Operator.AT_MOST),
          Map.entry(Cue.AT_MOST_RATE, Operator.AT_MOST),
          Map.entry(Cue.OR_MORE, Operator.AT_LEAST),
          Map.entry(Cue.OR_LESS, Operator.AT_MOST),
          Map.entry(Cue.HIGH, Operator.GREATER),
          Map.entry(Cue.LOW, Operator.LESS));

  /** 100到200万 hardly means from 100 on. */
  private static final BigDecimal MOST_APART = BigDecimal.valueOf(1000);

  /** 500件 says which metric only where none is named. */
  private static final double NOUN_COST = 0.7;

  private ConditionRules() {}

  /** A comparison with a constant, or with two (both included); of no metric yet. */
  record Bound(
      Operator operator,
      BigDecimal value,
      Optional<BigDecimal> upTo,
      boolean money,
      Optional<UnitNoun> unit)
      implements Meaning {}

  static List<Stratum> strata() {
    return List.of(bounds(), conditions(), emphasised());
  }

  private static Stratum bounds() {
    Slot<CueWord> operator =
        Cue.any(Cue.GREATER, Cue.AT_LEAST, Cue.LESS, Cue.AT_MOST, Cue.PAST_OR_OVER);
    Slot<CueWord> suffix = Cue.any(Cue.OR_MORE, Cue.OR_LESS);
    Slot<NumberWord> number = Slot.of(NumberWord.class);
    Slot<UnitNoun> unit = Slot.of(UnitNoun.class);
    Slot<NumberWord> upper = Slot.of(NumberWord.class);
    Slot<UnitNoun> upperUnit = Slot.of(UnitNoun.class);
    Element opening = optional(Cue.any(Cue.RANGE_FROM));
    Slot<CueWord> to = Cue.any(Cue.RANGE_TO, Cue.AND);
    Slot<CueWord> close = Cue.any(Cue.RANGE_END);
    Slot<NumberWord> rate = Slot.of(NumberWord.class, NumberWord::percent);
    Slot<CueWord> side = Cue.any(Cue.HIGH, Cue.LOW);
    Slot<CueWord> beyond = Cue.any(Cue.STILL_MORE, Cue.STILL_LESS);
    return Rules.of(
        when(Cue.any(Cue.AT_MOST_RATE), rate)
            .gives(
                m ->
                    new Bound(
                        Operator.AT_MOST,
                        m.get(rate).value(),
                        Optional.empty(),
                        false,
                        Optional.empty())),
        // 比10万高
        when(Cue.any(Cue.THAN), number, optional(unit), side)
            .gives(m -> bound(m, side, number, unit)),
        when(operator, optional(Cue.any(Cue.THE)), number, optional(unit))
            .mayGive(
                m ->
                    isDone(m, operator, unit)
                        ? Optional.empty()
                        : Optional.of(bound(m, operator, number, unit))),
        when(opening, number, optional(unit), to, upper, optional(upperUnit), close)
            .mayGive(m -> between(m, number, upper, unit, upperUnit)),
        when(
                Cue.any(Cue.BETWEEN),
                number,
                optional(unit),
                to,
                upper,
                optional(upperUnit),
                optional(close))
            .mayGive(m -> between(m, number, upper, unit, upperUnit)),
        when(operator, number, optional(unit), suffix)
            .mayGive(m -> agreeing(m, operator, suffix, number, unit)),
        // 500到1000块的订单: an amount needs no further word.
        when(opening, number, optional(unit), to, upper, upperUnit)
            .mayGive(m -> between(m, number, upper, unit, upperUnit).filter(Bound::money)),
        // 10w~50w, 20万到50万: no dates, ages or hours.
        when(opening, number, Cue.any(Cue.RANGE_TO), upper)
            .mayGive(
                m ->
                    m.get(number).value().compareTo(MOST_APART) >= 0
                        ? between(m, number, upper, unit, upperUnit)
                        : Optional.empty()),
        // 比100单还多
        when(optional(Cue.any(Cue.THAN)), number, optional(unit), beyond)
            .gives(
                m ->
                    new Bound(
                        m.get(beyond).cue() == Cue.STILL_MORE ? Operator.GREATER : Operator.LESS,
                        m.get(number).value(),
                        Optional.empty(),
                        m.get(number).money() || isMoney(m, unit),
                        m.find(unit))),
        when(number, optional(unit), suffix).gives(m -> bound(m, suffix, number, unit)));
  }

  private static Bound bound(
      Match m, Slot<CueWord> operator, Slot<NumberWord> number, Slot<UnitNoun> unit) {
    Operator how = OPERATORS.getOrDefault(m.get(operator).cue(), Operator.EQUAL);
    return new Bound(
        how,
        m.get(number).value(),
        Optional.empty(),
        m.get(number).money() || isMoney(m, unit),
        m.find(unit));
  }

  /** 达到两百万以上, 超过10单及以上: the first word decides, the second must not contradict it. */
  private static Optional<Bound> agreeing(
      Match m,
      Slot<CueWord> operator,
      Slot<CueWord> suffix,
      Slot<NumberWord> number,
      Slot<UnitNoun> unit) {
    boolean up = m.get(suffix).cue() == Cue.OR_MORE;
    boolean upwards = m.get(operator).cue() != Cue.LESS && m.get(operator).cue() != Cue.AT_MOST;
    return up == upwards && !isDone(m, operator, unit)
        ? Optional.of(bound(m, operator, number, unit))
        : Optional.empty();
  }

  /** 下过3单 was done three times, rather than more than three times. */
  private static boolean isDone(Match m, Slot<CueWord> operator, Slot<UnitNoun> unit) {
    return m.get(operator).cue() == Cue.PAST_OR_OVER
        && m.find(unit).filter(noun -> !noun.money()).isPresent();
  }

  private static boolean isMoney(Match m, Slot<UnitNoun> unit) {
    return m.find(unit).filter(UnitNoun::money).isPresent();
  }

  private static Optional<Bound> between(
      Match m,
      Slot<NumberWord> lower,
      Slot<NumberWord> upper,
      Slot<UnitNoun> unit,
      Slot<UnitNoun> upperUnit) {
    NumberWord from = m.get(lower);
    NumberWord to = m.get(upper);
    boolean likely =
        from.value().signum() == 0 || to.value().compareTo(from.value().multiply(MOST_APART)) < 0;
    return from.percent() == to.percent() && from.value().compareTo(to.value()) < 0 && likely
        ? Optional.of(
            new Bound(
                Operator.AT_LEAST,
                from.value(),
                Optional.of(to.value()),
                from.money() || isMoney(m, unit) || isMoney(m, upperUnit),
                m.find(upperUnit).or(() -> m.find(unit))))
        : Optional.empty();
  }

  private static Stratum conditions() {
    Slot<Bound> bound = Slot.of(Bound.class);
    Slot<CueWord> orMore = Cue.any(Cue.OR_MORE, Cue.OR_LESS);
    Slot<NumberWord> plain = Slot.of(NumberWord.class, n -> !n.percent());
    Slot<MetricWord> metric = Slot.of(MetricWord.class);
    Slot<MeasureVerb> verb = Slot.of(MeasureVerb.class);
    Slot<MeasureWord> noun = Slot.of(MeasureWord.class);
    Slot<MetricWord> again = Slot.of(MetricWord.class);
    Slot<CueWord> of = Cue.any(Cue.OF, Cue.IS);
    Slot<CueWord> change = Cue.any(Cue.CHANGE, Cue.DECREASE);
    Slot<CueWord> share = Cue.any(Cue.SHARE);
    Slot<CueWord> operator = Cue.any(Cue.GREATER, Cue.LESS, Cue.PAST_OR_OVER);
    Slot<CueWord> overall = Cue.any(Cue.OVERALL);
    Slot<CueWord> average = Cue.any(Cue.AVERAGE);
    Slot<CueWord> than = Cue.any(Cue.THAN);
    Slot<CueWord> either = Cue.any(Cue.OVERALL, Cue.AVERAGE);
    Slot<CueWord> side = Cue.any(Cue.HIGH, Cue.LOW);
    Slot<CueWord> overallAgain = Cue.any(Cue.OVERALL, Cue.AVERAGE);
    return Rules.of(
        when(bound).gives(m -> condition(Optional.empty(), Measure.VALUE, m.get(bound))),
        when(Cue.any(Cue.PER_ORDER), optional(of), bound)
            .gives(m -> condition(Optional.empty(), Measure.VALUE, ofMoney(m.get(bound)))),
        when(verb, bound).mayGive(m -> counted(m.get(verb), m.get(bound))),
        when(metric, optional(of), bound)
            .gives(m -> condition(Optional.of(m.get(metric)), Measure.VALUE, m.get(bound))),
        when(plain, noun, orMore)
            .gives(
                m ->
                    condition(
                        Optional.of(new MetricWord(m.get(noun).metric(), Optional.empty())),
                        Measure.VALUE,
                        new Bound(
                            OPERATORS.getOrDefault(m.get(orMore).cue(), Operator.EQUAL),
                            m.get(plain).value(),
                            Optional.empty(),
                            false,
                            Optional.empty())))
            .costing(NOUN_COST),
        when(plain, metric, orMore)
            .gives(
                m ->
                    condition(
                        Optional.of(m.get(metric)),
                        Measure.VALUE,
                        new Bound(
                            OPERATORS.getOrDefault(m.get(orMore).cue(), Operator.EQUAL),
                            m.get(plain).value(),
                            Optional.empty(),
                            false,
                            Optional.empty()))),
        when(bound, optional(of), metric)
            .gives(m -> condition(Optional.of(m.get(metric)), Measure.VALUE, m.get(bound)))
            .costing(0.3),
        when(bound, noun)
            .gives(
                m ->
                    condition(
                        Optional.of(new MetricWord(m.get(noun).metric(), Optional.empty())),
                        Measure.VALUE,
                        m.get(bound)))
            .costing(NOUN_COST),
        when(change, optional(Cue.any(Cue.BY)), bound)
            .mayGive(m -> change(m.get(change), m.get(bound))),
        when(share, bound).gives(m -> condition(Optional.empty(), Measure.SHARE, m.get(bound))),
        when(optional(metric), operator, overall, optional(overallAgain), optional(again))
            .mayGive(m -> overall(m, metric, again, operator)),
        when(optional(metric), operator, average, optional(overallAgain), optional(again))
            .mayGive(m -> overall(m, metric, again, operator)),
        // 客单价比全站平均高的渠道
        when(optional(metric), than, either, optional(overallAgain), optional(again), side)
            .mayGive(m -> overall(m, metric, again, side)));
  }

  /** 支付3单及以上. */
  private static Optional<ConditionPart> counted(MeasureVerb verb, Bound bound) {
    return bound
        .unit()
        .map(unit -> verb.metrics().get(unit.word()))
        .map(metric -> new MetricWord(metric, Optional.empty()))
        .map(metric -> condition(Optional.of(metric), Measure.VALUE, bound));
  }

  /** 只看超过10万的, only those above 100. */
  private static Stratum emphasised() {
    Slot<ConditionPart> condition = Slot.of(ConditionPart.class);
    return Rules.of(
        when(Cue.any(Cue.ONLY), optional(Cue.any(Cue.THE)), condition)
            .gives(m -> m.get(condition)));
  }

  private static Bound ofMoney(Bound bound) {
    return new Bound(bound.operator(), bound.value(), bound.upTo(), true, Optional.empty());
  }

  private static ConditionPart condition(
      Optional<MetricWord> metric, Measure measure, Bound bound) {
    return new ConditionPart(
        metric.map(MetricWord::metric),
        measure,
        bound.operator(),
        Optional.of(bound.value()),
        bound.upTo(),
        bound.money(),
        bound.unit().flatMap(UnitNoun::counts));
  }

  /** A fall of more than 10% is a change below −10%. */
  private static Optional<ConditionPart> change(CueWord word, Bound bound) {
    if (bound.upTo().isPresent() && word.cue() != Cue.CHANGE) {
      return Optional.empty();
    }
    if (word.cue() == Cue.CHANGE) {
      return Optional.of(condition(Optional.empty(), Measure.CHANGE, bound));
    }
    Operator mirrored =
        switch (bound.operator()) {
          case GREATER -> Operator.LESS;
          case AT_LEAST -> Operator.AT_MOST;
          // A fall of at most 10%: risers, too?
          case LESS, AT_MOST, EQUAL -> null;
        };
    return Optional.ofNullable(mirrored)
        .map(
            operator ->
                condition(
                    Optional.empty(),
                    Measure.CHANGE,
                    new Bound(
                        operator,
                        bound.value().negate(),
                        Optional.empty(),
                        false,
                        Optional.empty())));
  }

  private static Optional<ConditionPart> overall(
      Match m, Slot<MetricWord> metric, Slot<MetricWord> again, Slot<CueWord> operator) {
    Optional<String> first = m.find(metric).map(MetricWord::metric);
    Optional<String> second = m.find(again).map(MetricWord::metric);
    boolean differ = first.isPresent() && second.isPresent() && !first.equals(second);
    Operator how = OPERATORS.getOrDefault(m.get(operator).cue(), Operator.EQUAL);
    return differ
        ? Optional.empty()
        : Optional.of(
            new ConditionPart(
                first.or(() -> second),
                Measure.VALUE,
                how,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()));
  }
}
