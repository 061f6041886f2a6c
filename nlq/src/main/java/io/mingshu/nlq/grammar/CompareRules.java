package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.SpanBefore;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.CountedBuckets;

/** Base periods that are said by their length: 前一个7天, the 7 days before. */
final class CompareRules {
  private CompareRules() {}

  static Stratum stratum() {
    Slot<CountedBuckets> span = Slot.of(CountedBuckets.class);
    Slot<CueWord> the = Cue.any(Cue.THE);
    return Rules.of(
        when(Cue.any(Cue.ONE_BEFORE), span)
            .gives(m -> new SpanBefore(m.get(span).count(), m.get(span).grain())),
        when(optional(the), span, Cue.any(Cue.AFTER_BEFORE))
            .gives(m -> new SpanBefore(m.get(span).count(), m.get(span).grain())));
  }
}
