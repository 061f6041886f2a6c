package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One figure of each metric, with what it is compared with. */
final class FigureSentence {
  private final MetricQuery query;
  private final QueryResult result;
  private final AnswerTable table;
  private final CatalogWords words;
  private final FigureWording figures;
  private final PeriodWording periods;

  FigureSentence(
      MetricQuery query,
      QueryResult result,
      AnswerTable table,
      CatalogWords words,
      FigureWording figures,
      PeriodWording periods) {
    this.query = query;
    this.result = result;
    this.table = table;
    this.words = words;
    this.figures = figures;
    this.periods = periods;
  }

  String all() {
    List<String> sentences = query.metrics().stream().map(this::one).toList();
    return String.join(words.isChinese() ? "；" : "; ", sentences);
  }

  private String one(String metric) {
    List<@Nullable Object> row = table.rows().get(0);
    boolean chinese = words.isChinese();
    String label = words.metric(metric);
    Optional<BigDecimal> value = table.figure(row, metric, Measure.VALUE);
    if (value.isEmpty()) {
      return chinese
          ? label + "没有数值（没有数据，或分母为0）"
          : label + " has no value (no data, or nothing to divide by)";
    }
    Metric.Unit unit = words.unit(metric);
    String figure = figures.rounded(value.get(), unit, words.language());
    String said = chinese ? label + "为" + figure : label + verb(label) + figure;
    String share =
        table
            .figure(row, metric, Measure.SHARE)
            .map(s -> figures.rounded(s, Metric.Unit.PERCENT, words.language()))
            .map(
                s ->
                    chinese
                        ? "，占全部" + over(words::wholeOf) + "的" + s
                        : ", " + s + " of all " + over(this::wholes))
            .orElse("");
    return said + share + compared(row, metric, unit);
  }

  private String wholes(String dimension) {
    return words.isSegment(dimension) ? "users" : words.dimensions(dimension);
  }

  private String over(UnaryOperator<String> label) {
    return words.list(
        query.share().map(s -> s.over().stream().map(label).distinct().toList()).orElse(List.of()));
  }

  private static String verb(String label) {
    return label.endsWith("s") ? " were " : " was ";
  }

  private String compared(List<@Nullable Object> row, String metric, Metric.Unit unit) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < query.comparisons().size(); i++) {
      all.append(compared(row, metric, unit, i));
    }
    return all.toString();
  }

  private String compared(
      List<@Nullable Object> row, String metric, Metric.Unit unit, int comparison) {
    ComparisonWording wording = new ComparisonWording(periods, figures, words.language());
    List<Measure> measures = Measure.ofComparison(comparison);
    return wording.changed(
        wording.base(
            query.comparisons().get(comparison),
            result.bases().stream().skip(comparison).findFirst()),
        unit,
        table.figure(row, metric, measures.get(0)),
        table.figure(row, metric, measures.get(1)),
        table.figure(row, metric, measures.get(2)));
  }
}
