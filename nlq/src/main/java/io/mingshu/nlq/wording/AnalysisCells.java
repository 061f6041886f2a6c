package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of an analysis's rows by the names of their columns, as they are and in words. */
final class AnalysisCells {
  private final QueryResult result;
  private final CatalogWords words;
  private final FigureWording figures;

  AnalysisCells(QueryResult result, CatalogWords words, FigureWording figures) {
    this.result = result;
    this.words = words;
    this.figures = figures;
  }

  /** A value by its name in the catalog. */
  String cell(Column column, List<@Nullable Object> row) {
    Object value = value(row, column.name());
    return column
        .dimension()
        .map(dimension -> words.value(dimension, value))
        .orElse(String.valueOf(value));
  }

  String count(List<@Nullable Object> row, String column) {
    BigDecimal number = number(row, column);
    return number == null ? "–" : figures.rounded(number, Metric.Unit.COUNT, words.language());
  }

  String rate(List<@Nullable Object> row, String column) {
    BigDecimal number = number(row, column);
    return number == null ? "–" : figures.rounded(number, Metric.Unit.PERCENT, words.language());
  }

  /** A figure; null where there is none, or no such column. */
  @Nullable BigDecimal number(List<@Nullable Object> row, String column) {
    Object value = value(row, column);
    return value == null ? null : new BigDecimal(value.toString());
  }

  @Nullable Object value(List<@Nullable Object> row, String column) {
    for (int i = 0; i < result.columns().size(); i++) {
      if (result.columns().get(i).name().equals(column)) {
        return row.get(i);
      }
    }
    return null;
  }
}
