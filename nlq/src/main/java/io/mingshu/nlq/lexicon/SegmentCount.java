package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Part;
import java.util.List;

/**
 * How many belong to a segment, or to a group of people.
 *
 * @param dimension the segment or RFM
 * @param codes which of its groups
 */
public record SegmentCount(String dimension, List<String> codes) implements Part {
  public SegmentCount {
    codes = List.copyOf(codes);
  }

  @Override
  public String role() {
    return "metric";
  }

  @Override
  public String refersTo() {
    return dimension;
  }
}
