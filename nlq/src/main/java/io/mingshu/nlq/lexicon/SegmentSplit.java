package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Meaning;

/**
 * Those of a segment beside all others: 是否高价值用户, high-value users vs others.
 *
 * @param segment the segment, as a dimension
 */
public record SegmentSplit(String segment) implements Meaning {}
