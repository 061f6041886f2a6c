package io.mingshu.app.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two lists of rows pair up, each with one that is the same within tolerance. Sorted they
 * mostly do at once; where near values sort differently, augmenting paths decide.
 */
final class RowPairing {
  /** Above it, rows that differ only by numbers and do not pair when sorted count as different. */
  private static final int MAX_SEARCHED = 2_000;

  private final CellComparison cells;
  private final List<List<@Nullable Object>> left;
  private final List<List<@Nullable Object>> right;

  RowPairing(
      CellComparison cells, List<List<@Nullable Object>> left, List<List<@Nullable Object>> right) {
    this.cells = cells;
    this.left = sorted(left);
    this.right = sorted(right);
  }

  boolean exists() {
    return inOrder() || (left.size() <= MAX_SEARCHED && matched());
  }

  private boolean inOrder() {
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean matched() {
    int[] partnerOfRight = new int[right.size()];
    Arrays.fill(partnerOfRight, -1);
    for (int row = 0; row < left.size(); row++) {
      if (!augment(row, new boolean[right.size()], partnerOfRight)) {
        return false;
      }
    }
    return true;
  }

  private boolean augment(int row, boolean[] visited, int[] partnerOfRight) {
    for (int other = 0; other < right.size(); other++) {
      if (!visited[other] && same(left.get(row), right.get(other))) {
        visited[other] = true;
        if (partnerOfRight[other] < 0 || augment(partnerOfRight[other], visited, partnerOfRight)) {
          partnerOfRight[other] = row;
          return true;
        }
      }
    }
    return false;
  }

  private boolean same(List<@Nullable Object> a, List<@Nullable Object> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!cells.same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<List<@Nullable Object>> sorted(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> sorted = new ArrayList<>(rows);
    sorted.sort(
        (a, b) -> {
          for (int i = 0; i < a.size(); i++) {
            int order = numbers().compare(a.get(i), b.get(i));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        });
    return sorted;
  }

  private static Comparator<@Nullable Object> numbers() {
    return Comparator.comparingDouble(
        value -> value instanceof Number number ? number.doubleValue() : Double.NEGATIVE_INFINITY);
  }
}
