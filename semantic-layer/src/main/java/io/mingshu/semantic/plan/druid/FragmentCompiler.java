package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import io.mingshu.semantic.plan.algebra.Algebra;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/** Turns what a plan does with one table into what Druid does with its datasource. */
final class FragmentCompiler {
  private final Function<String, StoredTable> tables;
  private final ToIntFunction<RelNode> sets;
  private final RelBuilder builder;
  private String table = "";

  FragmentCompiler(
      Function<String, StoredTable> tables, ToIntFunction<RelNode> sets, RelNode plan) {
    this.tables = tables;
    this.sets = sets;
    this.builder = Algebra.beside(plan);
  }

  /**
   * What Druid is asked, and in which form its columns hold those of the plan.
   *
   * @param table the datasource
   */
  record Fragment(RelNode relation, List<Held> columns, String table) {}

  /**
   * @param chain filters, projections, aggregations and a limit over one scan
   * @throws Unplannable where Druid has no exact way to do it
   */
  Fragment compile(RelNode chain) {
    List<Value> fields = push(chain);
    List<RexNode> plain = fields.stream().map(Value::rex).toList();
    builder.project(plain, chain.getRowType().getFieldNames());
    return new Fragment(builder.build(), fields.stream().map(Value::held).toList(), table);
  }

  /** Pushes a relation; returns what the plan's fields are over it. */
  private List<Value> push(RelNode node) {
    if (node instanceof TableScan scan) {
      return scan(scan);
    }
    List<Value> fields = push(node.getInput(0));
    if (node instanceof Filter filter) {
      builder.filter(expressions(fields).condition(filter.getCondition()));
      return fields;
    }
    if (node instanceof Project project) {
      Expressions expressions = expressions(fields);
      return projected(
          project.getProjects().stream().map(expressions::value).toList(),
          project.getRowType().getFieldNames());
    }
    if (node instanceof Aggregate aggregate) {
      return aggregate(aggregate, fields);
    }
    if (node instanceof Sort sort) {
      return sort(sort, fields);
    }
    throw new Unplannable(node.toString());
  }

  private Expressions expressions(List<Value> fields) {
    return new Expressions(builder, fields, sets);
  }

  private List<Value> scan(TableScan scan) {
    List<String> path = scan.getTable().getQualifiedName();
    table = path.get(path.size() - 1);
    StoredTable stored = tables.apply(table);
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    columns.put(DruidColumn.TIME, ColumnType.INSTANT);
    stored
        .columns()
        .values()
        .forEach(
            column ->
                columns.put(
                    column.stored(),
                    switch (column.type()) {
                      case INSTANT, DECIMAL, BOOLEAN -> ColumnType.INTEGER;
                      case DATE -> ColumnType.STRING;
                      default -> column.type();
                    }));
    stored.sketches().forEach(name -> columns.put(DruidColumn.sketch(name), ColumnType.STRING));
    builder.push(Algebra.scan(scan.getCluster(), table, Algebra.rowType(columns)));
    return scan.getRowType().getFieldNames().stream().map(name -> read(name, stored)).toList();
  }

  private Value read(String name, StoredTable stored) {
    if (name.equals(stored.time())) {
      return new Value(
          stored.timeIsDate() ? Held.DAY : Held.MOMENT, builder.field(DruidColumn.TIME));
    }
    if (stored.sketches().contains(name)) {
      return Value.plain(builder.field(DruidColumn.sketch(name)));
    }
    DruidColumn column = stored.columns().get(name);
    if (column == null) {
      throw new Unplannable(stored.time() + " " + name);
    }
    RexNode field = builder.field(column.stored());
    return switch (column.type()) {
      case INSTANT -> new Value(Held.MILLIS, field);
      case DECIMAL -> new Value(new Held.Scaled(column.scale()), field);
      case BOOLEAN -> Value.plain(builder.equals(field, builder.literal(1)));
      case DATE -> new Value(Held.DAY, builder.call(DruidFunctions.TIME_PARSE, field));
      default -> Value.plain(field);
    };
  }

  private List<Value> projected(List<Value> values, List<String> names) {
    for (Value value : values) {
      if (value.held() instanceof Held.Clock) {
        throw new Unplannable(value.toString());
      }
    }
    builder.project(values.stream().map(Value::rex).toList(), names, true);
    List<Value> fields = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      fields.add(new Value(values.get(i).held(), builder.field(i)));
    }
    return fields;
  }

  private List<Value> aggregate(Aggregate aggregate, List<Value> input) {
    List<Value> fields = inPlace(aggregate, input);
    RexBuilder rex = builder.getRexBuilder();
    List<RelBuilder.AggCall> calls = new ArrayList<>();
    List<Held> results = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      List<RexNode> arguments =
          call.getArgList().stream().map(index -> (RexNode) builder.field(index)).toList();
      RelBuilder.AggCall translated =
          builder
              .aggregateCall(function(call), arguments)
              .distinct(call.isDistinct())
              .as(call.getName());
      if (call.hasFilter()) {
        RexNode filter = builder.field(call.filterArg);
        translated =
            translated.filter(
                filter.getType().isNullable()
                    ? rex.makeCall(SqlStdOperatorTable.IS_TRUE, filter)
                    : filter);
      }
      calls.add(translated);
      results.add(result(call, fields));
    }
    builder.aggregate(builder.groupKey(aggregate.getGroupSet()), calls);
    List<Value> output = new ArrayList<>();
    for (int key : aggregate.getGroupSet()) {
      output.add(new Value(fields.get(key).held(), builder.field(output.size())));
    }
    results.forEach(held -> output.add(new Value(held, builder.field(output.size()))));
    return output;
  }

  private static SqlAggFunction function(AggregateCall call) {
    SqlAggFunction function = call.getAggregation();
    if (function.equals(SemanticOperators.SKETCH)) {
      return DruidFunctions.SKETCH;
    }
    return function.equals(SemanticOperators.ESTIMATED_DISTINCT) ? DruidFunctions.THETA : function;
  }

  private static Held result(AggregateCall call, List<Value> fields) {
    if (call.getAggregation().equals(SemanticOperators.SKETCH)) {
      return Held.SKETCH;
    }
    return switch (call.getAggregation().getKind()) {
      case SUM, MIN, MAX -> fields.get(call.getArgList().get(0)).held();
      default -> Held.PLAIN;
    };
  }

  /** Keys and arguments of an aggregation are columns, at the plan's own places. */
  private List<Value> inPlace(Aggregate aggregate, List<Value> fields) {
    boolean already = fields.size() == builder.fields().size();
    for (int i = 0; already && i < fields.size(); i++) {
      already = fields.get(i).rex() instanceof RexInputRef ref && ref.getIndex() == i;
    }
    return already ? fields : projected(fields, aggregate.getInput().getRowType().getFieldNames());
  }

  /** As many rows as the plan skips and takes; their exact order is the plan's own work. */
  private List<Value> sort(Sort sort, List<Value> fields) {
    List<RexNode> order = new ArrayList<>();
    for (RelFieldCollation collation : sort.getCollation().getFieldCollations()) {
      RexNode field = fields.get(collation.getFieldIndex()).rex();
      // Only what is never null comes here, so this is how Druid orders anyway.
      order.add(
          collation.direction.isDescending()
              ? builder.nullsLast(builder.desc(field))
              : builder.nullsFirst(field));
    }
    int rows = number(sort.fetch) + number(sort.offset);
    builder.sortLimit(0, rows, order);
    return fields;
  }

  private static int number(@Nullable RexNode literal) {
    return literal == null ? 0 : RexLiteral.intValue(literal);
  }
}
