package io.mingshu.semantic.plan;

import io.mingshu.semantic.plan.algebra.SemanticOperators;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.TimestampString;

/** Row expressions that plans are made of, over the current relation of a builder. */
record Rex(RelBuilder builder) {

  RexNode number(BigDecimal value) {
    // The algebra has no negative scales, which 50万 as 5E+5 would be.
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return builder.getRexBuilder().makeExactLiteral(plain);
  }

  RexNode zero() {
    return number(BigDecimal.ZERO);
  }

  RexNode zeroIfMissing(RexNode value) {
    return builder.call(SqlStdOperatorTable.COALESCE, value, zero());
  }

  /** Null where the divisor is 0. */
  RexNode quotient(RexNode dividend, RexNode divisor) {
    return builder.call(
        SqlStdOperatorTable.DIVIDE,
        asDouble(dividend),
        builder.call(SqlStdOperatorTable.NULLIF, divisor, zero()));
  }

  RexNode asDouble(RexNode value) {
    return as(value, SqlTypeName.DOUBLE);
  }

  RexNode asText(RexNode value) {
    return as(value, SqlTypeName.VARCHAR);
  }

  RexNode as(RexNode value, SqlTypeName name) {
    if (value.getType().getSqlTypeName() == name) {
      return value;
    }
    RelDataTypeFactory types = builder.getTypeFactory();
    RelDataType type = types.createTypeWithNullability(types.createSqlType(name), true);
    return builder.getRexBuilder().makeAbstractCast(type, value, false);
  }

  RexLiteral timestamp(LocalDateTime time) {
    LocalDateTime millis = time.truncatedTo(ChronoUnit.MILLIS);
    String date = millis.toLocalDate().toString();
    String clock =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            millis.getHour(),
            millis.getMinute(),
            millis.getSecond());
    TimestampString text =
        new TimestampString(date + " " + clock).withMillis(millis.getNano() / 1_000_000);
    int precision = millis.getNano() == 0 ? 0 : 3;
    return builder.getRexBuilder().makeTimestampLiteral(text, precision);
  }

  RexNode floor(RexNode localTime, String unit, int weekShift) {
    return builder.call(
        SemanticOperators.TIME_FLOOR, localTime, builder.literal(unit), builder.literal(weekShift));
  }

  RexNode value(Formula formula, Function<Leaf, RexNode> leaves) {
    if (formula instanceof Formula.Value value) {
      RexNode column = leaves.apply(value.leaf());
      return value.leaf().zeroWithoutRows() ? zeroIfMissing(column) : column;
    }
    if (formula instanceof Formula.Constant constant) {
      return number(constant.value());
    }
    if (formula instanceof Formula.Quotient quotient) {
      return quotient(value(quotient.numerator(), leaves), value(quotient.denominator(), leaves));
    }
    if (formula instanceof Formula.Arithmetic arithmetic) {
      RexNode left = value(arithmetic.left(), leaves);
      RexNode right = value(arithmetic.right(), leaves);
      return switch (arithmetic.operation()) {
        case PLUS -> builder.call(SqlStdOperatorTable.PLUS, left, right);
        case MINUS -> builder.call(SqlStdOperatorTable.MINUS, left, right);
        // Products of wide decimals overflow.
        case TIMES -> builder.call(SqlStdOperatorTable.MULTIPLY, asDouble(left), asDouble(right));
      };
    }
    throw new IllegalArgumentException(formula.toString());
  }

  RexNode allOf(List<RexNode> conditions) {
    return conditions.size() == 1 ? conditions.get(0) : builder.and(conditions);
  }
}
