package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import java.util.ArrayList;
import java.util.List;

/** Filters and conditions in words. */
final class FilterWording {
  private final CatalogWords words;
  private final FigureWording figures;

  FilterWording(CatalogWords words, FigureWording figures) {
    this.words = words;
    this.figures = figures;
  }

  String filter(Filter filter) {
    if (filter instanceof Filter.In in) {
      if (words.isSegment(in.dimension()) && in.values().size() == 1) {
        boolean inside = in.values().contains("true") != in.negated();
        return words.value(in.dimension(), inside);
      }
      String values = words.values(in.dimension(), in.values());
      return words.dimension(in.dimension()) + is(in.negated()) + values;
    }
    if (filter instanceof Filter.Range range) {
      return range(range);
    }
    if (filter instanceof Filter.IsNull isNull) {
      String dimension = words.dimension(isNull.dimension());
      if (words.isChinese()) {
        return (isNull.negated() ? "有" : "没有") + dimension;
      }
      return dimension + (isNull.negated() ? " is present" : " is missing");
    }
    if (filter instanceof Filter.And and) {
      return joined(and.parts(), words.isChinese() ? "，" : ", ");
    }
    if (filter instanceof Filter.Or or) {
      return joined(or.parts(), words.isChinese() ? " 或 " : " or ");
    }
    if (filter instanceof Filter.EntityHas has) {
      String conditions = conditions(has.conditions());
      String entity = words.dimension(has.entity());
      return words.isChinese()
          ? "每个" + entity + "自己的" + conditions
          : "each " + entity + " with " + conditions;
    }
    Filter.Top top = (Filter.Top) filter;
    return words.isChinese()
        ? words.metric(top.metric())
            + (top.descending() ? "最高的" : "最低的")
            + top.count()
            + "个"
            + words.dimension(top.dimension())
        : "the "
            + top.count()
            + " "
            + words.dimensions(top.dimension())
            + (top.descending() ? " with the highest " : " with the lowest ")
            + words.metric(top.metric());
  }

  String conditions(List<MetricCondition> conditions) {
    return String.join(
        words.isChinese() ? "且" : " and ", conditions.stream().map(this::condition).toList());
  }

  /** A figure of a metric: {@code GMV占比}, {@code share of GMV}. */
  String measure(String metric, Measure measure) {
    String label = words.metric(metric);
    boolean chinese = words.isChinese();
    return switch (measure) {
      case VALUE -> label;
      case PREVIOUS -> chinese ? label + "的对比期数值" : label + " before";
      case DIFFERENCE -> chinese ? label + "的变化量" : "difference of " + label;
      case CHANGE -> chinese ? label + "的变化率" : "change of " + label;
      case SECOND_PREVIOUS -> chinese ? label + "的第二个对比期数值" : label + " in the second base period";
      case SECOND_DIFFERENCE -> chinese ? label + "的第二个变化量" : "second difference of " + label;
      case SECOND_CHANGE -> chinese ? label + "的第二个变化率" : "second change of " + label;
      case SHARE -> chinese ? label + "的占比" : "share of " + label;
    };
  }

  private String condition(MetricCondition condition) {
    String operator =
        switch (condition.operator()) {
          case GREATER -> " > ";
          case AT_LEAST -> " ≥ ";
          case LESS -> " < ";
          case AT_MOST -> " ≤ ";
          case EQUAL -> " = ";
        };
    Metric.Unit unit =
        condition.measure().isRate() ? Metric.Unit.PERCENT : words.unit(condition.metric());
    String bound =
        condition.overall()
            ? words.isChinese() ? "整体水平" : "the overall figure"
            : condition.mean()
                ? words.isChinese() ? "各组平均" : "the mean of the groups"
                : condition.value().map(v -> figures.exact(v, unit)).orElse("");
    return measure(condition.metric(), condition.measure()) + operator + bound;
  }

  private String range(Filter.Range range) {
    List<String> bounds = new ArrayList<>();
    range.lower().ifPresent(b -> bounds.add((b.inclusive() ? "≥ " : "> ") + number(b)));
    range.upper().ifPresent(b -> bounds.add((b.inclusive() ? "≤ " : "< ") + number(b)));
    String both = String.join(words.isChinese() ? " 且 " : " and ", bounds);
    return words.dimension(range.dimension()) + " " + both;
  }

  private static String number(Filter.Bound bound) {
    return bound.value().stripTrailingZeros().toPlainString();
  }

  private String joined(List<Filter> parts, String separator) {
    return String.join(separator, parts.stream().map(this::inBrackets).toList());
  }

  private String inBrackets(Filter part) {
    boolean compound = part instanceof Filter.Or || part instanceof Filter.And;
    if (!compound) {
      return filter(part);
    }
    return words.isChinese() ? "（" + filter(part) + "）" : "(" + filter(part) + ")";
  }

  private String is(boolean negated) {
    if (words.isChinese()) {
      return negated ? "不是" : "为";
    }
    return negated ? " is not " : " is ";
  }
}
