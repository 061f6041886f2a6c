package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.plan.algebra.Algebra;
import io.mingshu.semantic.plan.execution.Engine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rollups stand for all rows of their facts. One that an engine has but that lags behind
 * would give an old number without a word; it is not read.
 */
final class RollupCheck {
  private static final Logger LOG = LoggerFactory.getLogger(RollupCheck.class);

  private final Catalog catalog;
  private final Engine engine;

  RollupCheck(Catalog catalog, Engine engine) {
    this.catalog = catalog;
    this.engine = engine;
  }

  List<Rollup> usable() {
    return catalog.rollups().stream().filter(this::isThere).filter(this::isWhole).toList();
  }

  private boolean isThere(Rollup rollup) {
    return !engine.backend().columns(rollup.name()).isEmpty();
  }

  private Fact fact(Rollup rollup) {
    return catalog.facts().stream()
        .filter(fact -> fact.name().equals(rollup.fact()))
        .findFirst()
        .orElseThrow();
  }

  private boolean isWhole(Rollup rollup) {
    Fact fact = fact(rollup);
    RelBuilder builder =
        Algebra.over(
            List.of(
                unconditional(fact.name(), fact.table(), engine.backend().columns(fact.table())),
                unconditional(rollup.name(), rollup.name(), columns(rollup))));
    builder.scan(fact.name());
    BigDecimal rows =
        number(
            builder
                .aggregate(
                    builder.groupKey(), builder.count(false, "n", builder.field(rollup.time())))
                .build());
    builder.scan(rollup.name());
    BigDecimal counted =
        number(
            builder
                .aggregate(builder.groupKey(), builder.sum(builder.field(Rollup.ROW_COUNT)).as("n"))
                .build());
    if (rows.compareTo(counted) != 0) {
      LOG.warn(
          "rollup {} stands for {} rows, {} has {}: it is not used",
          rollup.name(),
          counted,
          fact.table(),
          rows);
      return false;
    }
    return true;
  }

  private BigDecimal number(RelNode plan) {
    @Nullable Object value =
        engine.prepare(plan).run(Limits.DEFAULT, Cancellation.none()).rows().get(0).get(0);
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  private static Algebra.VisibleFact unconditional(
      String name, String table, Map<String, ColumnType> columns) {
    return new Algebra.VisibleFact(name, table, columns, List.of(), Set.of());
  }

  /** A rollup's columns as its fact has them, and how many rows each row stands for. */
  Map<String, ColumnType> columns(Rollup rollup) {
    Map<String, ColumnType> columns =
        new LinkedHashMap<>(engine.backend().columns(fact(rollup).table()));
    columns
        .keySet()
        .removeIf(
            name ->
                !name.equals(rollup.time())
                    && !rollup.keeps().contains(name)
                    && !rollup.sums().contains(name)
                    && !rollup.distinct().contains(name));
    columns.put(Rollup.ROW_COUNT, ColumnType.INTEGER);
    return columns;
  }
}
