package io.mingshu.semantic.plan.druid.inplace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** A plan over a few rows, run as it stands: projections, conditions, joins by keys, order. */
public final class InPlace {
  /** Joins of more rows are left to the database, which holds them in less memory. */
  private static final int MOST_ROWS = 100_000;

  /** Rows from the rows of tables. */
  @FunctionalInterface
  private interface Step {
    List<List<@Nullable Object>> rows(Map<String, List<List<@Nullable Object>>> tables)
        throws TooManyRows;
  }

  private final Step last;

  private InPlace(Step last) {
    this.last = last;
  }

  /** Empty where the plan aggregates, numbers rows, or computes what is not sure to be the same. */
  public static Optional<InPlace> of(RelNode plan) {
    try {
      return Optional.of(new InPlace(step(plan)));
    } catch (NotInPlace e) {
      return Optional.empty();
    }
  }

  /**
   * The answer; empty where so many rows would have to be held that the database is to do it.
   *
   * @param tables their rows by their names
   */
  public Optional<List<List<@Nullable Object>>> apply(
      Map<String, List<List<@Nullable Object>>> tables) {
    try {
      return Optional.of(last.rows(tables));
    } catch (TooManyRows e) {
      return Optional.empty();
    }
  }

  private static Step step(RelNode node) throws NotInPlace {
    if (node instanceof TableScan scan) {
      String name = scan.getTable().getQualifiedName().get(0);
      return tables -> Objects.requireNonNull(tables.get(name));
    }
    if (node instanceof Values values) {
      return values(values);
    }
    if (node instanceof Project project) {
      return projection(project);
    }
    if (node instanceof Filter filter) {
      Step input = step(filter.getInput());
      Cell condition = Cells.of(filter.getCondition());
      return tables ->
          input.rows(tables).stream()
              .filter(row -> Boolean.TRUE.equals(condition.of(row)))
              .toList();
    }
    if (node instanceof Sort sort) {
      return order(sort);
    }
    if (node instanceof Join join) {
      return join(join);
    }
    throw new NotInPlace();
  }

  private static Step values(Values values) throws NotInPlace {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<RexLiteral> tuple : values.getTuples()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (RexLiteral literal : tuple) {
        row.add(Cells.of(literal).of(List.of()));
      }
      rows.add(Collections.unmodifiableList(row));
    }
    List<List<@Nullable Object>> all = List.copyOf(rows);
    return tables -> all;
  }

  private static Step projection(Project project) throws NotInPlace {
    Step input = step(project.getInput());
    List<Cell> cells = new ArrayList<>();
    for (RexNode node : project.getProjects()) {
      cells.add(Cells.of(node));
    }
    return tables -> {
      List<List<@Nullable Object>> rows = input.rows(tables);
      List<List<@Nullable Object>> projected = new ArrayList<>(rows.size());
      for (List<@Nullable Object> row : rows) {
        List<@Nullable Object> values = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
          values.add(cell.of(row));
        }
        projected.add(Collections.unmodifiableList(values));
      }
      return projected;
    };
  }

  private static Step order(Sort sort) throws NotInPlace {
    Step input = step(sort.getInput());
    var order = Order.of(sort.getCollation());
    int skipped = sort.offset == null ? 0 : RexLiteral.intValue(sort.offset);
    int taken = sort.fetch == null ? Integer.MAX_VALUE : RexLiteral.intValue(sort.fetch);
    return tables -> input.rows(tables).stream().sorted(order).skip(skipped).limit(taken).toList();
  }

  private static Step join(Join join) throws NotInPlace {
    Step left = step(join.getLeft());
    Step right = step(join.getRight());
    Matching matching = Matching.of(join);
    return tables -> matching.join(left.rows(tables), right.rows(tables), MOST_ROWS);
  }
}
