package io.mingshu.semantic.plan.algebra;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlString;

/**
 * A plan in an engine's SQL.
 *
 * @param parameters for each {@code ?} in order, which dynamic parameter of the plan stands there
 */
public record SqlText(String sql, List<Integer> parameters) {
  public SqlText {
    parameters = List.copyOf(parameters);
  }

  public static SqlText of(RelNode plan, SqlDialect dialect) {
    SqlNode statement = new RelToSqlConverter(dialect).visitRoot(plan).asStatement();
    SqlString text =
        statement.toSqlString(
            c ->
                c.withDialect(dialect)
                    .withQuoteAllIdentifiers(true)
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(false)
                    .withUpdateSetListNewline(false)
                    .withIndentation(2));
    return new SqlText(
        text.getSql(), Objects.requireNonNullElse(text.getDynamicParameters(), List.of()));
  }
}
