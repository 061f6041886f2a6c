package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.plan.algebra.SemanticOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/** Turns a plan's expressions over a relation into expressions over how Druid holds it. */
final class Expressions {
  private final RelBuilder builder;
  private final List<Value> fields;
  private final ToIntFunction<RelNode> sets;
  private final Numbers numbers;
  private final Times times;

  /**
   * @param builder whose current relation is the one that the results are over
   * @param fields what the plan's fields are there
   * @param sets gives the number of the parameter that will hold the values of a subquery
   */
  Expressions(RelBuilder builder, List<Value> fields, ToIntFunction<RelNode> sets) {
    this.builder = builder;
    this.fields = fields;
    this.sets = sets;
    this.numbers = new Numbers(builder);
    this.times = new Times(builder);
  }

  RexNode condition(RexNode node) {
    return value(node).rex();
  }

  /**
   * @throws Unplannable where Druid cannot say it
   */
  Value value(RexNode node) {
    if (node instanceof RexInputRef ref) {
      return fields.get(ref.getIndex());
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    if (node instanceof RexSubQuery query && query.getKind() == SqlKind.IN) {
      return isIn(query);
    }
    if (node instanceof RexCall call) {
      return call(call);
    }
    throw new Unplannable(node.toString());
  }

  private Value literal(RexLiteral literal) {
    SqlTypeName name = literal.getType().getSqlTypeName();
    if (SqlTypeFamily.NUMERIC.getTypeNames().contains(name)) {
      return numbers.literal(literal);
    }
    return name == SqlTypeName.TIMESTAMP && !literal.isNull()
        ? new Value(Held.MOMENT, literal)
        : Value.plain(literal);
  }

  /** The values of the subquery are had before, and passed as one array. */
  private Value isIn(RexSubQuery query) {
    Value sought = value(query.getOperands().get(0));
    if (!(sought.held() instanceof Held.Plain)) {
      throw new Unplannable(query.toString());
    }
    RelDataType type = query.rel.getRowType().getFieldList().get(0).getType();
    return Value.plain(
        builder.call(
            DruidFunctions.SCALAR_IN_ARRAY,
            sought.rex(),
            builder.getRexBuilder().makeDynamicParam(type, sets.applyAsInt(query.rel))));
  }

  private Value call(RexCall call) {
    SqlOperator operator = call.getOperator();
    if (operator.equals(SemanticOperators.LOCAL_TIME)) {
      RexLiteral zone = (RexLiteral) call.getOperands().get(1);
      boolean steady = !RexLiteral.isNullLiteral(call.getOperands().get(2));
      return times.clock(value(call.getOperands().get(0)), text(zone), steady);
    }
    if (operator.equals(SemanticOperators.TIME_FLOOR)) {
      return times.floor(
          value(call.getOperands().get(0)),
          text(call.getOperands().get(1)),
          RexLiteral.intValue(call.getOperands().get(2)));
    }
    if (operator.equals(SemanticOperators.TIME_PART)) {
      return times.part(value(call.getOperands().get(0)), text(call.getOperands().get(1)));
    }
    if (operator.equals(SemanticOperators.UNITS_BETWEEN)) {
      return times.unitsBetween(
          value(call.getOperands().get(0)),
          value(call.getOperands().get(1)),
          text(call.getOperands().get(2)),
          RexLiteral.intValue(call.getOperands().get(3)));
    }
    if (operator.equals(SemanticOperators.MICROS)) {
      return times.micros(value(call.getOperands().get(0)));
    }
    return switch (call.getKind()) {
      case SEARCH -> search(call);
      case CAST -> cast(call);
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          Value.plain(builder.call(operator, comparable(values(call.getOperands()))));
      case PLUS, MINUS -> sum(call);
      case MINUS_PREFIX -> {
        Value negated = value(call.getOperands().get(0));
        yield new Value(negated.held(), builder.call(operator, negated.rex()));
      }
      case TIMES -> numbers.product(value(call.operands.get(0)), value(call.operands.get(1)));
      case DIVIDE -> numbers.quotient(value(call.operands.get(0)), value(call.operands.get(1)));
      case CASE -> choice(call);
      case COALESCE, NULLIF -> likeAll(operator, values(call.getOperands()));
      default ->
          Value.plain(
              builder.call(operator, values(call.getOperands()).stream().map(this::read).toList()));
    };
  }

  /** What a general operator may read: anything but the times of a clock. */
  private RexNode read(Value value) {
    if (value.held() instanceof Held.Clock || value.held() instanceof Held.Shown) {
      throw new Unplannable(value.toString());
    }
    return value.rex();
  }

  private List<Value> values(List<RexNode> nodes) {
    return nodes.stream().map(this::value).toList();
  }

  private Value search(RexCall call) {
    Value sought = value(call.getOperands().get(0));
    if (sought.held() instanceof Held.Plain && !sought.isInexact()) {
      return Value.plain(builder.call(call.getOperator(), sought.rex(), call.operands.get(1)));
    }
    return value(RexUtil.expandSearch(builder.getRexBuilder(), null, call));
  }

  private Value cast(RexCall call) {
    Value value = value(call.getOperands().get(0));
    SqlTypeName target = call.getType().getSqlTypeName();
    if (value.held() instanceof Held.Day && target == SqlTypeName.TIMESTAMP) {
      return value;
    }
    if (target == SqlTypeName.DOUBLE && !value.isTime()) {
      return numbers.asDouble(value);
    }
    if (target == SqlTypeName.DECIMAL && !value.isTime()) {
      return value;
    }
    if (value.held() instanceof Held.Plain) {
      return Value.plain(
          builder.getRexBuilder().makeAbstractCast(call.getType(), value.rex(), false));
    }
    throw new Unplannable(call.toString());
  }

  private List<RexNode> comparable(List<Value> values) {
    return alike(values).stream().map(Value::rex).toList();
  }

  private Value sum(RexCall call) {
    return likeAll(call.getOperator(), values(call.getOperands()));
  }

  /** An operator whose result has the form of its operands. */
  private Value likeAll(SqlOperator operator, List<Value> values) {
    List<Value> alike = alike(values);
    return new Value(held(alike), builder.call(operator, alike.stream().map(Value::rex).toList()));
  }

  private static Held held(List<Value> alike) {
    return alike.stream().filter(v -> !v.isNull()).findFirst().orElse(alike.get(0)).held();
  }

  /** Condition, value, condition, value, …, value. */
  private Value choice(RexCall call) {
    List<RexNode> operands = call.getOperands();
    List<Value> results = new ArrayList<>();
    for (int i = 1; i < operands.size(); i += 2) {
      results.add(value(operands.get(i)));
    }
    results.add(value(operands.get(operands.size() - 1)));
    List<Value> alike = alike(results);
    List<RexNode> all = new ArrayList<>();
    for (int i = 0; i < operands.size() - 1; i += 2) {
      all.add(condition(operands.get(i)));
      all.add(alike.get(i / 2).rex());
    }
    all.add(alike.get(alike.size() - 1).rex());
    return new Value(held(alike), builder.call(SqlStdOperatorTable.CASE, all));
  }

  private List<Value> alike(List<Value> values) {
    List<Value> present = values.stream().filter(value -> !value.isNull()).toList();
    if (present.isEmpty()) {
      return values;
    }
    List<Value> alike =
        present.stream().anyMatch(Value::isTime) ? alikeTimes(values) : numbers.alike(values);
    RelDataType type = alike.stream().filter(v -> !v.isNull()).findFirst().orElseThrow().type();
    return alike.stream().map(value -> value.isNull() ? nullOf(value, type) : value).toList();
  }

  private Value nullOf(Value value, RelDataType type) {
    return new Value(value.held(), builder.getRexBuilder().makeNullLiteral(type));
  }

  private List<Value> alikeTimes(List<Value> values) {
    List<Held> forms =
        values.stream().filter(value -> !value.isNull()).map(Value::held).distinct().toList();
    if (forms.stream().anyMatch(f -> f instanceof Held.Clock || f instanceof Held.Shown)) {
      throw new Unplannable(values.toString());
    }
    if (forms.contains(Held.MILLIS)) {
      return values.stream()
          .map(v -> v.isNull() ? v : new Value(Held.MILLIS, times.millis(v)))
          .toList();
    }
    return values;
  }

  private static String text(RexNode literal) {
    String text = ((RexLiteral) literal).getValueAs(String.class);
    if (text == null) {
      throw new Unplannable(literal.toString());
    }
    return text;
  }
}
