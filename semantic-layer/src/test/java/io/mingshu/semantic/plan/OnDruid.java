package io.mingshu.semantic.plan;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.druid.DruidColumn;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import io.mingshu.semantic.time.DayRange;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the corner shop is asked of Druid; there is none here, so that plans can only be read. */
final class OnDruid {
  private static final Map<String, String> TIMES =
      Map.of("purchases", "order_time", "visit_log", "visit_time", "members", "join_time");

  private OnDruid() {}

  static DruidEngine engine(Backend shop) {
    return new DruidEngine(
        new Unreachable(shop),
        table -> stored(table, shop),
        Scratch.open(new DuckDbSettings(1, 64, 1)));
  }

  private static StoredTable stored(String table, Backend shop) {
    String time = String.valueOf(TIMES.get(table));
    Map<String, DruidColumn> columns = new LinkedHashMap<>();
    shop.columns(table)
        .forEach(
            (name, type) -> {
              if (!name.equals(time)) {
                columns.put(name, new DruidColumn(name, type, type == ColumnType.DECIMAL ? 2 : 0));
              }
            });
    return new StoredTable(time, false, columns, Set.of());
  }

  private record Unreachable(Backend shop) implements Backend {
    @Override
    public String name() {
      return "druid";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(false, true, false, false, Capabilities.NO_SHARES, true);
    }

    @Override
    public Map<String, ColumnType> columns(String table) {
      return shop.columns(table);
    }

    @Override
    public long rowCount(String table) {
      return 0;
    }

    @Override
    public @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone) {
      return shop.dayRange(table, timeColumn, zone);
    }

    @Override
    public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
      throw new IllegalStateException(statement.sql());
    }

    @Override
    public void close() {
      // The shop is closed by who opened it.
    }
  }
}
