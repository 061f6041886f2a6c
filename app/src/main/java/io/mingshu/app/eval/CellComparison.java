package io.mingshu.app.eval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values are the same: text equal, numbers within a tolerance.
 *
 * @param relative share of the gold value that a number may be off
 */
record CellComparison(double relative) {
  private static final double ABSOLUTE = 1e-9;

  static final CellComparison EXACT = new CellComparison(1e-6);
  static final CellComparison APPROXIMATE = new CellComparison(0.02);

  /** What marks all numbers in a key. */
  private enum Kind {
    NUMBER
  }

  boolean same(@Nullable Object gold, @Nullable Object answer) {
    if (gold == null || answer == null) {
      return gold == answer;
    }
    if (gold instanceof Number a && answer instanceof Number b) {
      return same(decimal(a), decimal(b));
    }
    return plain(gold).equals(plain(answer));
  }

  /** Equal for values that can be the same; numbers are all alike. */
  @Nullable Object key(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Number ? Kind.NUMBER : plain(value);
  }

  private boolean same(double gold, double answer) {
    double difference = Math.abs(gold - answer);
    return gold == answer
        || difference <= ABSOLUTE
        || difference <= relative * Math.max(Math.abs(gold), Math.abs(answer));
  }

  private static double decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal.doubleValue() : number.doubleValue();
  }

  /** Dates as answers write them; a midnight is its day. */
  private static Object plain(Object value) {
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    if (value instanceof LocalDateTime time) {
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toString();
    }
    if (value instanceof String text && text.endsWith("T00:00")) {
      return text.substring(0, text.length() - "T00:00".length());
    }
    return value;
  }
}
