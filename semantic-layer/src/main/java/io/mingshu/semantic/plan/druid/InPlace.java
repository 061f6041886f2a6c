package io.mingshu.semantic.plan.druid;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the rows of one statement without a database: columns are passed on, 0 is put
 * for null, buckets become days, rows are ordered and the first ones taken. Anything that computes
 * is left to the database, so that it is computed in one way only.
 *
 * @param steps from the rows to the answer
 */
record InPlace(List<Step> steps) {

  /** From rows to rows. */
  @FunctionalInterface
  interface Step {
    List<List<@Nullable Object>> apply(List<List<@Nullable Object>> rows);
  }

  /** A value of a row. */
  @FunctionalInterface
  private interface Cell {
    @Nullable Object of(List<@Nullable Object> row);
  }

  List<List<@Nullable Object>> apply(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> done = rows;
    for (Step step : steps) {
      done = step.apply(done);
    }
    return done;
  }

  /** Empty where it takes more than that. */
  static Optional<InPlace> of(RelNode rest) {
    if (rest instanceof TableScan) {
      return Optional.of(new InPlace(List.of()));
    }
    Optional<Step> step = Optional.empty();
    if (rest instanceof Project project) {
      step = projection(project);
    } else if (rest instanceof Sort sort) {
      step = order(sort);
    }
    return step.flatMap(last -> of(rest.getInput(0)).map(before -> before.then(last)));
  }

  private InPlace then(Step last) {
    List<Step> all = new ArrayList<>(steps);
    all.add(last);
    return new InPlace(List.copyOf(all));
  }

  private static Optional<Step> projection(Project project) {
    List<Cell> cells = new ArrayList<>();
    for (RexNode node : project.getProjects()) {
      Optional<Cell> cell = cell(node);
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      cells.add(cell.get());
    }
    return Optional.of(
        rows -> {
          List<List<@Nullable Object>> projected = new ArrayList<>(rows.size());
          for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>(cells.size());
            cells.forEach(cell -> values.add(cell.of(row)));
            projected.add(Collections.unmodifiableList(values));
          }
          return projected;
        });
  }

  private static Optional<Cell> cell(RexNode node) {
    if (node instanceof RexInputRef ref) {
      int index = ref.getIndex();
      return Optional.of(row -> row.get(index));
    }
    if (!(node instanceof RexCall call)
        || !(call.getOperands().get(0) instanceof RexInputRef ref)) {
      return Optional.empty();
    }
    int index = ref.getIndex();
    if (call.getKind() == SqlKind.COALESCE && isZero(call.getOperands().get(1))) {
      Object zero = isWhole(ref) ? (Object) 0L : BigDecimal.ZERO;
      return Optional.of(row -> row.get(index) == null ? zero : row.get(index));
    }
    if (call.getKind() == SqlKind.CAST && call.getType().getSqlTypeName() == SqlTypeName.DATE) {
      return Optional.of(
          row ->
              row.get(index) instanceof LocalDateTime time ? time.toLocalDate() : row.get(index));
    }
    return Optional.empty();
  }

  private static boolean isZero(RexNode node) {
    return node instanceof RexLiteral literal
        && literal.getValue() instanceof BigDecimal number
        && number.signum() == 0;
  }

  private static boolean isWhole(RexInputRef ref) {
    SqlTypeName name = ref.getType().getSqlTypeName();
    return name == SqlTypeName.BIGINT || name == SqlTypeName.INTEGER;
  }

  private static Optional<Step> order(Sort sort) {
    List<Comparator<List<@Nullable Object>>> keys = new ArrayList<>();
    for (RelFieldCollation collation : sort.getCollation().getFieldCollations()) {
      if (collation.nullDirection != NullDirection.LAST) {
        return Optional.empty();
      }
      int index = collation.getFieldIndex();
      boolean descending = collation.direction.isDescending();
      keys.add((left, right) -> compare(left.get(index), right.get(index), descending));
    }
    Comparator<List<@Nullable Object>> order =
        (left, right) ->
            keys.stream()
                .mapToInt(key -> key.compare(left, right))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    int skipped = sort.offset == null ? 0 : RexLiteral.intValue(sort.offset);
    int taken = sort.fetch == null ? Integer.MAX_VALUE : RexLiteral.intValue(sort.fetch);
    return Optional.of(rows -> rows.stream().sorted(order).skip(skipped).limit(taken).toList());
  }

  /** Nulls last in both directions. */
  private static int compare(@Nullable Object left, @Nullable Object right, boolean descending) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    int ascending = compare(left, right);
    return descending ? -ascending : ascending;
  }

  private static int compare(Object left, Object right) {
    if (left instanceof Number number && right instanceof Number other) {
      return left instanceof Double || right instanceof Double
          ? Double.compare(number.doubleValue(), other.doubleValue())
          : new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString()));
    }
    if (left instanceof String text && right instanceof String other) {
      // As databases do: by bytes, not by the halves of characters.
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
    if (left instanceof LocalDateTime time && right instanceof LocalDateTime other) {
      return time.compareTo(other);
    }
    if (left instanceof LocalDate day && right instanceof LocalDate other) {
      return day.compareTo(other);
    }
    return Boolean.compare((Boolean) left, (Boolean) right);
  }
}
