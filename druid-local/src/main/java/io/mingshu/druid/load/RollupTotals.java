package io.mingshu.druid.load;

import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rollup has to add up to.
 *
 * @param rows of its table that have its time
 * @param span of their days; absent where there are none
 * @param groups about how many rows it has itself
 * @param sums of {@link #summable}, null for no values
 */
record RollupTotals(
    RollupLayout layout, long rows, Optional<Span> span, long groups, List<@Nullable String> sums) {
  private static final long ROWS_PER_SHARD = 1_000_000;

  /**
   * @param duck with the data set's file attached as {@code data}
   */
  static RollupTotals of(RollupLayout layout, Duck duck) {
    String moment = TableExport.moment(layout.time());
    String from =
        " FROM data."
            + Duck.name(layout.table().datasource())
            + " WHERE "
            + Duck.name(layout.time().name())
            + " IS NOT NULL"
            // Rows that Druid cannot hold are in none of its tables.
            + layout
                .table()
                .time()
                .map(own -> " AND " + Duck.name(own.name()) + " IS NOT NULL")
                .orElse("");
    long rows = duck.number("SELECT count(*)" + from);
    Optional<Span> span =
        rows == 0
            ? Optional.empty()
            : Optional.of(
                new Span(
                    dayOf(layout, duck.number("SELECT min(" + moment + ")" + from)),
                    dayOf(layout, duck.number("SELECT max(" + moment + ")" + from)).plusMillis(1)));
    // Days of UTC: nearly as many groups, and no need for zones.
    String keys =
        Stream.concat(
                Stream.of(moment + " // 86400000"),
                layout.keeps().stream().map(column -> Duck.name(column.name())))
            .collect(Collectors.joining(", "));
    long groups = duck.number("SELECT count(*) FROM (SELECT DISTINCT " + keys + from + ")");
    return new RollupTotals(layout, rows, span, groups, sums(layout, duck, from));
  }

  private static Instant dayOf(RollupLayout layout, long millis) {
    Instant moment = Instant.ofEpochMilli(millis);
    LocalDate day =
        layout.time().type() == ColumnType.DATE
            ? LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000L))
            : LocalDate.ofInstant(moment, layout.zone());
    return day.atStartOfDay(layout.zone()).toInstant();
  }

  private static List<@Nullable String> sums(RollupLayout layout, Duck duck, String from) {
    List<DruidColumn> summable = summable(layout);
    return summable.isEmpty()
        ? List.of()
        : duck.rows(
                "SELECT "
                    + summable.stream()
                        .map(column -> "sum(" + TableExport.value(column) + ")")
                        .collect(Collectors.joining(", "))
                    + from)
            .get(0);
  }

  /** Those of its sums that are exact, so that they show whether all arrived. */
  List<DruidColumn> summable() {
    return summable(layout);
  }

  private static List<DruidColumn> summable(RollupLayout layout) {
    return layout.sums().stream().filter(column -> column.type() != ColumnType.DOUBLE).toList();
  }

  Granularity granularity() {
    return span.map(s -> Granularity.of(groups, s)).orElse(Granularity.YEAR);
  }

  /** Segments of one stretch of time. */
  int shards() {
    long stretches = span.map(s -> (long) granularity().cut(s).size()).orElse(1L);
    return (int) (groups / stretches / ROWS_PER_SHARD + 1);
  }
}
