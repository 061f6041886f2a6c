package io.mingshu.app.druid;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.time.DayRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables that several shops share, with the days of one shop. */
record OneOfTheShops(Backend all, String shop) implements Backend {
  @Override
  public String name() {
    return all.name();
  }

  @Override
  public Capabilities capabilities() {
    return all.capabilities();
  }

  @Override
  public Map<String, ColumnType> columns(String table) {
    return all.columns(table);
  }

  @Override
  public DayRange dayRange(String table, String timeColumn, ZoneId zone) {
    Statement ends =
        new Statement(
            "SELECT MIN(__time), MAX(__time) FROM \"" + table + "\" WHERE shop = ?",
            List.of(shop),
            Set.of(table));
    List<@Nullable Object> row =
        all.execute(ends, Limits.DEFAULT, Cancellation.none()).rows().get(0);
    return new DayRange(day(row.get(0), zone), day(row.get(1), zone));
  }

  private static LocalDate day(@Nullable Object utc, ZoneId zone) {
    return ((LocalDateTime) Objects.requireNonNull(utc))
        .atOffset(ZoneOffset.UTC)
        .atZoneSameInstant(zone)
        .toLocalDate();
  }

  @Override
  public long rowCount(String table) {
    return all.rowCount(table);
  }

  @Override
  public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
    return all.execute(statement, limits, cancellation);
  }

  @Override
  public void close() {
    all.close();
  }
}
