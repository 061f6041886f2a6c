package io.mingshu.semantic.plan.algebra;

import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.tools.RelBuilder;

/**
 * A fact as its asker may see it: the rows that count at all and that they may see, masked columns
 * read as null. It becomes this wherever a plan scans it, so that no form of query goes round it.
 */
final class SecuredTable extends AbstractTable implements TranslatableTable {
  private final String table;
  private final RelDataType rowType;
  private final List<SqlNode> conditions;
  private final Set<String> masked;

  /**
   * @param conditions which rows there are, over the columns as the engine has them
   */
  SecuredTable(String table, RelDataType rowType, List<SqlNode> conditions, Set<String> masked) {
    this.table = table;
    this.rowType = rowType;
    this.conditions = List.copyOf(conditions);
    this.masked = Set.copyOf(masked);
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    return rowType;
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable secured) {
    RelBuilder builder = Algebra.BUILDER.create(context.getCluster(), secured.getRelOptSchema());
    builder.push(Algebra.scan(context.getCluster(), table, rowType));
    Scalars columns = Scalars.over(builder);
    builder.filter(conditions.stream().map(columns::translate).toList());
    if (!masked.isEmpty()) {
      builder.project(
          rowType.getFieldList().stream().map(field -> visible(builder, field)).toList(),
          rowType.getFieldNames());
    }
    return builder.build();
  }

  private RexNode visible(RelBuilder builder, RelDataTypeField field) {
    return masked.contains(field.getName())
        ? builder.getRexBuilder().makeNullLiteral(field.getType())
        : builder.field(field.getName());
  }
}
