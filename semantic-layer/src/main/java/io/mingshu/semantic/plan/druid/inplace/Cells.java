package io.mingshu.semantic.plan.druid.inplace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;

/** Expressions over rows, with the nulls of SQL. */
final class Cells {
  private Cells() {}

  static Cell of(RexNode node) throws NotInPlace {
    if (node instanceof RexInputRef ref) {
      int index = ref.getIndex();
      return row -> row.get(index);
    }
    if (node instanceof RexLiteral literal) {
      Object value = literal(literal);
      return row -> value;
    }
    if (node instanceof RexCall call) {
      return call(call);
    }
    throw new NotInPlace();
  }

  private static @Nullable Object literal(RexLiteral literal) throws NotInPlace {
    if (literal.isNull()) {
      return null;
    }
    return switch (literal.getType().getSqlTypeName()) {
      case CHAR, VARCHAR -> ((NlsString) Objects.requireNonNull(literal.getValue())).getValue();
      case BOOLEAN -> literal.getValueAs(Boolean.class);
      case INTEGER, BIGINT, DECIMAL, DOUBLE ->
          Numbers.of(literal.getType())
              .of(Objects.requireNonNull(literal.getValueAs(BigDecimal.class)));
      case DATE ->
          LocalDate.ofEpochDay(
              Objects.requireNonNull(literal.getValueAs(DateString.class)).getDaysSinceEpoch());
      case TIMESTAMP -> time(Objects.requireNonNull(literal.getValueAs(TimestampString.class)));
      default -> throw new NotInPlace();
    };
  }

  private static LocalDateTime time(TimestampString text) {
    long millis = text.getMillisSinceEpoch();
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1000L),
        (int) Math.floorMod(millis, 1000L) * 1_000_000,
        ZoneOffset.UTC);
  }

  private static Cell call(RexCall call) throws NotInPlace {
    List<Cell> operands = new ArrayList<>();
    for (RexNode operand : call.getOperands()) {
      operands.add(of(operand));
    }
    return switch (call.getKind()) {
      case COALESCE -> coalesce(call.getType(), operands);
      case NULLIF -> nullIf(operands.get(0), operands.get(1));
      case CAST -> cast(call, operands.get(0));
      case PLUS, MINUS, TIMES, DIVIDE -> arithmetic(call, operands);
      case EQUALS -> comparison(operands, difference -> difference == 0);
      case NOT_EQUALS -> comparison(operands, difference -> difference != 0);
      case LESS_THAN -> comparison(operands, difference -> difference < 0);
      case LESS_THAN_OR_EQUAL -> comparison(operands, difference -> difference <= 0);
      case GREATER_THAN -> comparison(operands, difference -> difference > 0);
      case GREATER_THAN_OR_EQUAL -> comparison(operands, difference -> difference >= 0);
      case AND -> decidedBy(false, operands);
      case OR -> decidedBy(true, operands);
      case NOT -> negation(operands.get(0));
      case IS_NULL -> row -> operands.get(0).of(row) == null;
      case IS_NOT_NULL -> row -> operands.get(0).of(row) != null;
      case IS_TRUE -> row -> Boolean.TRUE.equals(operands.get(0).of(row));
      case IS_NOT_TRUE -> row -> !Boolean.TRUE.equals(operands.get(0).of(row));
      default -> throw new NotInPlace();
    };
  }

  private static Cell coalesce(RelDataType type, List<Cell> operands) throws NotInPlace {
    Cell first =
        row -> {
          for (Cell operand : operands) {
            @Nullable Object value = operand.of(row);
            if (value != null) {
              return value;
            }
          }
          return null;
        };
    if (type.getSqlTypeName().getFamily() != SqlTypeFamily.NUMERIC) {
      return first;
    }
    Numbers kind = Numbers.of(type);
    return row -> kind.ofNullable(first.of(row));
  }

  private static Cell nullIf(Cell value, Cell other) {
    return row -> {
      @Nullable Object left = value.of(row);
      @Nullable Object right = other.of(row);
      return left != null && right != null && Order.compare(left, right) == 0 ? null : left;
    };
  }

  private static Cell cast(RexCall call, Cell operand) throws NotInPlace {
    SqlTypeName from = call.getOperands().get(0).getType().getSqlTypeName();
    SqlTypeName to = call.getType().getSqlTypeName();
    if (from == to && from != SqlTypeName.DECIMAL) {
      return operand;
    }
    if (to == SqlTypeName.DATE && from == SqlTypeName.TIMESTAMP) {
      return row -> operand.of(row) instanceof LocalDateTime time ? time.toLocalDate() : null;
    }
    if (to == SqlTypeName.DOUBLE || (to == SqlTypeName.BIGINT && from == SqlTypeName.INTEGER)) {
      Numbers.of(call.getOperands().get(0).getType());
      Numbers kind = Numbers.of(call.getType());
      return row -> kind.ofNullable(operand.of(row));
    }
    throw new NotInPlace();
  }

  private static Cell arithmetic(RexCall call, List<Cell> operands) throws NotInPlace {
    Numbers kind = Numbers.of(call.getType());
    SqlKind operation = call.getKind();
    boolean known =
        switch (operation) {
          case PLUS, MINUS -> true;
          case TIMES -> kind == Numbers.DOUBLE;
          default -> kind == Numbers.DOUBLE && isNeverZero(call.getOperands().get(1));
        };
    if (!known || operands.size() != 2) {
      throw new NotInPlace();
    }
    return row -> {
      @Nullable Object left = operands.get(0).of(row);
      @Nullable Object right = operands.get(1).of(row);
      return (left == null || right == null)
          ? null
          : kind.computed(operation, (Number) left, (Number) right);
    };
  }

  /** Databases differ on what division by 0 gives. */
  private static boolean isNeverZero(RexNode divisor) {
    return divisor instanceof RexCall call
        && call.getKind() == SqlKind.NULLIF
        && call.getOperands().get(1) instanceof RexLiteral zero
        && zero.getValue() instanceof BigDecimal number
        && number.signum() == 0;
  }

  private static Cell comparison(List<Cell> operands, IntPredicate holds) {
    return row -> {
      @Nullable Object left = operands.get(0).of(row);
      @Nullable Object right = operands.get(1).of(row);
      return (left == null || right == null) ? null : holds.test(Order.compare(left, right));
    };
  }

  /** One operand of this value decides; else null is unknown. */
  private static Cell decidedBy(boolean deciding, List<Cell> operands) {
    return row -> {
      boolean unknown = false;
      for (Cell operand : operands) {
        @Nullable Object value = operand.of(row);
        if (value == null) {
          unknown = true;
        } else if (value.equals(deciding)) {
          return deciding;
        }
      }
      return unknown ? null : !deciding;
    };
  }

  private static Cell negation(Cell operand) {
    return row -> operand.of(row) instanceof Boolean truth ? !truth : null;
  }
}
