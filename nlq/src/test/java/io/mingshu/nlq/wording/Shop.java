package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop of the wording tests, its clock, and answers about it. */
final class Shop {
  static final Catalog CATALOG = read();
  static final LocalDateTime NOW = LocalDateTime.parse("2026-07-01T10:00");
  static final DayRange DATA =
      new DayRange(LocalDate.parse("2025-05-31"), LocalDate.parse("2026-06-30"));
  static final TimeRange JUNE = range("2026-06-01", "2026-07-01");
  static final TimeRange MAY = range("2026-05-01", "2026-06-01");

  private Shop() {}

  static TimeRange range(String from, String until) {
    return new TimeRange(
        LocalDate.parse(from).atStartOfDay(), LocalDate.parse(until).atStartOfDay(), true);
  }

  static Column time(Grain grain) {
    String name = grain.name().toLowerCase(Locale.ROOT);
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
        CATALOG.dimension(name).orElseThrow().label(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        Optional.empty());
  }

  static Column figure(String metric, Measure measure) {
    Metric found = CATALOG.metric(metric).orElseThrow();
    boolean relative = measure == Measure.CHANGE || measure == Measure.SHARE;
    return new Column(
        measure == Measure.VALUE ? metric : metric + "_" + measure.name().toLowerCase(Locale.ROOT),
        "decimal",
        found.label(),
        Optional.of(metric),
        Optional.of(measure),
        Optional.of(relative ? Metric.Unit.PERCENT : found.unit()),
        Optional.empty(),
        Optional.empty());
  }

  static BigDecimal amount(String value) {
    return new BigDecimal(value);
  }

  static List<@Nullable Object> row(@Nullable Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  @SafeVarargs
  static QueryResult answer(List<Column> columns, List<@Nullable Object>... rows) {
    return result(columns, JUNE, Optional.empty(), List.of(), rows);
  }

  @SafeVarargs
  static QueryResult compared(List<Column> columns, List<@Nullable Object>... rows) {
    return result(columns, JUNE, Optional.of(MAY), List.of(), rows);
  }

  @SafeVarargs
  static QueryResult result(
      List<Column> columns,
      TimeRange period,
      Optional<TimeRange> base,
      List<Note> notes,
      List<@Nullable Object>... rows) {
    List<List<@Nullable Object>> table = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      table.add(row);
    }
    return new QueryResult(
        columns,
        table,
        period,
        base.stream().toList(),
        notes,
        "",
        "",
        "duckdb",
        false,
        List.of(),
        0,
        0);
  }

  private static Catalog read() {
    return CatalogReader.read(Path.of("src/test/resources/catalogs/wording.yaml"));
  }
}
