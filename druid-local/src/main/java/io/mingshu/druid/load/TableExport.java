package io.mingshu.druid.load;

import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a table as compressed lines of JSON, which tell null from the empty string as
 * CSV does not, in some files of whole segments.
 */
final class TableExport {
  private static final long ROWS_PER_FILE = 400_000;

  /** The moment of all rows where they have none. */
  static final Instant TIMELESS = Instant.parse("2000-01-01T00:00:00Z");

  private final Duck duck;

  /**
   * @param duck with the data set's file attached as {@code data}
   */
  TableExport(Duck duck) {
    this.duck = duck;
  }

  /**
   * What was written.
   *
   * @param rows in the files
   * @param withoutTime rows that Druid cannot hold because they lack their time
   * @param span of the rows; absent where there are none
   * @param sums of {@link TableLayout#summable()}, null for no values
   */
  record Exported(
      TableLayout layout,
      long rows,
      long withoutTime,
      Optional<Span> span,
      Granularity granularity,
      List<@Nullable String> sums,
      List<Path> files) {}

  Exported write(TableLayout layout, Path folder, Progress progress) {
    String from = " FROM data." + Duck.name(layout.datasource());
    String time = layout.time().map(own -> Duck.name(own.name())).orElse("");
    String moment = layout.time().map(TableExport::moment).orElse("");
    long all = duck.number("SELECT count(*)" + from);
    long rows = time.isEmpty() ? all : duck.number("SELECT count(" + time + ")" + from);
    Optional<Span> span = rows == 0 ? Optional.empty() : Optional.of(span(moment, from));
    Granularity granularity = span.map(s -> Granularity.of(rows, s)).orElse(Granularity.YEAR);
    List<Path> files = new ArrayList<>();
    if (span.isPresent()) {
      List<Span> parts = parts(granularity.cut(span.get()), rows);
      for (Span part : parts) {
        Path file = folder.resolve(layout.datasource() + "-" + files.size() + ".json.zst");
        duck.run(
            "COPY (SELECT "
                + selection(layout, moment)
                + from
                + (time.isEmpty() ? "" : " WHERE " + within(moment, part))
                + ") TO "
                + Duck.literal(file)
                + " (FORMAT json, COMPRESSION zstd)");
        files.add(file);
        progress.report(Stage.DRUID_EXPORT, files.size(), parts.size());
      }
    }
    return new Exported(
        layout, rows, all - rows, span, granularity, sums(layout, time, from), files);
  }

  private Span span(String moment, String from) {
    if (moment.isEmpty()) {
      return new Span(TIMELESS, TIMELESS.plusMillis(1));
    }
    return new Span(
        Instant.ofEpochMilli(duck.number("SELECT min(" + moment + ")" + from)),
        Instant.ofEpochMilli(duck.number("SELECT max(" + moment + ")" + from) + 1));
  }

  /** Stretches put together until there are only as many as the rows are worth. */
  private static List<Span> parts(List<Span> stretches, long rows) {
    int parts = (int) Math.min(stretches.size(), (rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
    List<Span> merged = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int first = i * stretches.size() / parts;
      int last = (i + 1) * stretches.size() / parts - 1;
      merged.add(stretches.get(first).and(stretches.get(last)));
    }
    return merged;
  }

  private static String within(String moment, Span span) {
    return moment
        + " >= "
        + span.from().toEpochMilli()
        + " AND "
        + moment
        + " < "
        + span.until().toEpochMilli();
  }

  private static String selection(TableLayout layout, String moment) {
    return (moment.isEmpty() ? TIMELESS.toEpochMilli() : moment)
        + " AS "
        + Duck.name(DruidColumn.TIME)
        + layout.columns().stream()
            .map(column -> ", " + value(column) + " AS " + Duck.name(column.stored()))
            .collect(Collectors.joining());
  }

  /** A time in milliseconds; of a day without a zone, its midnight in UTC. */
  static String moment(DruidColumn time) {
    return "epoch_ms(CAST(" + Duck.name(time.name()) + " AS TIMESTAMP))";
  }

  /** A column's value as it is stored. */
  static String value(DruidColumn column) {
    String name = Duck.name(column.name());
    return switch (column.type()) {
      case INSTANT -> moment(column);
      case DATE -> "CAST(" + name + " AS VARCHAR)";
      case DECIMAL -> "CAST(" + name + " * 1" + "0".repeat(column.scale()) + " AS BIGINT)";
      case BOOLEAN -> "CAST(" + name + " AS INTEGER)";
      default -> name;
    };
  }

  private List<@Nullable String> sums(TableLayout layout, String time, String from) {
    if (layout.summable().isEmpty()) {
      return List.of();
    }
    return duck.rows(
            "SELECT "
                + layout.summable().stream()
                    .map(column -> "sum(" + value(column) + ")")
                    .collect(Collectors.joining(", "))
                + from
                + (time.isEmpty() ? "" : " WHERE " + time + " IS NOT NULL"))
        .get(0);
  }
}
