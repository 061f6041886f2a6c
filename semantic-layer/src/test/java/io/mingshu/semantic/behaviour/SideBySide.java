package io.mingshu.semantic.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.QueryResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** What an answer that compares must be, of the answers of both periods. */
public final class SideBySide {
  /** What figures of cohorts are of is told, and not subtracted. */
  private static final Set<String> OF_COHORTS = Set.of("cohort_users", "retained_users");

  private SideBySide() {}

  /** Rows of either by key; where one has no such row, nobody did. */
  public static void check(
      QueryResult both,
      Map<List<Object>, Map<String, Object>> now,
      Map<List<Object>, Map<String, Object>> before,
      boolean chosen) {
    Map<List<Object>, Map<String, Object>> rows = byKey(both);
    assertThat(rows).hasSameSizeAs(both.rows());
    assertThat(rows.keySet()).containsAll(now.keySet());
    if (!chosen) {
      assertThat(rows.keySet()).containsAll(before.keySet());
    }
    rows.forEach(
        (key, row) -> {
          Map<String, Object> current = now.getOrDefault(key, Map.of());
          Map<String, Object> previous = before.getOrDefault(key, Map.of());
          assertThat(current.isEmpty() && previous.isEmpty()).isFalse();
          for (String figure : row.keySet()) {
            if (row.containsKey(figure + "_previous")) {
              isNoneOr(row.get(figure), current.get(figure));
              isNoneOr(row.get(figure + "_previous"), previous.get(figure));
              change(figure, row);
            }
          }
        });
  }

  private static void isNoneOr(@Nullable Object value, @Nullable Object expected) {
    if (expected == null) {
      assertThat(value).isIn(0L, null);
    } else {
      assertThat(value).isEqualTo(expected);
    }
  }

  private static void change(String figure, Map<String, Object> row) {
    if (OF_COHORTS.contains(figure) && row.containsKey("cohort_users")) {
      assertThat(row).doesNotContainKey(figure + "_difference");
      return;
    }
    Object value = row.get(figure);
    Object previous = row.get(figure + "_previous");
    if (value == null || previous == null) {
      assertThat(row.get(figure + "_difference")).isNull();
      assertThat(row.get(figure + "_change")).isNull();
      return;
    }
    double difference = number(value) - number(previous);
    assertThat(number(row.get(figure + "_difference"))).isCloseTo(difference, Offset.offset(1e-12));
    if (number(previous) == 0) {
      assertThat(row.get(figure + "_change")).isNull();
    } else {
      assertThat(number(row.get(figure + "_change")))
          .isCloseTo(difference / number(previous), Offset.offset(1e-12));
    }
  }

  private static double number(@Nullable Object value) {
    return Double.parseDouble(String.valueOf(value));
  }

  /** The figures of each row by what is no figure. */
  public static Map<List<Object>, Map<String, Object>> byKey(QueryResult result) {
    Map<List<Object>, Map<String, Object>> rows = new LinkedHashMap<>();
    for (List<Object> row : result.rows()) {
      List<Object> key = new ArrayList<>();
      Map<String, Object> figures = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        if (result.columns().get(i).unit().isPresent()) {
          figures.put(result.columns().get(i).name(), row.get(i));
        } else {
          key.add(row.get(i));
        }
      }
      rows.put(key, figures);
    }
    return rows;
  }
}
