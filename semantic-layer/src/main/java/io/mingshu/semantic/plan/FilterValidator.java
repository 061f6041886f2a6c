package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Nearest;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the filters of a query. */
final class FilterValidator {
  private static final int MOST_VALUES = 1_000;

  private final QueryValidator query;
  private final List<String> metrics;

  FilterValidator(QueryValidator query, List<String> metrics) {
    this.query = query;
    this.metrics = metrics;
  }

  void check(Filter filter) {
    if (filter instanceof Filter.And and) {
      parts(and.parts());
    } else if (filter instanceof Filter.Or or) {
      parts(or.parts());
    } else if (filter instanceof Filter.In in) {
      query.known(in.dimension()).ifPresent(dimension -> in(in, dimension));
    } else if (filter instanceof Filter.Range range) {
      query.known(range.dimension()).ifPresent(dimension -> range(range, dimension));
    } else if (filter instanceof Filter.IsNull isNull) {
      query.known(isNull.dimension()).ifPresent(dimension -> query.belongs(dimension, metrics));
    } else if (filter instanceof Filter.EntityHas has) {
      query.known(has.entity()).ifPresent(entity -> entity(has, entity));
    } else if (filter instanceof Filter.Top top) {
      query.known(top.dimension()).ifPresent(dimension -> top(top, dimension));
    }
  }

  /** What chooses entities or members is itself filtered: its metrics need those dimensions too. */
  void reach(Filter whole) {
    for (Filter.EntityHas has : choosing(whole, Filter.EntityHas.class)) {
      List<String> measured = has.conditions().stream().map(MetricCondition::metric).toList();
      Conjunction.choosingEntities(Optional.of(whole)).ifPresent(f -> reach(f, measured));
    }
    for (Filter.Top top : choosing(whole, Filter.Top.class)) {
      Conjunction.rankingMembers(Optional.of(whole))
          .ifPresent(f -> reach(f, List.of(top.metric())));
    }
  }

  private void reach(Filter filter, List<String> measured) {
    List<String> known = measured.stream().filter(query::isDefined).toList();
    for (String name : filter.dimensions()) {
      query.defined(name).ifPresent(dimension -> query.belongs(dimension, known));
    }
  }

  private static <T extends Filter> List<T> choosing(Filter filter, Class<T> kind) {
    if (kind.isInstance(filter)) {
      return List.of(kind.cast(filter));
    }
    List<Filter> parts =
        filter instanceof Filter.And and
            ? and.parts()
            : filter instanceof Filter.Or or ? or.parts() : List.of();
    return parts.stream().flatMap(part -> choosing(part, kind).stream()).toList();
  }

  private void parts(List<Filter> parts) {
    if (parts.isEmpty()) {
      query.invalid("filter", "筛选条件为空", "A filter has no parts");
    }
    parts.forEach(this::check);
  }

  private void in(Filter.In in, Dimension dimension) {
    query.belongs(dimension, metrics);
    if (in.values().isEmpty() || in.values().size() > MOST_VALUES) {
      query.invalid(
          in.dimension(),
          "筛选的值要在 1 到 " + MOST_VALUES + " 个之间",
          "A filter takes 1 to " + MOST_VALUES + " values");
    }
    in.values().forEach(value -> value(value, dimension));
  }

  private void value(String value, Dimension dimension) {
    boolean fits =
        value.indexOf('\0') < 0
            && switch (Filters.valueType(dimension)) {
              case STRING -> isListed(value, dimension);
              case NUMBER -> isNumber(value);
              case BOOLEAN -> Set.of("true", "false").contains(value);
            };
    if (!fits) {
      List<String> codes = dimension.values().stream().map(DimensionValue::code).toList();
      query.add(
          new QueryProblem(
              ErrorCode.INVALID_QUERY,
              value,
              new Text(
                  dimension.label().zh() + "没有值“" + value + "”",
                  dimension.label().en() + " has no value " + value),
              Nearest.to(value, codes).map(List::of).orElse(codes.stream().limit(10).toList())));
    }
  }

  /** Where the catalog lists the values, there are no others, unless a pattern allows them. */
  private static boolean isListed(String value, Dimension dimension) {
    return dimension.values().isEmpty()
        || dimension.value(value).isPresent()
        || dimension.valuePattern().filter(value::matches).isPresent();
  }

  private static boolean isNumber(String value) {
    try {
      return value.length() < 40 && new BigDecimal(value).precision() < 38;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void range(Filter.Range range, Dimension dimension) {
    query.belongs(dimension, metrics);
    if (Filters.valueType(dimension) != Dimension.ValueType.NUMBER) {
      query.invalid(
          range.dimension(),
          dimension.label().zh() + "不是数，不能按范围筛选",
          dimension.label().en() + " is no number and has no ranges");
    }
    if (range.lower().isEmpty() && range.upper().isEmpty()) {
      query.invalid(range.dimension(), "范围没有上下限", "A range has no bound");
    }
  }

  private void entity(Filter.EntityHas has, Dimension entity) {
    List<String> all = new ArrayList<>(metrics);
    has.conditions().stream().map(MetricCondition::metric).filter(query::isKnown).forEach(all::add);
    query.belongs(entity, all.stream().distinct().toList());
    if (!entity.entity()) {
      query.invalid(
          has.entity(),
          entity.label().zh() + "不能作为计数对象",
          entity.label().en() + " does not identify things that conditions can count");
    }
    boolean plain =
        !has.conditions().isEmpty()
            && has.conditions().stream()
                .allMatch(
                    c ->
                        !c.overall()
                            && !c.mean()
                            && c.value().isPresent()
                            && c.measure() == Measure.VALUE);
    if (!plain) {
      query.invalid(
          has.entity(),
          "对每个" + entity.label().zh() + "的条件要和一个数比",
          "A condition on each " + entity.label().en() + " compares a metric with a number");
    }
  }

  private void top(Filter.Top top, Dimension dimension) {
    List<String> all = new ArrayList<>(metrics);
    if (query.isKnown(top.metric())) {
      all.add(top.metric());
    }
    query.belongs(dimension, all.stream().distinct().toList());
    if (top.count() < 1) {
      query.invalid(top.dimension(), "至少要取一个", "At least one member is taken");
    }
  }

  /** A condition on shared and on other dimensions together has no denominator. */
  void sharing(MetricQuery metricQuery, List<String> over) {
    if (over.isEmpty()) {
      query.invalid("share", "没有说明占什么的比例", "A share names no dimension");
    }
    over.forEach(query::known);
    for (Filter part : Filter.conjuncts(metricQuery.filter())) {
      List<String> named = part.dimensions();
      boolean shared = named.stream().anyMatch(over::contains);
      if (shared && !over.containsAll(named)) {
        query.invalid(
            "share", "一个筛选条件同时涉及占比的维度和其他维度", "One condition mixes shared and other dimensions");
      }
    }
    boolean anything =
        over.stream()
            .anyMatch(
                name ->
                    metricQuery.dimensions().contains(name)
                        || Filter.conjuncts(metricQuery.filter()).stream()
                            .anyMatch(part -> part.dimensions().contains(name)));
    if (!anything) {
      query.invalid(
          "share",
          "占比的维度既没有分组也没有筛选，比例总是 100%",
          "The shared dimension is neither grouped by nor filtered: the share is always 100%");
    }
  }
}
