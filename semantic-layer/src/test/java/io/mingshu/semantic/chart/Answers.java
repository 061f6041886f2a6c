package io.mingshu.semantic.chart;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers of every shape, and the shop that they are about. */
final class Answers {
  private Answers() {}

  static QueryResult answer(
      List<Column> columns, int rows, IntFunction<List<@Nullable Object>> row) {
    List<List<@Nullable Object>> table = new ArrayList<>();
    IntStream.range(0, rows).mapToObj(row).forEach(table::add);
    TimeRange june =
        new TimeRange(
            LocalDate.parse("2026-06-01").atStartOfDay(),
            LocalDate.parse("2026-07-01").atStartOfDay(),
            true);
    return new QueryResult(
        columns, table, june, List.of(), List.of(), "", "", "duckdb", false, List.of(), 0, 0);
  }

  static BigDecimal amount(long value) {
    return BigDecimal.valueOf(value);
  }

  static LocalDate month(int index) {
    return LocalDate.parse("2025-07-01").plusMonths(index);
  }

  static Column time(String name, Grain grain) {
    return new Column(
        name,
        "date",
        Text.same(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(grain));
  }

  static Column dimension(String name) {
    return new Column(
        name,
        "string",
        Text.same(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        Optional.empty());
  }

  static Column figure(String metric, Measure measure, Unit unit) {
    String suffix = measure == Measure.VALUE ? "" : "_" + measure.name().toLowerCase(Locale.ROOT);
    return new Column(
        metric + suffix,
        "decimal",
        Text.same(metric),
        Optional.of(metric),
        Optional.of(measure),
        Optional.of(unit),
        Optional.empty(),
        Optional.empty());
  }

  static Catalog shop() {
    return new Catalog(
        "shop",
        Text.same("shop"),
        ZoneId.of("Asia/Shanghai"),
        DayOfWeek.MONDAY,
        Optional.empty(),
        "CNY",
        new Period.All(),
        List.of(),
        List.of(
            dimension("province", false, false),
            dimension("category", false, false),
            dimension("age_group", true, false),
            dimension("item_id", false, true),
            new Dimension(
                "hour",
                Text.same("hour"),
                Terms.NONE,
                Text.same(""),
                new Dimension.TimePart(Dimension.Part.HOUR_OF_DAY),
                List.of(),
                List.of(),
                false,
                false,
                false,
                false,
                Optional.empty(),
                false,
                Optional.empty())),
        List.of(
            metric("gmv", aggregate(Function.SUM)),
            metric("paid_amount", aggregate(Function.SUM)),
            metric("refund_amount", aggregate(Function.SUM)),
            metric("buyers", aggregate(Function.COUNT_DISTINCT)),
            metric("net", new MetricDefinition.Derived("paid_amount - refund_amount")),
            metric("scaled", new MetricDefinition.Derived("paid_amount / 100")),
            metric("arppu", new MetricDefinition.Ratio("paid_amount", "buyers"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        List.of(),
        List.of());
  }

  private static MetricDefinition aggregate(Function function) {
    return new MetricDefinition.Aggregate(
        "orders", function, Optional.of("x"), Optional.empty(), "order_time");
  }

  private static Metric metric(String name, MetricDefinition definition) {
    return new Metric(name, Text.same(name), Terms.NONE, Text.same(""), Unit.NUMBER, definition);
  }

  private static Dimension dimension(String name, boolean ordered, boolean entity) {
    return new Dimension(
        name,
        Text.same(name),
        Terms.NONE,
        Text.same(""),
        new Dimension.Columns(Map.of("orders", name), Dimension.ValueType.STRING),
        List.<DimensionValue>of(),
        List.of(),
        ordered,
        false,
        entity,
        false,
        Optional.empty(),
        false,
        Optional.empty());
  }
}
