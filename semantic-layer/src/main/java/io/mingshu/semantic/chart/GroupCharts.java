package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Specs.none;
import static io.mingshu.semantic.chart.Specs.spec;
import static io.mingshu.semantic.chart.Specs.table;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charts of answers by one or two dimensions, without a time axis. */
final class GroupCharts {
  private static final int MAX_STACK = 6;
  private static final int MAX_PARTS = 6;
  private static final int MAX_GROUPED = 12;
  private static final int MAX_BARS = 30;
  private static final int MAX_HEATMAP_SIDE = 62;
  private static final int MIN_SCATTER = 10;
  private static final int MAX_SCATTER = 2_000;
  private static final double NEARLY_EQUAL = 0.9;

  private final Catalog catalog;
  private final PeopleCharts people;

  GroupCharts(Catalog catalog) {
    this.catalog = catalog;
    this.people = new PeopleCharts(catalog);
  }

  ChartSpec byOne(MetricQuery query, AnswerShape shape, Column dimension) {
    return people.of(query, shape, dimension).orElseGet(() -> byAny(query, shape, dimension));
  }

  private ChartSpec byAny(MetricQuery query, AnswerShape shape, Column dimension) {
    if (query.share().isPresent() && !shape.measures(Measure.SHARE).isEmpty()) {
      return shares(shape, dimension);
    }
    if (query.comparison().isPresent()) {
      return comparedBy(query, shape, dimension);
    }
    List<Column> values = shape.measures(Measure.VALUE);
    if (values.size() == 2 && isEntity(dimension) && shape.hasRows(MIN_SCATTER, MAX_SCATTER)) {
      return spec(
          ChartSpec.Type.SCATTER,
          Optional.of(dimension),
          values,
          none(),
          "两个指标之间的关系",
          "How two metrics go together",
          ChartSpec.Type.TABLE);
    }
    if (values.size() > 1 && AnswerShape.units(values) == 1 && shape.rows() <= MAX_GROUPED) {
      return spec(
          ChartSpec.Type.GROUPED_COLUMN,
          Optional.of(dimension),
          values,
          none(),
          "同单位的几个指标并排比较",
          "Metrics of one unit side by side",
          ChartSpec.Type.TABLE);
    }
    if (shape.rows() > MAX_BARS) {
      return table(
          shape, "行数较多，用表格最清楚", "With so many rows a table is clearest", ChartSpec.Type.BAR);
    }
    Column value = shape.rankedBy().orElse(values.get(0));
    if (hasNaturalOrder(dimension) && query.ranking().isEmpty()) {
      return spec(
          ChartSpec.Type.COLUMN,
          Optional.of(dimension),
          List.of(value),
          none(),
          "按自然顺序排列",
          "In the natural order of its values",
          ChartSpec.Type.LINE,
          ChartSpec.Type.TABLE);
    }
    List<ChartSpec.Type> others = new ArrayList<>();
    if (shape.rows() <= MAX_GROUPED) {
      others.add(ChartSpec.Type.COLUMN);
    }
    if (isWholeOfParts(query, shape, value)) {
      others.add(ChartSpec.Type.DONUT);
    }
    others.add(ChartSpec.Type.TABLE);
    return spec(
        ChartSpec.Type.BAR,
        Optional.of(dimension),
        List.of(value),
        none(),
        "按大小排列的条形便于比较",
        "Ranked bars compare groups best",
        others.toArray(ChartSpec.Type[]::new));
  }

  private ChartSpec shares(AnswerShape shape, Column dimension) {
    Column share = shape.measures(Measure.SHARE).get(0);
    boolean sumsToWhole = Math.abs(shape.sum(share).doubleValue() - 1) < 0.001;
    if (sumsToWhole && isDonut(shape, share)) {
      return spec(
          ChartSpec.Type.DONUT,
          Optional.of(dimension),
          List.of(share),
          none(),
          "部分不多，合起来是整体",
          "A few parts that make up the whole",
          ChartSpec.Type.BAR,
          ChartSpec.Type.TABLE);
    }
    return spec(
        ChartSpec.Type.BAR,
        Optional.of(dimension),
        List.of(share),
        none(),
        "各部分的占比，按大小排列",
        "The share of each part, ranked",
        ChartSpec.Type.TABLE);
  }

  private ChartSpec comparedBy(MetricQuery query, AnswerShape shape, Column dimension) {
    List<Column> pair = new ArrayList<>(shape.measures(Measure.VALUE));
    pair.addAll(shape.measures(Measure.PREVIOUS));
    if (query.metrics().size() != 1 || pair.size() != 2 || shape.rows() > MAX_BARS) {
      return table(shape, "对比的数较多，用表格最清楚", "With so much to compare a table is clearest");
    }
    Optional<Column> ranked = shape.rankedBy().filter(c -> !pair.contains(c));
    if (ranked.isPresent()) {
      return spec(
          ChartSpec.Type.BAR,
          Optional.of(dimension),
          List.of(ranked.get()),
          none(),
          "按变化的大小排列",
          "Ranked by the change",
          ChartSpec.Type.GROUPED_COLUMN,
          ChartSpec.Type.TABLE);
    }
    ChartSpec.Type type =
        shape.rows() <= MAX_GROUPED ? ChartSpec.Type.GROUPED_COLUMN : ChartSpec.Type.BAR;
    return spec(
        type,
        Optional.of(dimension),
        pair,
        none(),
        "每组的本期和对比期并排",
        "Now and before, side by side for each group",
        ChartSpec.Type.TABLE);
  }

  ChartSpec byTwo(MetricQuery query, AnswerShape shape) {
    List<Column> values = shape.drawn();
    boolean rankedWithin = query.ranking().map(r -> !r.within().isEmpty()).orElse(false);
    if (values.size() != 1 || query.comparison().isPresent() || rankedWithin) {
      return table(shape, "两个维度加多个数，用表格最清楚", "Two dimensions and more: a table is clearest");
    }
    Column value = values.get(0);
    Column first = shape.dimensions.get(0);
    Column second = shape.dimensions.get(1);
    boolean secondIsSeries = shape.distinct(second) <= shape.distinct(first);
    Column series = secondIsSeries ? second : first;
    Column x = secondIsSeries ? first : second;
    if (shape.distinct(x) > MAX_HEATMAP_SIDE) {
      return table(shape, "组数太多，画不清楚", "Too many groups to draw");
    }
    if (shape.distinct(series) > MAX_STACK || shape.distinct(x) > MAX_BARS) {
      return spec(
          ChartSpec.Type.HEATMAP,
          Optional.of(x),
          List.of(value),
          Optional.of(series),
          "两个维度的值都较多，用颜色深浅表示",
          "Both dimensions have many values: shades instead",
          ChartSpec.Type.TABLE);
    }
    boolean stackable = shape.addsUp(value) && shape.allPresentAndNotNegative(value);
    return stackable
        ? spec(
            ChartSpec.Type.STACKED_COLUMN,
            Optional.of(x),
            List.of(value),
            Optional.of(series),
            "可以相加，堆叠看总量和构成",
            "It adds up: stacked to show the total and its parts",
            ChartSpec.Type.GROUPED_COLUMN,
            ChartSpec.Type.HEATMAP,
            ChartSpec.Type.TABLE)
        : spec(
            ChartSpec.Type.GROUPED_COLUMN,
            Optional.of(x),
            List.of(value),
            Optional.of(series),
            "不能相加，并排比较",
            "It does not add up: side by side",
            ChartSpec.Type.HEATMAP,
            ChartSpec.Type.TABLE);
  }

  private boolean isWholeOfParts(MetricQuery query, AnswerShape shape, Column value) {
    boolean everyGroup =
        query.ranking().map(r -> r.others()).orElse(true) && query.conditions().isEmpty();
    return everyGroup && isDonut(shape, value);
  }

  private boolean isDonut(AnswerShape shape, Column value) {
    return shape.addsUp(value)
        && shape.hasRows(2, MAX_PARTS)
        && shape.allPresentAndNotNegative(value)
        && shape.evenness(value) < NEARLY_EQUAL;
  }

  private boolean hasNaturalOrder(Column column) {
    return column
        .dimension()
        .flatMap(catalog::dimension)
        .map(d -> d.ordered() || d.source() instanceof Dimension.TimePart)
        .orElse(false);
  }

  private boolean isEntity(Column column) {
    return column.dimension().flatMap(catalog::dimension).map(Dimension::entity).orElse(false);
  }
}
