package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds the groups after the first N into one row. Only metrics that can be summed come here. */
final class OthersRow {
  /** The rest's value of the dimension; no group has it, since values of groups are never empty. */
  static final String NAME = "其他";

  private OthersRow() {}

  static List<List<@Nullable Object>> fold(
      MetricQuery query, List<Column> columns, List<List<@Nullable Object>> rows) {
    int count = query.ranking().orElseThrow().count();
    if (rows.size() <= count) {
      return rows;
    }
    List<List<@Nullable Object>> rest = rows.subList(count, rows.size());
    List<@Nullable Object> folded = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Optional<Measure> measure = columns.get(i).measure();
      if (measure.isEmpty()) {
        folded.add(NAME);
      } else if (measure.get() == Measure.CHANGE || measure.get() == Measure.SECOND_CHANGE) {
        folded.add(change(folded));
      } else {
        folded.add(sum(rest, i));
      }
    }
    List<List<@Nullable Object>> all = new ArrayList<>(rows.subList(0, count));
    all.add(Collections.unmodifiableList(folded));
    return Collections.unmodifiableList(all);
  }

  /** The difference over the previous value, the two columns before it. */
  private static @Nullable Object change(List<@Nullable Object> figures) {
    Object difference = figures.get(figures.size() - 1);
    Object previous = figures.get(figures.size() - 2);
    if (!(difference instanceof Number d) || !(previous instanceof Number p)) {
      return null;
    }
    return p.doubleValue() == 0 ? null : d.doubleValue() / p.doubleValue();
  }

  private static @Nullable Object sum(List<List<@Nullable Object>> rows, int column) {
    BigDecimal exact = BigDecimal.ZERO;
    double inexact = 0;
    boolean isExact = true;
    boolean whole = true;
    boolean any = false;
    for (List<@Nullable Object> row : rows) {
      Object value = row.get(column);
      if (value instanceof Double number) {
        inexact += number;
        isExact = false;
        any = true;
      } else if (value instanceof Number number) {
        exact = exact.add(new BigDecimal(number.toString()));
        whole &= number instanceof Long;
        any = true;
      }
    }
    if (!any) {
      return null;
    }
    if (!isExact) {
      return inexact + exact.doubleValue();
    }
    return whole ? (Object) exact.longValueExact() : exact;
  }
}
