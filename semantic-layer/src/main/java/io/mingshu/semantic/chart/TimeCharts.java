package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Specs.none;
import static io.mingshu.semantic.chart.Specs.spec;
import static io.mingshu.semantic.chart.Specs.table;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charts of answers with a time axis. */
final class TimeCharts {
  private static final int FEW_POINTS = 7;
  private static final int MAX_SERIES = 7;
  private static final int MAX_HEATMAP_SIDE = 62;

  private TimeCharts() {}

  static ChartSpec choose(MetricQuery query, AnswerShape shape, Column time) {
    List<Column> values = shape.drawn();
    if (shape.dimensions.size() == 1 && values.size() == 1 && query.comparison().isEmpty()) {
      return overTimeBy(shape, time, values.get(0));
    }
    if (!shape.dimensions.isEmpty()) {
      return table(shape, "维度较多，用表格最清楚", "With so many dimensions a table is clearest");
    }
    if (query.comparison().isPresent()) {
      return comparedOverTime(query, shape, time);
    }
    boolean ranked = query.ranking().isPresent() || query.ordering().isPresent();
    if (ranked && values.size() == 1) {
      return spec(
          ChartSpec.Type.BAR,
          Optional.of(time),
          values,
          none(),
          "按大小排列的时间段",
          "Times ranked by their figure",
          ChartSpec.Type.COLUMN,
          ChartSpec.Type.TABLE);
    }
    if (!query.conditions().isEmpty() && values.size() == 1) {
      return spec(
          ChartSpec.Type.COLUMN,
          Optional.of(time),
          values,
          none(),
          "只有部分时间点，不能连成线",
          "Only some points in time: no line joins them",
          ChartSpec.Type.TABLE);
    }
    if (values.size() == 1) {
      return oneLine(shape, time, values.get(0));
    }
    if (values.size() == 2 || (values.size() <= MAX_SERIES && AnswerShape.units(values) == 1)) {
      return spec(
          ChartSpec.Type.LINE,
          Optional.of(time),
          values,
          none(),
          "几个指标随时间的变化",
          "How several metrics change over time",
          ChartSpec.Type.TABLE);
    }
    return table(shape, "指标单位不同，放在一张图里无法比较", "Metrics of different units cannot share an axis");
  }

  private static ChartSpec oneLine(AnswerShape shape, Column time, Column value) {
    boolean additive = shape.addsUp(value);
    if (shape.rows() <= FEW_POINTS && additive) {
      return spec(
          ChartSpec.Type.COLUMN,
          Optional.of(time),
          List.of(value),
          none(),
          "时间点不多，柱子便于比大小",
          "With few points in time columns compare best",
          ChartSpec.Type.LINE,
          ChartSpec.Type.TABLE);
    }
    List<ChartSpec.Type> others = new ArrayList<>();
    if (additive && shape.allPresentAndNotNegative(value)) {
      others.add(ChartSpec.Type.AREA);
      others.add(ChartSpec.Type.COLUMN);
    }
    others.add(ChartSpec.Type.TABLE);
    return spec(
        ChartSpec.Type.LINE,
        Optional.of(time),
        List.of(value),
        none(),
        "随时间的变化",
        "A change over time",
        others.toArray(ChartSpec.Type[]::new));
  }

  private static ChartSpec comparedOverTime(MetricQuery query, AnswerShape shape, Column time) {
    List<Column> changes = shape.measures(Measure.CHANGE);
    List<Column> pair = new ArrayList<>(shape.measures(Measure.VALUE));
    pair.addAll(shape.measures(Measure.PREVIOUS));
    if (query.metrics().size() != 1 || pair.size() != 2) {
      return table(shape, "几个指标的对比，用表格最清楚", "Several metrics compared: a table is clearest");
    }
    boolean growthAsked = isOrderedBy(query, Measure.CHANGE) && !changes.isEmpty();
    if (growthAsked) {
      return spec(
          ChartSpec.Type.COLUMN,
          Optional.of(time),
          changes,
          none(),
          "每期的变化率",
          "The change of each period",
          ChartSpec.Type.TABLE);
    }
    return spec(
        ChartSpec.Type.LINE,
        Optional.of(time),
        pair,
        none(),
        "本期和对比期两条线",
        "Two lines: now and the period compared with",
        ChartSpec.Type.GROUPED_COLUMN,
        ChartSpec.Type.TABLE);
  }

  private static ChartSpec overTimeBy(AnswerShape shape, Column time, Column value) {
    Column dimension = shape.dimensions.get(0);
    int series = shape.distinct(dimension);
    boolean stackable = shape.addsUp(value) && shape.allPresentAndNotNegative(value);
    if (series <= MAX_SERIES) {
      List<ChartSpec.Type> others = new ArrayList<>();
      if (stackable) {
        others.add(ChartSpec.Type.STACKED_COLUMN);
        others.add(ChartSpec.Type.AREA);
      }
      others.add(ChartSpec.Type.TABLE);
      return spec(
          ChartSpec.Type.LINE,
          Optional.of(time),
          List.of(value),
          Optional.of(dimension),
          "每组一条线，看各自的变化",
          "One line for each group",
          others.toArray(ChartSpec.Type[]::new));
    }
    if (series <= MAX_HEATMAP_SIDE && shape.distinct(time) <= MAX_HEATMAP_SIDE) {
      return spec(
          ChartSpec.Type.HEATMAP,
          Optional.of(time),
          List.of(value),
          Optional.of(dimension),
          "组数较多，线会重叠，用颜色深浅表示",
          "Too many groups for lines: shades instead",
          ChartSpec.Type.TABLE);
    }
    return table(shape, "组数太多，画不清楚", "Too many groups to draw");
  }

  private static boolean isOrderedBy(MetricQuery query, Measure measure) {
    return query.ordering().map(Ordering::measure).filter(m -> m == measure).isPresent();
  }
}
