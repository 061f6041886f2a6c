package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** The columns of an answer, and its rows as those columns have them. */
final class AnswerShape {
  private final List<Column> columns;

  private AnswerShape(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  static AnswerShape of(MetricQuery query, Catalog catalog, RelDataType planned) {
    List<Column> columns = new ArrayList<>();
    if (query.countGroups()) {
      columns.add(groupCount(query, catalog));
      return new AnswerShape(columns);
    }
    query.grain().ifPresent(grain -> columns.add(bucket(grain)));
    for (String name : query.dimensions()) {
      columns.add(dimension(catalog.dimension(name).orElseThrow()));
    }
    for (String name : MetricPlanner.metrics(query)) {
      Metric metric = catalog.metric(name).orElseThrow();
      for (Measure measure : MetricPlanner.measures(query)) {
        SqlTypeName type = planned.getFieldList().get(columns.size()).getType().getSqlTypeName();
        columns.add(figure(metric, measure, type, query));
      }
    }
    return new AnswerShape(columns);
  }

  List<Column> columns() {
    return columns;
  }

  private static Column groupCount(MetricQuery query, Catalog catalog) {
    List<Text> labels = new ArrayList<>();
    query.grain().ifPresent(grain -> labels.add(bucket(grain).label()));
    query.dimensions().forEach(d -> labels.add(catalog.dimension(d).orElseThrow().label()));
    String zh = labels.stream().map(Text::zh).collect(Collectors.joining("×"));
    String en = labels.stream().map(Text::en).collect(Collectors.joining(" × "));
    return new Column(
        MetricPlanner.GROUP_COUNT,
        "integer",
        new Text(zh + "数", "Number: " + en),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Metric.Unit.COUNT),
        Optional.empty(),
        Optional.empty());
  }

  static Column bucket(Grain grain) {
    Text label =
        switch (grain) {
          case HOUR -> new Text("小时", "Hour");
          case DAY -> new Text("日期", "Day");
          case WEEK -> new Text("周", "Week");
          case MONTH -> new Text("月份", "Month");
          case QUARTER -> new Text("季度", "Quarter");
          case YEAR -> new Text("年份", "Year");
        };
    return new Column(
        MetricPlanner.columnOf(grain),
        grain == Grain.HOUR ? "datetime" : "date",
        label,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(grain));
  }

  static Column dimension(Dimension dimension) {
    String type =
        switch (Filters.valueType(dimension)) {
          case STRING -> "string";
          case BOOLEAN -> "boolean";
          case NUMBER -> dimension.source() instanceof Dimension.TimePart ? "integer" : "decimal";
        };
    return new Column(
        dimension.name(),
        type,
        dimension.label(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(dimension.name()),
        Optional.empty());
  }

  private static Column figure(
      Metric metric, Measure measure, SqlTypeName type, MetricQuery query) {
    Text label = metric.label();
    Metric.Unit unit = metric.unit();
    Text shown = shown(label, measure, query);
    return new Column(
        MetricPlanner.column(metric.name(), measure),
        type == SqlTypeName.BIGINT || type == SqlTypeName.INTEGER ? "integer" : "decimal",
        shown,
        Optional.of(metric.name()),
        Optional.of(measure),
        Optional.of(measure.isRate() ? Metric.Unit.PERCENT : unit),
        Optional.empty(),
        Optional.empty());
  }

  /** Of the only comparison. */
  static Text compared(Text label, Measure measure) {
    return shown(label, measure, MetricQuery.of());
  }

  private static Text shown(Text label, Measure measure, MetricQuery query) {
    Text first = base(query, 0);
    Text second = base(query, 1);
    return switch (measure) {
      case VALUE -> label;
      case PREVIOUS ->
          new Text(label.zh() + "（" + first.zh() + "）", label.en() + ", " + first.en());
      case SECOND_PREVIOUS ->
          new Text(label.zh() + "（" + second.zh() + "）", label.en() + ", " + second.en());
      case DIFFERENCE -> compared(label, first, "差值", "difference", query);
      case CHANGE -> compared(label, first, "变化率", "change", query);
      case SECOND_DIFFERENCE -> compared(label, second, "差值", "difference", query);
      case SECOND_CHANGE -> compared(label, second, "变化率", "change", query);
      case SHARE -> new Text(label.zh() + "占比", label.en() + ", share");
    };
  }

  /** With two comparisons, each figure says which one it is of. */
  private static Text compared(Text label, Text base, String zh, String en, MetricQuery query) {
    return query.comparisons().size() > 1
        ? new Text(label.zh() + "比" + base.zh() + zh, label.en() + ", " + en + " from " + base.en())
        : new Text(label.zh() + zh, label.en() + ", " + en);
  }

  private static Text base(MetricQuery query, int index) {
    Comparison comparison =
        index < query.comparisons().size() ? query.comparisons().get(index) : null;
    if (query.comparisons().size() < 2 || comparison == null) {
      return new Text("对比期", "base period");
    }
    if (comparison instanceof Comparison.YearBefore) {
      return new Text("去年同期", "a year before");
    }
    return comparison instanceof Comparison.DaysBefore earlier
        ? new Text(earlier.days() + "天前", earlier.days() + " days before")
        : new Text("上一期", "the period before");
  }

  List<List<@Nullable Object>> rows(List<List<@Nullable Object>> raw) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : raw) {
      List<@Nullable Object> shaped = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        shaped.add(shaped(row.get(i), columns.get(i).type()));
      }
      rows.add(Collections.unmodifiableList(shaped));
    }
    return Collections.unmodifiableList(rows);
  }

  private static @Nullable Object shaped(@Nullable Object value, String type) {
    if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
      return null;
    }
    return switch (type) {
      case "string" -> String.valueOf(value);
      case "integer" -> value instanceof BigDecimal big ? (Object) big.longValueExact() : value;
      case "decimal" -> value instanceof Long whole ? (Object) BigDecimal.valueOf(whole) : value;
      default -> value;
    };
  }
}
