package io.mingshu.semantic.plan.algebra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/** Turns the scalar expressions of a catalog and of row filters into algebra. */
public final class Scalars {
  private final RelBuilder builder;
  private final Function<String, RexNode> names;

  private Scalars(RelBuilder builder, Function<String, RexNode> names) {
    this.builder = builder;
    this.names = names;
  }

  /** Names are columns of the builder's current relation. */
  public static Scalars over(RelBuilder builder) {
    return new Scalars(builder, builder::field);
  }

  /** Names mean what {@code names} says. */
  public static Scalars over(RelBuilder builder, Function<String, RexNode> names) {
    return new Scalars(builder, names);
  }

  /**
   * @throws IllegalArgumentException for what a catalog's reader would not have let through
   */
  public RexNode translate(SqlNode node) {
    if (node instanceof SqlIdentifier identifier) {
      return names.apply(identifier.getSimple());
    }
    if (node instanceof SqlLiteral literal) {
      return literal(literal);
    }
    if (node instanceof SqlCase choice) {
      return choice(choice);
    }
    if (node instanceof SqlCall call) {
      return call(call);
    }
    throw unsupported(node);
  }

  private RexNode literal(SqlLiteral literal) {
    RexBuilder rex = builder.getRexBuilder();
    return switch (literal.getTypeName()) {
      case NULL -> builder.literal(null);
      case BOOLEAN -> builder.literal(literal.booleanValue());
      case CHAR -> builder.literal(literal.getValueAs(String.class));
      case DECIMAL, DOUBLE -> rex.makeExactLiteral(literal.getValueAs(BigDecimal.class));
      default -> throw unsupported(literal);
    };
  }

  private RexNode choice(SqlCase choice) {
    List<RexNode> operands = new ArrayList<>();
    for (int i = 0; i < choice.getWhenOperands().size(); i++) {
      operands.add(translate(choice.getWhenOperands().get(i)));
      operands.add(translate(choice.getThenOperands().get(i)));
    }
    SqlNode otherwise = choice.getElseOperand();
    operands.add(otherwise == null ? builder.literal(null) : translate(otherwise));
    return builder.call(SqlStdOperatorTable.CASE, operands);
  }

  private RexNode call(SqlCall call) {
    SqlKind kind = call.getKind();
    if (kind == SqlKind.IN || kind == SqlKind.NOT_IN) {
      RexNode value = translate(call.operand(0));
      SqlNodeList list = call.operand(1);
      RexNode in = builder.in(value, list.getList().stream().map(this::translate).toList());
      return kind == SqlKind.IN ? in : builder.not(in);
    }
    List<RexNode> operands = call.getOperandList().stream().map(this::translate).toList();
    return builder.call(operator(call), operands);
  }

  private static SqlOperator operator(SqlCall call) {
    SqlOperator operator = call.getOperator();
    return switch (operator.getName().toUpperCase(Locale.ROOT)) {
      case "COALESCE" -> SqlStdOperatorTable.COALESCE;
      case "NULLIF" -> SqlStdOperatorTable.NULLIF;
      default -> operator;
    };
  }

  private static IllegalArgumentException unsupported(SqlNode node) {
    return new IllegalArgumentException("not a scalar expression: " + node);
  }
}
