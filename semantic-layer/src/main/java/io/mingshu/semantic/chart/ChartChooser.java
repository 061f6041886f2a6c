package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Specs.none;
import static io.mingshu.semantic.chart.Specs.spec;
import static io.mingshu.semantic.chart.Specs.table;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the chart by rules alone, the first that matches: the same answer always gets the same
 * chart. Nothing is stacked or cut as a pie that does not add up. Immutable.
 */
public final class ChartChooser {
  private static final int MAX_NUMBERS = 6;

  private final Additivity additivity;
  private final GroupCharts groupCharts;

  public ChartChooser(Catalog catalog) {
    this.additivity = new Additivity(catalog);
    this.groupCharts = new GroupCharts(catalog);
  }

  /** The chart of an answer. */
  public ChartSpec choose(MetricQuery query, QueryResult result) {
    AnswerShape shape = new AnswerShape(query, result, additivity);
    if (shape.rows() == 0) {
      return Specs.empty();
    }
    if (shape.rows() == 1) {
      return single(query, shape);
    }
    if (shape.measures(Measure.VALUE).isEmpty()) {
      return table(shape, "没有可画的指标", "No figure to draw");
    }
    if (shape.time.isPresent()) {
      return TimeCharts.choose(query, shape, shape.time.get());
    }
    return switch (shape.dimensions.size()) {
      case 1 -> groupCharts.byOne(query, shape, shape.dimensions.get(0));
      case 2 -> groupCharts.byTwo(query, shape);
      default -> table(shape, "维度较多，用表格最清楚", "With so many dimensions a table is clearest");
    };
  }

  /** The chart of an answer about behaviour. */
  public static ChartSpec choose(BehaviourQuery query, QueryResult result) {
    return new BehaviourCharts(result).choose(query);
  }

  private static ChartSpec single(MetricQuery query, AnswerShape shape) {
    Optional<Column> name = shape.dimensions.stream().findFirst().or(() -> shape.time);
    List<Column> figures = shape.figures();
    if (query.metrics().size() <= 1 && shape.dimensions.size() <= 1) {
      return spec(
          ChartSpec.Type.NUMBER,
          name,
          figures,
          none(),
          "只有一个数",
          "There is one figure",
          ChartSpec.Type.TABLE);
    }
    if (query.metrics().size() <= MAX_NUMBERS && shape.dimensions.size() <= 1) {
      return spec(
          ChartSpec.Type.NUMBERS,
          name,
          figures,
          none(),
          "几个指标各一个数",
          "One figure of each metric",
          ChartSpec.Type.TABLE);
    }
    return table(shape, "一行多列，用表格最清楚", "One row of many columns: a table is clearest");
  }
}
