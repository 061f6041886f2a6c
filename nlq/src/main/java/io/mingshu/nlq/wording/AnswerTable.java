package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the figures and the names of an answer's rows. */
final class AnswerTable {
  private final QueryResult result;
  private final CatalogWords words;
  private final Optional<Column> time;
  private final List<Column> dimensions;

  AnswerTable(QueryResult result, CatalogWords words) {
    this.result = result;
    this.words = words;
    this.time = result.columns().stream().filter(c -> c.grain().isPresent()).findFirst();
    this.dimensions = result.columns().stream().filter(c -> c.dimension().isPresent()).toList();
  }

  Optional<Column> time() {
    return time;
  }

  List<Column> dimensions() {
    return dimensions;
  }

  List<List<@Nullable Object>> rows() {
    return result.rows();
  }

  Optional<Column> column(String metric, Measure measure) {
    return result.columns().stream()
        .filter(c -> c.metric().filter(metric::equals).isPresent())
        .filter(c -> c.measure().orElse(Measure.VALUE) == measure)
        .findFirst();
  }

  /** The first column that is neither a group nor a time. */
  Optional<Column> firstFigure() {
    return result.columns().stream()
        .filter(c -> c.dimension().isEmpty() && c.grain().isEmpty())
        .findFirst();
  }

  Optional<BigDecimal> figure(List<@Nullable Object> row, Column column) {
    Object value = row.get(result.columns().indexOf(column));
    return value instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  Optional<BigDecimal> figure(List<@Nullable Object> row, String metric, Measure measure) {
    return column(metric, measure).flatMap(c -> figure(row, c));
  }

  /** How a metric changed: relatively, or, where it is a rate, in points. */
  Optional<String> change(List<@Nullable Object> row, String metric, FigureWording figures) {
    return words.unit(metric) == Metric.Unit.PERCENT
        ? figure(row, metric, Measure.DIFFERENCE)
            .map(d -> figures.pointsChange(d, words.language()))
        : figure(row, metric, Measure.CHANGE).map(figures::change);
  }

  Metric.Unit unit(Column column) {
    return column.unit().orElse(Metric.Unit.NUMBER);
  }

  /** The row's group and bucket: {@code 广东 · 2026年6月}. */
  String name(List<@Nullable Object> row) {
    List<String> names = new ArrayList<>();
    for (Column dimension : dimensions) {
      Object code = row.get(result.columns().indexOf(dimension));
      names.add(words.value(dimension.dimension().orElse(dimension.name()), code));
    }
    time.ifPresent(column -> names.add(bucket(row, column)));
    return String.join(" · ", names);
  }

  /** The start of the row's bucket. */
  Optional<LocalDateTime> start(List<@Nullable Object> row) {
    Object start = time.map(column -> row.get(result.columns().indexOf(column))).orElse(null);
    if (start instanceof LocalDate day) {
      return Optional.of(day.atStartOfDay());
    }
    return start instanceof LocalDateTime moment ? Optional.of(moment) : Optional.empty();
  }

  private String bucket(List<@Nullable Object> row, Column column) {
    return start(row)
        .map(s -> PeriodWording.bucket(s, column.grain().orElseThrow(), words.language()))
        .orElseGet(() -> words.value(column.name(), null));
  }
}
