package io.mingshu.nlq.chart;

/**
 * A meaning over a stretch of the normalised text.
 *
 * @param start first character
 * @param end after the last character
 * @param cost how unlikely the reading is; lower is better
 */
public record Edge(int start, int end, Meaning meaning, double cost) {

  public int length() {
    return end - start;
  }
}
