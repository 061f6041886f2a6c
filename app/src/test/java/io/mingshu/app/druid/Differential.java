package io.mingshu.app.druid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of two engines beside each other. */
final class Differential {
  /** Only the order in which doubles were added differs. */
  private static final double SAME = 1e-12;

  /** Twice that of one estimated count, since a ratio may be of two. */
  private static final double BOUND = 0.032;

  private final List<String> differences = new ArrayList<>();
  private int equal;
  private int withinBound;

  /** Two answers that should be equal. */
  void exact(
      String what, List<List<@Nullable Object>> expected, List<List<@Nullable Object>> actual) {
    if (agree(expected, actual, SAME)) {
      equal++;
    } else {
      differences.add(what + "\n  expected " + expected + "\n  got      " + actual);
    }
  }

  /** An answer that says that it is an estimate. */
  void approximate(
      String what, List<List<@Nullable Object>> expected, List<List<@Nullable Object>> actual) {
    if (agree(expected, actual, BOUND)) {
      withinBound++;
    } else {
      differences.add(what + " (estimate)\n  expected " + expected + "\n  got      " + actual);
    }
  }

  private static boolean agree(
      List<List<@Nullable Object>> expected,
      List<List<@Nullable Object>> actual,
      double tolerance) {
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = expected.get(i).size() == actual.get(i).size();
      for (int j = 0; same && j < expected.get(i).size(); j++) {
        same = agree(expected.get(i).get(j), actual.get(i).get(j), tolerance);
      }
    }
    return same;
  }

  private static boolean agree(
      @Nullable Object expected, @Nullable Object actual, double tolerance) {
    if (expected instanceof Number left && actual instanceof Number right) {
      boolean exact = !(left instanceof Double) && tolerance == SAME;
      return exact
          ? new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0
          : Math.abs(left.doubleValue() - right.doubleValue())
              <= tolerance * Math.max(1, Math.abs(left.doubleValue()));
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  int withinBound() {
    return withinBound;
  }

  String report() {
    return "answers compared: %d%nequal: %d%nestimates within their bound: %d%ndifferent: %d%n%s%n"
        .formatted(
            equal + withinBound + differences.size(),
            equal,
            withinBound,
            differences.size(),
            String.join("\n", differences));
  }
}
