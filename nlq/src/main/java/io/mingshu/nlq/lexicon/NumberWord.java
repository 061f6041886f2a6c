package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Meaning;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number.
 *
 * @param value its value; a percentage as a fraction
 * @param percent whether it was written as a percentage
 * @param money whether it was written as an amount (¥500)
 */
public record NumberWord(BigDecimal value, boolean percent, boolean money) implements Meaning {

  /** The number that is just this stretch of a text, where it is one. */
  public static Optional<NumberWord> in(Chart chart, int start, int end) {
    return chart.at(start).stream()
        .filter(edge -> edge.end() == end && edge.meaning() instanceof NumberWord)
        .map(edge -> (NumberWord) edge.meaning())
        .findFirst();
  }

  /** Whether it is a whole number from {@code least} to {@code most}. */
  public boolean isWholeWithin(int least, int most) {
    return !percent
        && !money
        && value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  public int intValue() {
    return value.intValueExact();
  }
}
