package io.mingshu.semantic.plan.druid;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/** Numbers that Druid holds in different forms, brought into the same one. */
final class Numbers {
  /** Longs of more places than that would soon overflow when summed. */
  private static final int MOST_PLACES = 8;

  private final RelBuilder builder;

  Numbers(RelBuilder builder) {
    this.builder = builder;
  }

  Value literal(RexLiteral literal) {
    BigDecimal value = literal.getValueAs(BigDecimal.class);
    if (value == null) {
      return Value.plain(literal);
    }
    if (literal.getType().getSqlTypeName() == SqlTypeName.DOUBLE) {
      return Value.plain(literal);
    }
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() <= 0
        ? Value.plain(exact(shortest.setScale(0)))
        : new Value(
            new Held.Scaled(shortest.scale()), exact(new BigDecimal(shortest.unscaledValue())));
  }

  /** All of them whole numbers of the same scale, or all doubles where one is. */
  List<Value> alike(List<Value> values) {
    boolean inexact = values.stream().anyMatch(value -> !value.isNull() && value.isInexact());
    if (inexact) {
      return values.stream().map(this::asDouble).toList();
    }
    int scale = values.stream().mapToInt(Value::scale).max().orElse(0);
    return scale == 0 ? values : values.stream().map(value -> scaled(value, scale)).toList();
  }

  Value product(Value left, Value right) {
    if (left.isInexact() || right.isInexact() || left.scale() + right.scale() > MOST_PLACES) {
      return Value.plain(
          builder.call(SqlStdOperatorTable.MULTIPLY, asDouble(left).rex(), asDouble(right).rex()));
    }
    int scale = left.scale() + right.scale();
    RexNode product = builder.call(SqlStdOperatorTable.MULTIPLY, left.rex(), right.rex());
    return scale == 0 ? Value.plain(product) : new Value(new Held.Scaled(scale), product);
  }

  /** Never that of whole numbers, which would lose what is behind the point. */
  Value quotient(Value left, Value right) {
    return Value.plain(
        builder.call(SqlStdOperatorTable.DIVIDE, asDouble(left).rex(), asDouble(right).rex()));
  }

  Value asDouble(Value value) {
    RexBuilder rex = builder.getRexBuilder();
    RelDataType type =
        rex.getTypeFactory()
            .createTypeWithNullability(
                rex.getTypeFactory().createSqlType(SqlTypeName.DOUBLE), true);
    if (value.isNull()) {
      return Value.plain(rex.makeNullLiteral(type));
    }
    if (value.isInexact()) {
      return value;
    }
    RexNode number = rex.makeAbstractCast(type, value.rex(), false);
    if (value.scale() == 0) {
      return Value.plain(number);
    }
    RexNode power = rex.makeAbstractCast(type, exact(BigDecimal.TEN.pow(value.scale())), false);
    return Value.plain(builder.call(SqlStdOperatorTable.DIVIDE, number, power));
  }

  private Value scaled(Value value, int scale) {
    if (value.isNull() || value.scale() == scale) {
      return new Value(new Held.Scaled(scale), value.rex());
    }
    BigDecimal power = BigDecimal.TEN.pow(scale - value.scale());
    if (value.rex() instanceof RexLiteral literal) {
      BigDecimal number = literal.getValueAs(BigDecimal.class);
      return new Value(
          new Held.Scaled(scale), exact(number == null ? BigDecimal.ZERO : number.multiply(power)));
    }
    return new Value(
        new Held.Scaled(scale),
        builder.call(SqlStdOperatorTable.MULTIPLY, value.rex(), exact(power)));
  }

  private RexNode exact(BigDecimal value) {
    return builder.getRexBuilder().makeExactLiteral(value);
  }
}
