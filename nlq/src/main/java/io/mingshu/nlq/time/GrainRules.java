package io.mingshu.nlq.time;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.CountedBuckets;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.HowManyBuckets;
import io.mingshu.nlq.time.TimeParts.UnitWord;
import io.mingshu.nlq.time.TimeParts.WhichBucket;

/** Time buckets: 每天, by month, which week, the 3 days. */
final class GrainRules {
  private static final int MOST_BUCKETS = 1_000;

  private GrainRules() {}

  static Stratum stratum() {
    Slot<UnitWord> unit = Slot.of(UnitWord.class);
    Slot<CueWord> by = Cue.any(Cue.BY);
    Slot<CueWord> each = Cue.any(Cue.EACH);
    Slot<NumberWord> count = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, MOST_BUCKETS));
    return Rules.of(
        when(each, unit).gives(m -> new GrainPart(m.get(unit).unit())),
        when(by, optional(each), unit).gives(m -> new GrainPart(m.get(unit).unit())),
        when(Cue.any(Cue.HOW_MANY, Cue.HOW_MANY_UNITS), unit)
            .gives(m -> new HowManyBuckets(m.get(unit).unit())),
        when(Cue.any(Cue.WHICH), unit).gives(m -> new WhichBucket(m.get(unit).unit())),
        when(count, unit)
            .gives(m -> new CountedBuckets(m.get(count).intValue(), m.get(unit).unit())));
  }
}
