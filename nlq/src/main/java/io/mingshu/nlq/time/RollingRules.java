package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Match;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.RollingPart;
import io.mingshu.nlq.time.TimeParts.UnitWord;

/** Windows that move along: 滚动7天, rolling 4 weeks, 7日移动平均, 30-day moving average. */
final class RollingRules {
  private static final int MOST_BUCKETS = 100;

  private RollingRules() {}

  static Stratum stratum() {
    Slot<NumberWord> count = Slot.of(NumberWord.class, n -> n.isWholeWithin(2, MOST_BUCKETS));
    Slot<UnitWord> unit = Slot.of(UnitWord.class);
    Slot<CueWord> rolling = Cue.any(Cue.ROLLING);
    Slot<CueWord> moving = Cue.any(Cue.MOVING_AVERAGE);
    Slot<CueWord> dash = Cue.any(Cue.RANGE_TO);
    Slot<CueWord> of = Cue.any(Cue.OF, Cue.THE);
    Slot<CueWord> sum = Cue.any(Cue.SUM);
    Slot<TimeCue> last = TimeCue.cue(TimeCue.LAST);
    return Rules.of(
        when(rolling, optional(last), count, optional(dash), unit, optional(sum))
            .gives(m -> part(m, count, unit, false)),
        when(optional(last), count, optional(dash), unit, rolling, optional(sum))
            .gives(m -> part(m, count, unit, false)),
        when(optional(last), count, optional(dash), unit, optional(of), moving)
            .gives(m -> part(m, count, unit, true)),
        when(moving, optional(of), optional(last), count, optional(dash), unit)
            .gives(m -> part(m, count, unit, true)),
        when(rolling, count, optional(dash), unit, Cue.any(Cue.AVERAGE))
            .gives(m -> part(m, count, unit, true)));
  }

  private static RollingPart part(
      Match m, Slot<NumberWord> count, Slot<UnitWord> unit, boolean mean) {
    return new RollingPart(m.get(count).intValue(), m.get(unit).unit(), mean);
  }
}
