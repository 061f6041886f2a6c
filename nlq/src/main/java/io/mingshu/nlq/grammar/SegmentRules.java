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
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.ValueWord;
import io.mingshu.semantic.catalog.Catalog;
import java.util.List;
import java.util.Optional;

/** Those of a segment beside all others are groups: 按是否高价值用户拆, by high-value users vs others. */
final class SegmentRules {
  /** 是否 is filler elsewhere. */
  private static final double SPLIT_GAIN = -1.2;

  private SegmentRules() {}

  static Stratum stratum(Catalog catalog) {
    Slot<ValueWord> segment = Slot.of(ValueWord.class, value -> isSegment(value, catalog));
    Slot<ValueWord> same = Slot.of(ValueWord.class, value -> isSegment(value, catalog));
    Slot<CueWord> by = Cue.any(Cue.BY);
    Slot<CueWord> after = Cue.any(Cue.SPLIT_AFTER);
    return Rules.of(
        when(optional(by), split(SegmentSplit.WHETHER), segment, optional(after))
            .gives(m -> group(m.get(segment)))
            .costing(SPLIT_GAIN),
        when(optional(by), segment, split(SegmentSplit.OR_NOT), optional(after))
            .gives(m -> group(m.get(segment)))
            .costing(SPLIT_GAIN),
        when(optional(by), segment, split(SegmentSplit.AND_OTHERS), optional(after))
            .gives(m -> group(m.get(segment)))
            .costing(SPLIT_GAIN),
        when(optional(by), segment, split(SegmentSplit.AND_NOT), same, optional(after))
            .mayGive(
                m ->
                    Optional.of(group(m.get(segment)))
                        .filter(g -> g.dimensions().contains(m.get(same).dimension())))
            .costing(SPLIT_GAIN));
  }

  private static Slot<SegmentSplit> split(SegmentSplit word) {
    return Slot.of(SegmentSplit.class, word::equals);
  }

  private static boolean isSegment(ValueWord value, Catalog catalog) {
    return catalog.segment(value.dimension()).isPresent();
  }

  private static GroupPart group(ValueWord segment) {
    return new GroupPart(List.of(segment.dimension()), Kind.EACH, 0);
  }
}
