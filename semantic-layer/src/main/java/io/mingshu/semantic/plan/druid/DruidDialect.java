package io.mingshu.semantic.plan.druid;

import org.apache.calcite.config.NullCollation;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.jspecify.annotations.Nullable;

/** Druid's SQL. */
final class DruidDialect extends AnsiSqlDialect {
  static final DruidDialect INSTANCE = new DruidDialect();

  private DruidDialect() {
    super(DEFAULT_CONTEXT.withIdentifierQuoteString("\"").withNullCollation(NullCollation.LOW));
  }

  /** Plain text in quotes, without a character set before it. */
  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String text) {
    out.append('\'').append(text.replace("'", "''")).append('\'');
  }

  @Override
  public boolean supportsNestedAggregations() {
    return false;
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  @Override
  public void unparseCall(SqlWriter writer, SqlCall call, int left, int right) {
    if (call.getOperator().equals(DruidFunctions.THETA)
        || call.getOperator().equals(DruidFunctions.SKETCH)) {
      SqlWriter.Frame function = writer.startFunCall(call.getOperator().getName());
      call.operand(0).unparse(writer, 0, 0);
      writer.sep(",", true);
      writer.literal(String.valueOf(DruidFunctions.SKETCH_SIZE));
      writer.endFunCall(function);
    } else {
      super.unparseCall(writer, call, left, right);
    }
  }

  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
