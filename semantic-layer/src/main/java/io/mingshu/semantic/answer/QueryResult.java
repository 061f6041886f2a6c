package io.mingshu.semantic.answer;

import io.mingshu.semantic.time.TimeRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with what is needed to trust it.
 *
 * @param rows values by column: String, Long, BigDecimal, Double, Boolean, LocalDate (start of a
 *     bucket), LocalDateTime (hours) or null
 * @param period the exact period that was asked
 * @param bases the exact periods compared with, in the order of the comparisons
 * @param sql the engine's statements, for reading
 * @param plan what the statements come from: the relational plan, or those of an analysis' leaves
 * @param engine {@code duckdb} or {@code druid}
 * @param approximate whether figures are estimates
 * @param sources the tables that were read, and why those
 * @param planMillis time from the query to SQL
 * @param executeMillis time in the engine
 */
public record QueryResult(
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    TimeRange period,
    List<TimeRange> bases,
    List<Note> notes,
    String sql,
    String plan,
    String engine,
    boolean approximate,
    List<Source> sources,
    double planMillis,
    double executeMillis) {

  /** The exact period of the first comparison. */
  public Optional<TimeRange> base() {
    return bases.stream().findFirst();
  }
}
