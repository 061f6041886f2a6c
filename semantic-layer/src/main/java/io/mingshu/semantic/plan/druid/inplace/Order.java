package io.mingshu.semantic.plan.druid.inplace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.jspecify.annotations.Nullable;

/** The order of values and rows. */
final class Order {
  private Order() {}

  static Comparator<List<@Nullable Object>> of(RelCollation collation) throws NotInPlace {
    List<Comparator<List<@Nullable Object>>> keys = new ArrayList<>();
    for (RelFieldCollation key : collation.getFieldCollations()) {
      if (key.nullDirection != NullDirection.LAST) {
        throw new NotInPlace();
      }
      int index = key.getFieldIndex();
      boolean descending = key.direction.isDescending();
      keys.add((left, right) -> nullsLast(left.get(index), right.get(index), descending));
    }
    return (left, right) ->
        keys.stream()
            .mapToInt(key -> key.compare(left, right))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);
  }

  /** In both directions. */
  private static int nullsLast(@Nullable Object left, @Nullable Object right, boolean descending) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    int ascending = compare(left, right);
    return descending ? -ascending : ascending;
  }

  /** Two values of one type; numbers may be of two. */
  static int compare(Object left, Object right) {
    if (left instanceof Number number && right instanceof Number other) {
      return left instanceof Double || right instanceof Double
          ? Double.compare(number.doubleValue(), other.doubleValue())
          : Numbers.decimal(number).compareTo(Numbers.decimal(other));
    }
    if (left instanceof String text && right instanceof String other) {
      // As databases do: by bytes, not by the halves of characters.
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
    if (left instanceof LocalDateTime time && right instanceof LocalDateTime other) {
      return time.compareTo(other);
    }
    if (left instanceof LocalDate day && right instanceof LocalDate other) {
      return day.compareTo(other);
    }
    return Boolean.compare((Boolean) left, (Boolean) right);
  }
}
