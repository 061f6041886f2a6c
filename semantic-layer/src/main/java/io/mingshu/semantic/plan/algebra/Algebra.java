package io.mingshu.semantic.plan.algebra;

import io.mingshu.semantic.engine.Backend.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * Opens builders of relational algebra over facts as one asker may see them. Thread-safe; a builder
 * is not.
 */
public final class Algebra {
  /** Nothing is rewritten behind the planner's back: no simplification, no dropped aggregates. */
  static final RelBuilderFactory BUILDER =
      RelBuilder.proto(
          Contexts.of(RelBuilder.Config.DEFAULT.withSimplify(false).withAggregateUnique(true)));

  private static final HepProgram NO_RULES = HepProgram.builder().build();
  private static final RelDataTypeFactory TYPES = new SemanticTypes();

  private Algebra() {}

  /**
   * A fact as its asker may see it.
   *
   * @param name how the builder knows it
   * @param table the table in the engine
   * @param conditions which of its rows there are
   * @param masked columns that read as null
   */
  public record VisibleFact(
      String name,
      String table,
      Map<String, ColumnType> columns,
      List<SqlNode> conditions,
      Set<String> masked) {}

  /** A builder in which each fact can be scanned by its name. */
  public static RelBuilder over(List<VisibleFact> facts) {
    CalciteSchema schema = CalciteSchema.createRootSchema(false, false);
    for (VisibleFact fact : facts) {
      schema.add(
          fact.name(),
          new SecuredTable(
              fact.table(), rowType(fact.columns()), fact.conditions(), fact.masked()));
    }
    Properties caseSensitive = new Properties();
    caseSensitive.setProperty("caseSensitive", "true");
    CalciteCatalogReader reader =
        new CalciteCatalogReader(
            schema, List.of(), TYPES, new CalciteConnectionConfigImpl(caseSensitive));
    RelOptCluster cluster = RelOptCluster.create(new HepPlanner(NO_RULES), new RexBuilder(TYPES));
    return BUILDER.create(cluster, reader);
  }

  /** A builder in the same world as a plan that was built before. */
  public static RelBuilder beside(RelNode plan) {
    return BUILDER.create(plan.getCluster(), null);
  }

  /** A scan of a table as an engine has it, with nothing added. */
  public static RelNode scan(RelOptCluster cluster, String table, RelDataType rowType) {
    RelOptTable plain =
        RelOptTableImpl.create(null, rowType, List.of(table), Expressions.constant(table));
    return LogicalTableScan.create(cluster, plain, List.of());
  }

  /** Nullable columns of these types, in order. */
  public static RelDataType rowType(Map<String, ColumnType> columns) {
    RelDataTypeFactory.Builder type = TYPES.builder();
    columns.forEach((name, column) -> type.add(name, type(column)).nullable(true));
    return type.build();
  }

  private static RelDataType type(ColumnType column) {
    return switch (column) {
      case STRING -> TYPES.createSqlType(SqlTypeName.VARCHAR);
      case INTEGER -> TYPES.createSqlType(SqlTypeName.BIGINT);
      case DECIMAL -> TYPES.createSqlType(SqlTypeName.DECIMAL, 19, 4);
      case DOUBLE -> TYPES.createSqlType(SqlTypeName.DOUBLE);
      case BOOLEAN -> TYPES.createSqlType(SqlTypeName.BOOLEAN);
      case INSTANT -> TYPES.createSqlType(SqlTypeName.TIMESTAMP, 3);
      case DATE -> TYPES.createSqlType(SqlTypeName.DATE);
    };
  }
}
