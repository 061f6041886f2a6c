package io.mingshu.semantic.plan;

import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.query.Grain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/** Sets of intervals, by their numbers, as bits of columns: one row holds all of a person. */
final class IntervalSets {
  private static final int BITS = 62;
  private static final int MOST_COLUMNS = 8;

  private final int columns;

  /**
   * @param intervals how many there are
   */
  IntervalSets(int intervals) {
    this.columns = Math.max(1, (intervals + BITS - 1) / BITS);
  }

  /** Whether so many can be held, and numbered by counting units: clocks skip and repeat hours. */
  static boolean fit(int intervals, Grain unit) {
    return unit.isCoarserThan(Grain.HOUR) && intervals <= BITS * MOST_COLUMNS;
  }

  /** How many columns a set takes. */
  int columns() {
    return columns;
  }

  /** The number as a member of a set where a condition holds; nothing where not. */
  List<RexNode> of(RexNode number, RexNode condition, RelBuilder builder) {
    List<RexNode> bits = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      List<RexNode> conditions = new ArrayList<>(List.of(condition));
      if (columns > 1) {
        conditions.add(
            builder.call(
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, number, builder.literal(column * BITS)));
        conditions.add(
            builder.call(
                SqlStdOperatorTable.LESS_THAN, number, builder.literal((column + 1) * BITS)));
      }
      RexNode inColumn =
          column == 0
              ? number
              : builder.call(SqlStdOperatorTable.MINUS, number, builder.literal(column * BITS));
      RexNode bit = builder.call(SemanticOperators.BIT, inColumn);
      RexNode all = builder.and(conditions);
      bits.add(
          all.isAlwaysTrue()
              ? bit
              : builder.call(
                  SqlStdOperatorTable.CASE,
                  all,
                  bit,
                  builder
                      .getRexBuilder()
                      .makeNullLiteral(
                          builder
                              .getTypeFactory()
                              .createTypeWithNullability(bit.getType(), true))));
    }
    return bits;
  }

  /** The set that begins at a column of a row. */
  BitSet read(RowView row, int first) {
    long[] words = new long[columns];
    for (int column = 0; column < columns; column++) {
      words[column] = row.number(first + column);
    }
    if (columns == 1) {
      return BitSet.valueOf(words);
    }
    BitSet set = new BitSet();
    for (int column = 0; column < columns; column++) {
      int offset = column * BITS;
      BitSet.valueOf(new long[] {words[column]}).stream().forEach(bit -> set.set(offset + bit));
    }
    return set;
  }
}
