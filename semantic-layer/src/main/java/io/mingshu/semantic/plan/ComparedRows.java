package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an analysis beside those of the same analysis of an earlier period. Rows belong
 * together that have the same key: the values of all columns that are no figures.
 */
final class ComparedRows {
  /** Whom a retention is of: as many cohorts as are old enough, which are more of those earlier. */
  private static final Set<String> OF_COHORTS = Set.of("cohort_users", "retained_users");

  private static final Set<String> OF_RETURNS = Set.of("period_number", "period_last");

  private final List<Column> columns;
  private final Map<Object, List<Object>> buckets;
  private final boolean chosen;
  private final boolean ofCohorts;

  /**
   * @param columns those of the analysis
   * @param buckets by interval of the base, those of the asked period
   */
  ComparedRows(BehaviourQuery query, List<Column> columns, Map<Object, List<Object>> buckets) {
    this.columns = List.copyOf(columns);
    this.buckets = buckets;
    this.chosen = !whole(query).equals(query);
    this.ofCohorts = query instanceof RetentionQuery;
  }

  /**
   * The question to ask of the base: where some rows are chosen, what has become of just these.
   *
   * @param query a valid one
   */
  static BehaviourQuery whole(BehaviourQuery query) {
    if (query instanceof FunnelQuery funnel
        && funnel.shown() instanceof FunnelQuery.View.Losses losses
        && losses.largest().isPresent()) {
      return funnel.withView(new FunnelQuery.View.Losses(Optional.empty()));
    }
    return query instanceof PathQuery path ? path.withCount(Integer.MAX_VALUE) : query;
  }

  List<Column> columns() {
    List<Column> all = new ArrayList<>();
    for (Column column : columns) {
      all.add(column);
      measures(column).forEach(measure -> all.add(compared(column, measure)));
    }
    return List.copyOf(all);
  }

  private static boolean isFigure(Column column) {
    return column.unit().isPresent();
  }

  private List<Measure> measures(Column column) {
    if (!isFigure(column)) {
      return List.of();
    }
    return ofCohorts && OF_COHORTS.contains(column.name())
        ? List.of(Measure.PREVIOUS)
        : Measure.ofComparison(0);
  }

  private static Column compared(Column column, Measure measure) {
    return new Column(
        MetricPlanner.column(column.name(), measure),
        measure == Measure.CHANGE ? "decimal" : column.type(),
        AnswerShape.compared(column.label(), measure),
        Optional.empty(),
        Optional.of(measure),
        measure.isRate() ? Optional.of(Metric.Unit.PERCENT) : column.unit(),
        Optional.empty(),
        Optional.empty());
  }

  List<List<@Nullable Object>> rows(
      List<List<@Nullable Object>> asked, List<List<@Nullable Object>> base) {
    Map<List<@Nullable Object>, List<@Nullable Object>> now = new LinkedHashMap<>();
    asked.forEach(row -> now.put(key(row), row));
    Map<List<@Nullable Object>, List<@Nullable Object>> before = new LinkedHashMap<>();
    base.stream().flatMap(row -> placed(row).stream()).forEach(row -> before.put(key(row), row));
    Set<List<@Nullable Object>> keys = new LinkedHashSet<>(now.keySet());
    boolean more = !chosen && keys.addAll(before.keySet());
    Places placesNow = new Places(now.values());
    Places placesBefore = new Places(before.values());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> key : keys) {
      List<@Nullable Object> current = now.get(key);
      List<@Nullable Object> previous = before.get(key);
      List<@Nullable Object> like = Objects.requireNonNull(current == null ? previous : current);
      rows.add(
          joined(
              like,
              current == null ? placesNow.absent(like) : current,
              previous == null ? placesBefore.absent(like) : previous));
    }
    if (more) {
      rows.sort(this::inOrder);
    }
    return rows;
  }

  private List<@Nullable Object> key(List<@Nullable Object> row) {
    return values(row, column -> !isFigure(column));
  }

  private List<@Nullable Object> values(List<@Nullable Object> row, Predicate<Column> which) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (which.test(columns.get(i))) {
        values.add(row.get(i));
      }
    }
    return Collections.unmodifiableList(values);
  }

  /** A row of the base as one of each interval that is compared with its own. */
  private List<List<@Nullable Object>> placed(List<@Nullable Object> row) {
    int bucket =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).grain().isPresent())
            .findFirst()
            .orElse(-1);
    if (bucket < 0) {
      return List.of(row);
    }
    List<List<@Nullable Object>> placed = new ArrayList<>();
    for (Object start : buckets.getOrDefault(row.get(bucket), List.of())) {
      List<@Nullable Object> moved = new ArrayList<>(row);
      moved.set(bucket, start);
      placed.add(Collections.unmodifiableList(moved));
    }
    return placed;
  }

  /** The intervals of which something is known; a row that lacks there is of nobody. */
  private final class Places {
    private final Set<List<@Nullable Object>> known = new HashSet<>();

    Places(Iterable<List<@Nullable Object>> rows) {
      rows.forEach(row -> known.add(place(row)));
    }

    private List<@Nullable Object> place(List<@Nullable Object> row) {
      return values(
          row, column -> column.grain().isPresent() || OF_RETURNS.contains(column.name()));
    }

    /** The figures of a row that is not there: none are 0, or not known. */
    List<@Nullable Object> absent(List<@Nullable Object> like) {
      List<@Nullable Object> place = place(like);
      boolean nobody = place.isEmpty() || known.contains(place);
      List<@Nullable Object> row = new ArrayList<>();
      for (Column column : columns) {
        boolean number = column.unit().filter(u -> isCount(u)).isPresent();
        row.add(nobody && number ? 0L : null);
      }
      return row;
    }
  }

  private static boolean isCount(Metric.Unit unit) {
    return unit == Metric.Unit.PEOPLE || unit == Metric.Unit.COUNT;
  }

  private List<@Nullable Object> joined(
      List<@Nullable Object> like, List<@Nullable Object> now, List<@Nullable Object> before) {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = isFigure(column) ? now.get(i) : like.get(i);
      row.add(value);
      Object previous = before.get(i);
      for (Measure measure : measures(column)) {
        row.add(
            switch (measure) {
              case PREVIOUS -> previous;
              case DIFFERENCE -> difference(value, previous);
              default -> change(value, previous);
            });
      }
    }
    return Collections.unmodifiableList(row);
  }

  private static @Nullable Object difference(@Nullable Object value, @Nullable Object previous) {
    if (value instanceof Long now && previous instanceof Long before) {
      return now - before;
    }
    return value instanceof Number now && previous instanceof Number before
        ? (Object) (now.doubleValue() - before.doubleValue())
        : null;
  }

  /** From nothing there is no rate. */
  private static @Nullable Object change(@Nullable Object value, @Nullable Object previous) {
    return value instanceof Number now
            && previous instanceof Number before
            && before.doubleValue() != 0
        ? (Object) ((now.doubleValue() - before.doubleValue()) / before.doubleValue())
        : null;
  }

  /** By keys, from the left: where the base has more of them, they stand between the others. */
  private int inOrder(List<@Nullable Object> a, List<@Nullable Object> b) {
    int place = 0;
    for (Column column : columns) {
      if (!isFigure(column)) {
        int order = compare(a.get(place), b.get(place));
        if (order != 0) {
          return order;
        }
      }
      place += 1 + measures(column).size();
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // Cells of one column are of one type.
  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }
}
