package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Specs.none;
import static io.mingshu.semantic.chart.Specs.spec;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.util.List;
import java.util.Optional;

/** Charts of answers by groups of people, which have places of their own. */
final class PeopleCharts {
  private static final int INSIDE_AND_OTHERS = 2;
  private static final int MOST_METRICS = 8;

  private final Catalog catalog;

  PeopleCharts(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The chart of groups of people; none where these are others, or not all of them. */
  Optional<ChartSpec> of(MetricQuery query, AnswerShape shape, Column dimension) {
    boolean plain =
        query.comparisons().isEmpty()
            && query.share().isEmpty()
            && query.ranking().isEmpty()
            && query.conditions().isEmpty();
    List<Column> values = shape.measures(Measure.VALUE);
    if (!plain || !values.stream().allMatch(shape::allPresentAndNotNegative)) {
      return Optional.empty();
    }
    if (isRfm(dimension) && values.size() == 1) {
      return Optional.of(
          spec(
              ChartSpec.Type.RFM_GRID,
              Optional.of(dimension),
              values,
              none(),
              "八个群按最近、频次、金额各在其位",
              "The eight groups in their places: how lately, how often, how much",
              ChartSpec.Type.BAR,
              ChartSpec.Type.TABLE));
    }
    if (isSegment(dimension)
        && shape.rows() == INSIDE_AND_OTHERS
        && values.size() > 1
        && values.size() <= MOST_METRICS) {
      return Optional.of(
          spec(
              ChartSpec.Type.SEGMENT_BARS,
              Optional.of(dimension),
              values,
              none(),
              "每个指标里，这群人和其他人并排",
              "The segment and all others, side by side for each metric",
              ChartSpec.Type.TABLE));
    }
    return Optional.empty();
  }

  private boolean isRfm(Column column) {
    Optional<String> name = catalog.rfm().map(Rfm::name);
    return name.isPresent() && column.dimension().equals(name);
  }

  private boolean isSegment(Column column) {
    return column.dimension().flatMap(catalog::segment).isPresent();
  }
}
