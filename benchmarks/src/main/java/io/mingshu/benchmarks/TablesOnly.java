package io.mingshu.benchmarks;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.time.DayRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;

/** An engine that has a catalog's tables but no rows: enough to say whether a query is valid. */
final class TablesOnly implements Engine, Backend {
  private static final DayRange DAYS =
      new DayRange(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));

  private final Set<String> tables;
  private final Map<String, ColumnType> times;

  TablesOnly(Catalog catalog) {
    this.tables = catalog.facts().stream().map(Fact::table).collect(Collectors.toSet());
    this.times =
        catalog.facts().stream()
            .flatMap(fact -> fact.times().stream())
            .distinct()
            .collect(Collectors.toMap(time -> time, time -> ColumnType.INSTANT));
  }

  @Override
  public Backend backend() {
    return this;
  }

  @Override
  public String name() {
    return "none";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, false, true, Capabilities.NO_SHARES, false);
  }

  @Override
  public Map<String, ColumnType> columns(String table) {
    return tables.contains(table) ? times : Map.of();
  }

  @Override
  public DayRange dayRange(String table, String timeColumn, ZoneId zone) {
    return DAYS;
  }

  @Override
  public long rowCount(String table) {
    return 0;
  }

  @Override
  public PreparedPlan prepare(RelNode plan) {
    throw new UnsupportedOperationException("there are no rows");
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    throw new UnsupportedOperationException("there are no rows");
  }

  @Override
  public void close() {}
}
