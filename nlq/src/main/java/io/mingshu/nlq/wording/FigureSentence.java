package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Comparison;
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

  FigureSentence(
      MetricQuery query,
      QueryResult result,
      AnswerTable table,
      CatalogWords words,
      FigureWording figures) {
    this.query = query;
    this.result = result;
    this.table = table;
    this.words = words;
    this.figures = figures;
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
    boolean chinese = words.isChinese();
    String base = base(query.comparisons().get(comparison), comparison);
    List<Measure> measures = Measure.ofComparison(comparison);
    Optional<BigDecimal> previous = table.figure(row, metric, measures.get(0));
    Optional<BigDecimal> difference = table.figure(row, metric, measures.get(1));
    if (previous.isEmpty() || difference.isEmpty()) {
      return chinese ? "，" + base + "没有数值可比" : "; there is no figure for " + base;
    }
    String before = figures.rounded(previous.get(), unit, words.language());
    if (difference.get().signum() == 0) {
      return chinese ? "，与" + base + "持平" : ", the same as " + base;
    }
    boolean up = difference.get().signum() > 0;
    String size = size(difference.get(), unit);
    String rate =
        table
            .figure(row, metric, measures.get(2))
            .map(figures::change)
            .map(c -> relative(c, unit))
            .orElse("");
    return chinese
        ? "，比" + base + "的" + before + (up ? "上升" : "下降") + size + rate
        : ", " + (up ? "up " : "down ") + size + rate + " from " + before + " in " + base;
  }

  private String size(BigDecimal difference, Metric.Unit unit) {
    return unit == Metric.Unit.PERCENT
        ? figures.points(difference, words.language())
        : figures.rounded(difference.abs(), unit, words.language());
  }

  private String relative(String change, Metric.Unit unit) {
    boolean ofRate = unit == Metric.Unit.PERCENT;
    if (words.isChinese()) {
      return "（" + (ofRate ? "相对" : "") + change + "）";
    }
    return " (" + change + (ofRate ? " relative" : "") + ")";
  }

  private String base(Comparison comparison, int index) {
    boolean chinese = words.isChinese();
    String dates =
        index < result.bases().size()
            ? PeriodWording.dates(result.bases().get(index), words.language())
            : "";
    String name;
    if (comparison instanceof Comparison.YearBefore) {
      name = chinese ? "去年同期" : "the same period a year before";
    } else if (comparison instanceof Comparison.DaysBefore daysBefore) {
      name = chinese ? daysBefore.days() + "天前" : "the days " + daysBefore.days() + " before";
    } else if (comparison instanceof Comparison.PreviousPeriod) {
      name = chinese ? "上一期" : "the period before";
    } else {
      return dates;
    }
    if (dates.isEmpty()) {
      return name;
    }
    return chinese ? name + "（" + dates + "）" : name + " (" + dates + ")";
  }
}
