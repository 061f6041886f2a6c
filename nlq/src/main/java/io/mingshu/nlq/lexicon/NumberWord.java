package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Meaning;
import java.math.BigDecimal;

/**
 * A number.
 *
 * @param value its value; a percentage as a fraction
 * @param percent whether it was written as a percentage
 * @param money whether it was written as an amount (¥500)
 */
public record NumberWord(BigDecimal value, boolean percent, boolean money) implements Meaning {

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
