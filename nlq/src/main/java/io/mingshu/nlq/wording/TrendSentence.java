package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A series: from where to where, its highest and its lowest. */
final class TrendSentence {
  private final MetricQuery query;
  private final Predicate<List<@Nullable Object>> wholeBuckets;
  private final AnswerTable table;
  private final CatalogWords words;
  private final FigureWording figures;

  TrendSentence(
      MetricQuery query,
      AnswerTable table,
      Predicate<List<@Nullable Object>> wholeBuckets,
      CatalogWords words,
      FigureWording figures) {
    this.query = query;
    this.table = table;
    this.wholeBuckets = wholeBuckets;
    this.words = words;
    this.figures = figures;
  }

  String all() {
    List<String> sentences = query.metrics().stream().map(this::one).toList();
    return String.join(words.isChinese() ? "；" : "; ", sentences);
  }

  private record Point(List<@Nullable Object> row, BigDecimal value) {}

  private String one(String metric) {
    Measure measure =
        query.share().isPresent() && table.column(metric, Measure.SHARE).isPresent()
            ? Measure.SHARE
            : Measure.VALUE;
    boolean chinese = words.isChinese();
    String label = label(metric, measure);
    Optional<Column> column = table.column(metric, measure);
    List<Point> points = column.map(this::points).orElse(List.of());
    if (points.isEmpty()) {
      return chinese ? label + "没有数值" : label + " has no value";
    }
    Metric.Unit unit = measure == Measure.SHARE ? Metric.Unit.PERCENT : words.unit(metric);
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    if (query.accumulation().filter(a -> a instanceof Accumulation.RunningTotal).isPresent()) {
      return chinese
          ? label + "累计到" + name(last) + "为" + figure(last, unit)
          : label + " added up to " + figure(last, unit) + " by " + name(last);
    }
    String course =
        chinese
            ? label + "从" + at(first, unit) + "到" + at(last, unit)
            : label + " went from " + at(first, unit) + " to " + at(last, unit);
    return course + extremes(points, unit) + change(last, metric);
  }

  private String extremes(List<Point> points, Metric.Unit unit) {
    if (points.size() < 3) {
      return "";
    }
    Comparator<Point> byValue = Comparator.comparing(Point::value);
    Point highest = points.stream().max(byValue).orElseThrow();
    Point lowest = points.stream().min(byValue).orElseThrow();
    return words.isChinese()
        ? "，最高是" + at(highest, unit) + "，最低是" + at(lowest, unit)
        : ", highest " + in() + at(highest, unit) + ", lowest " + in() + at(lowest, unit);
  }

  private String change(Point last, String metric) {
    if (query.comparison().isEmpty()) {
      return "";
    }
    return table
        .change(last.row(), metric, figures)
        .map(
            c ->
                words.isChinese()
                    ? "，" + name(last) + "的变化为" + c
                    : ", a change of " + c + " " + in() + name(last))
        .orElse("");
  }

  private String label(String metric, Measure measure) {
    return new FilterWording(words, figures).measure(metric, measure);
  }

  /** The buckets that lie wholly in the period; a part of one is no fair lowest, nor an end. */
  private List<Point> points(Column column) {
    List<Point> all =
        table.rows().stream()
            .flatMap(row -> table.figure(row, column).map(v -> new Point(row, v)).stream())
            .toList();
    List<Point> whole = all.stream().filter(p -> wholeBuckets.test(p.row())).toList();
    return whole.size() > 1 ? whole : all;
  }

  private String in() {
    return switch (query.grain().orElse(Grain.DAY)) {
      case HOUR -> "at ";
      case DAY -> "on ";
      case WEEK, MONTH, QUARTER, YEAR -> "in ";
    };
  }

  private String at(Point point, Metric.Unit unit) {
    return words.isChinese()
        ? name(point) + "的" + figure(point, unit)
        : name(point) + " (" + figure(point, unit) + ")";
  }

  private String name(Point point) {
    return table.name(point.row());
  }

  private String figure(Point point, Metric.Unit unit) {
    return figures.rounded(point.value(), unit, words.language());
  }
}
