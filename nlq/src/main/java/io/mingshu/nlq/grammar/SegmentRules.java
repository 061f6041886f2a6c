package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.SegmentSplit;
import java.util.List;

/** Those of a segment beside all others are groups: 按是否高价值用户拆, by high-value users vs others. */
final class SegmentRules {
  private SegmentRules() {}

  static Stratum stratum() {
    Slot<SegmentSplit> split = Slot.of(SegmentSplit.class);
    return Rules.of(
        when(optional(Cue.any(Cue.BY)), split, optional(Cue.any(Cue.SPLIT_AFTER)))
            .gives(m -> new GroupPart(List.of(m.get(split).segment()), Kind.EACH, 0)));
  }
}
