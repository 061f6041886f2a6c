package io.mingshu.semantic.chart;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer's columns and rows look like to a chart. */
final class AnswerShape {
  private final MetricQuery query;
  private final QueryResult result;
  private final Additivity additivity;
  final Optional<Column> time;
  final List<Column> dimensions;

  AnswerShape(MetricQuery query, QueryResult result, Additivity additivity) {
    this.query = query;
    this.result = result;
    this.additivity = additivity;
    this.time = result.columns().stream().filter(c -> c.grain().isPresent()).findFirst();
    this.dimensions = result.columns().stream().filter(c -> c.dimension().isPresent()).toList();
  }

  int rows() {
    return result.rows().size();
  }

  /** All columns that hold figures, whatever of. */
  List<Column> figures() {
    return result.columns().stream()
        .filter(c -> c.grain().isEmpty() && c.dimension().isEmpty())
        .toList();
  }

  /** The columns of one measure, of the metrics that were asked for, in the order of asking. */
  List<Column> measures(Measure measure) {
    return query.metrics().stream().flatMap(metric -> measure(metric, measure).stream()).toList();
  }

  Optional<Column> measure(String metric, Measure measure) {
    return result.columns().stream()
        .filter(c -> c.metric().filter(metric::equals).isPresent())
        .filter(c -> c.measure().orElse(Measure.VALUE) == measure)
        .findFirst();
  }

  /** Shares where they were asked for, the metrics themselves otherwise. */
  List<Column> drawn() {
    List<Column> shares = measures(Measure.SHARE);
    return query.share().isPresent() && !shares.isEmpty() ? shares : measures(Measure.VALUE);
  }

  /** The column by which the query orders its groups. */
  Optional<Column> rankedBy() {
    return query.ordering().flatMap(o -> measure(o.metric(), o.measure()));
  }

  /** Whether the rows of a column can be added up to a whole. */
  boolean addsUp(Column column) {
    Measure measure = column.measure().orElse(Measure.VALUE);
    return (measure == Measure.VALUE || measure == Measure.SHARE)
        && query.accumulation().isEmpty()
        && column.metric().map(additivity::isAdditive).orElse(false);
  }

  boolean hasRows(int least, int most) {
    return rows() >= least && rows() <= most;
  }

  static long units(List<Column> columns) {
    return columns.stream().map(c -> c.unit().orElse(Metric.Unit.NUMBER)).distinct().count();
  }

  int distinct(Column column) {
    return (int) values(column).distinct().count();
  }

  boolean allPresentAndNotNegative(Column column) {
    return values(column).allMatch(v -> v != null && number(v).signum() >= 0);
  }

  BigDecimal sum(Column column) {
    return values(column)
        .filter(Objects::nonNull)
        .map(AnswerShape::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The smallest part of the largest: 1 where all are equal. */
  double evenness(Column column) {
    double min = values(column).mapToDouble(v -> number(v).doubleValue()).min().orElse(0);
    double max = values(column).mapToDouble(v -> number(v).doubleValue()).max().orElse(0);
    return max == 0 ? 1 : min / max;
  }

  private Stream<@Nullable Object> values(Column column) {
    int index = result.columns().indexOf(column);
    return result.rows().stream().map(row -> row.get(index));
  }

  private static BigDecimal number(@Nullable Object value) {
    return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
  }
}
