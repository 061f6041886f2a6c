package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a lifecycle: how many people each stage has, or which group has most of it. */
final class LifecycleSentence {
  private final QueryResult result;
  private final CatalogWords words;
  private final AnalysisCells cells;
  private final Changes changes;
  private final boolean chinese;

  /** How a figure of a row changed, where the answer compares. */
  interface Changes {
    String of(BehaviourQuery query, List<@Nullable Object> row, String column);
  }

  LifecycleSentence(QueryResult result, CatalogWords words, AnalysisCells cells, Changes changes) {
    this.result = result;
    this.words = words;
    this.cells = cells;
    this.changes = changes;
    this.chinese = words.isChinese();
  }

  /** Without its end; empty: there is nothing short to say. */
  Optional<String> of(LifecycleQuery query) {
    if (query.comparison().isPresent()) {
      return query.groupBy().isEmpty() && result.rows().size() == 1
          ? Optional.of(stages(query, result.rows().get(0)))
          : Optional.empty();
    }
    if (query.grain() == Grain.HOUR) {
      return Optional.empty();
    }
    String bucket =
        result.columns().stream()
            .filter(column -> column.unit().isEmpty() && column.dimension().isEmpty())
            .findFirst()
            .orElseThrow()
            .name();
    String latest = latest(bucket, query.grain());
    List<List<@Nullable Object>> rows =
        result.rows().stream()
            .filter(row -> String.valueOf(cells.value(row, bucket)).equals(latest))
            .toList();
    String told = query.groupBy().isEmpty() ? stages(query, rows.get(0)) : largest(group(), rows);
    return Optional.of(
        (chinese ? "最近一期（" : "in the latest interval (") + latest + (chinese ? "）" : "): ") + told);
  }

  /** The last interval that is over; the last one where none is. */
  private String latest(String bucket, Grain grain) {
    List<String> starts =
        result.rows().stream().map(row -> String.valueOf(cells.value(row, bucket))).toList();
    Predicate<String> over =
        start -> !end(LocalDate.parse(start), grain).isAfter(result.period().until().toLocalDate());
    return starts.stream()
        .filter(over)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> starts.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  private static LocalDate end(LocalDate start, Grain grain) {
    return switch (grain) {
      case HOUR, DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }

  private String stages(LifecycleQuery query, List<@Nullable Object> row) {
    return figures()
        .map(
            column ->
                words.in(column.label())
                    + (chinese ? "" : " ")
                    + cells.count(row, column.name())
                    + changes.of(query, row, column.name()))
        .collect(Collectors.joining(chinese ? "；" : "; "));
  }

  /** The group that has most people of each stage. */
  private String largest(Column group, List<List<@Nullable Object>> rows) {
    return figures()
        .map(
            column -> {
              List<@Nullable Object> most =
                  rows.stream().max(Comparator.comparing(row -> people(row, column))).orElseThrow();
              String name = cells.cell(group, most);
              String people = cells.count(most, column.name());
              return chinese
                  ? words.in(column.label()) + "最多的是" + name + "，" + people + "人"
                  : "most "
                      + words.in(column.label()).toLowerCase(Locale.ROOT)
                      + " in "
                      + name
                      + ", "
                      + people;
            })
        .collect(Collectors.joining(chinese ? "；" : "; "));
  }

  private BigDecimal people(List<@Nullable Object> row, Column column) {
    return Objects.requireNonNull(cells.number(row, column.name()));
  }

  private Stream<Column> figures() {
    return result.columns().stream()
        .filter(column -> column.unit().isPresent() && column.measure().isEmpty());
  }

  private Column group() {
    return result.columns().stream()
        .filter(column -> column.dimension().isPresent())
        .findFirst()
        .orElseThrow();
  }
}
