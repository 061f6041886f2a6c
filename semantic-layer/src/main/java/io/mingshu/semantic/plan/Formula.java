package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.MetricDefinition.Function;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** How a metric's value follows from leaves. */
sealed interface Formula {

  record Value(Leaf leaf) implements Formula {}

  record Constant(BigDecimal value) implements Formula {}

  record Arithmetic(Operation operation, Formula left, Formula right) implements Formula {}

  /** Null where the denominator is 0. */
  record Quotient(Formula numerator, Formula denominator) implements Formula {}

  enum Operation {
    PLUS,
    MINUS,
    TIMES;

    BigDecimal apply(BigDecimal left, BigDecimal right) {
      return switch (this) {
        case PLUS -> left.add(right);
        case MINUS -> left.subtract(right);
        case TIMES -> left.multiply(right);
      };
    }
  }

  default Set<Leaf> leaves() {
    Set<Leaf> found = new LinkedHashSet<>();
    collect(this, found);
    return found;
  }

  private static void collect(Formula formula, Set<Leaf> found) {
    if (formula instanceof Value value) {
      found.add(value.leaf());
    } else if (formula instanceof Arithmetic arithmetic) {
      collect(arithmetic.left(), found);
      collect(arithmetic.right(), found);
    } else if (formula instanceof Quotient quotient) {
      collect(quotient.numerator(), found);
      collect(quotient.denominator(), found);
    }
  }

  /**
   * The leaves whose rows make a group: a ratio has the groups of its denominator, and those of its
   * numerator too where both are of the same rows.
   */
  default Set<Leaf> grouping() {
    if (this instanceof Quotient quotient) {
      if (quotient.denominator().leaves().isEmpty()) {
        return quotient.numerator().grouping();
      }
      return ofTheSameRows(leaves()) ? leaves() : quotient.denominator().grouping();
    }
    if (this instanceof Arithmetic arithmetic) {
      Set<Leaf> found = new LinkedHashSet<>(arithmetic.left().grouping());
      found.addAll(arithmetic.right().grouping());
      return found;
    }
    return leaves();
  }

  /** Its value where there are no rows at all; empty for null. */
  default Optional<BigDecimal> withoutRows() {
    if (this instanceof Value value) {
      return value.leaf().zeroWithoutRows() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }
    if (this instanceof Constant constant) {
      return Optional.of(constant.value());
    }
    if (this instanceof Arithmetic arithmetic) {
      return arithmetic
          .left()
          .withoutRows()
          .flatMap(
              left ->
                  arithmetic
                      .right()
                      .withoutRows()
                      .map(right -> arithmetic.operation().apply(left, right)));
    }
    return Optional.empty();
  }

  /** The same over rows that are placed by another time of their fact. */
  default Formula placedBy(String time) {
    if (this instanceof Value value && value.leaf() instanceof Leaf.Rows rows) {
      return new Value(
          new Leaf.Rows(rows.fact(), time, rows.function(), rows.expression(), rows.where()));
    }
    if (this instanceof Arithmetic arithmetic) {
      return new Arithmetic(
          arithmetic.operation(),
          arithmetic.left().placedBy(time),
          arithmetic.right().placedBy(time));
    }
    return this instanceof Quotient quotient
        ? new Quotient(quotient.numerator().placedBy(time), quotient.denominator().placedBy(time))
        : this;
  }

  /** Whether it may be summed over groups. */
  default boolean additive() {
    if (this instanceof Value value) {
      return value.leaf() instanceof Leaf.Rows rows
          && (rows.function() == Function.SUM || rows.function() == Function.COUNT);
    }
    return this instanceof Arithmetic arithmetic
        && arithmetic.operation() != Operation.TIMES
        && arithmetic.left().additive()
        && arithmetic.right().additive();
  }

  private static boolean ofTheSameRows(Set<Leaf> leaves) {
    Leaf first = leaves.iterator().next();
    return first instanceof Leaf.Rows rows
        && leaves.stream().allMatch(l -> l instanceof Leaf.Rows other && other.sameRowsAs(rows));
  }
}
