package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Columns and values of the answers of analyses. */
final class BehaviourColumns {
  /** The only group where people are not split. */
  static final String ALL = "";

  private final Catalog catalog;

  BehaviourColumns(Catalog catalog) {
    this.catalog = catalog;
  }

  Column group(String dimension) {
    return AnswerShape.dimension(catalog.dimension(dimension).orElseThrow());
  }

  /** One of several columns that hold values of one dimension. */
  Column valueOf(String dimension, String name, String zh, String en) {
    Column plain = group(dimension);
    return new Column(
        name,
        plain.type(),
        new Text(zh, en),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        plain.dimension(),
        Optional.empty());
  }

  static Column people(String name, String zh, String en) {
    return figure(name, "integer", zh, en, Optional.of(Metric.Unit.PEOPLE));
  }

  static Column count(String name, String zh, String en) {
    return figure(name, "integer", zh, en, Optional.of(Metric.Unit.COUNT));
  }

  static Column rate(String name, String zh, String en) {
    return figure(name, "decimal", zh, en, Optional.of(Metric.Unit.PERCENT));
  }

  static Column seconds(String name, String zh, String en) {
    return figure(name, "decimal", zh, en, Optional.of(Metric.Unit.NUMBER));
  }

  static Column ordinal(String name, String zh, String en) {
    return figure(name, "integer", zh, en, Optional.empty());
  }

  static Column words(String name, String zh, String en) {
    return figure(name, "string", zh, en, Optional.empty());
  }

  static Column interval(String name, Grain grain, String zh, String en) {
    Column bucket = AnswerShape.bucket(grain);
    return new Column(
        name,
        bucket.type(),
        new Text(zh, en),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        bucket.grain());
  }

  private static Column figure(
      String name, String type, String zh, String en, Optional<Metric.Unit> unit) {
    return new Column(
        name,
        type,
        new Text(zh, en),
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.empty(),
        Optional.empty());
  }

  /** The start of an interval as its column has it. */
  static Object start(LocalDateTime start, Grain grain) {
    return grain == Grain.HOUR ? start : (Object) start.toLocalDate();
  }

  static @Nullable Object share(long part, long whole) {
    return whole == 0 ? null : (Object) ((double) part / whole);
  }

  /** A group as its dimension's column has it. */
  Object groupValue(String dimension, String text) {
    return switch (AnswerShape.dimension(catalog.dimension(dimension).orElseThrow()).type()) {
      case "boolean" -> Boolean.valueOf(text);
      case "integer" -> Long.valueOf(text);
      case "decimal" -> new BigDecimal(text);
      default -> text;
    };
  }

  /** Groups in the order of their values. */
  List<String> sorted(Optional<String> dimension, Map<String, ?> groups) {
    List<String> sorted = new ArrayList<>(groups.keySet());
    boolean isText =
        dimension.isEmpty()
            || Filters.valueType(catalog.dimension(dimension.get()).orElseThrow())
                != Dimension.ValueType.NUMBER;
    sorted.sort(isText ? Comparator.naturalOrder() : Comparator.comparing(BigDecimal::new));
    return sorted;
  }

  /** Groups in that order; without a dimension the only one, though it be empty. */
  <T> Map<String, T> groups(Optional<String> dimension, Map<String, T> found, Supplier<T> empty) {
    Map<String, T> groups = new LinkedHashMap<>();
    sorted(dimension, found)
        .forEach(group -> groups.put(group, Objects.requireNonNull(found.get(group))));
    if (dimension.isEmpty()) {
      groups.computeIfAbsent(ALL, none -> empty.get());
    }
    return groups;
  }

  /** A value that forms a group; null where there is none. */
  static @Nullable String groupName(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
