package io.mingshu.nlq.chips;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.BehaviourLog.NamedEvent;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** What analyses of behaviour can be made of, as the catalog names it. Immutable. */
final class BehaviourNames {
  private final Catalog catalog;

  BehaviourNames(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Any event, and each that has a name. */
  Stream<Optional<Filter>> events() {
    return Stream.concat(
        Stream.of(Optional.empty()),
        catalog.behaviour().stream()
            .flatMap(log -> log.events().stream())
            .map(NamedEvent::event)
            .map(Optional::of));
  }

  /** What people and events can be split by. */
  Stream<String> dimensions() {
    return Stream.concat(
        catalog.behaviour().stream()
            .flatMap(
                log ->
                    catalog.dimensions().stream()
                        .filter(d -> d.belongsTo(log.fact()) && !d.personal() && !d.entity()))
            .map(Dimension::name),
        catalog.segments().stream().map(segment -> segment.name()));
  }

  Optional<String> pageDimension() {
    return catalog.behaviour().flatMap(BehaviourLog::page);
  }

  Stream<String> pages() {
    return pageDimension().flatMap(catalog::dimension).stream()
        .flatMap(dimension -> dimension.values().stream())
        .map(DimensionValue::code);
  }

  static Text unit(Grain unit) {
    return switch (unit) {
      case HOUR -> new Text("小时", "hour");
      case DAY -> new Text("天", "day");
      case WEEK -> new Text("周", "week");
      case MONTH -> new Text("月", "month");
      case QUARTER -> new Text("季度", "quarter");
      case YEAR -> new Text("年", "year");
    };
  }
}
