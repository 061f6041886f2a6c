package io.mingshu.semantic.plan.druid;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * An expression over Druid's columns, and in which form it holds what a plan's expression means.
 */
record Value(Held held, RexNode rex) {

  static Value plain(RexNode rex) {
    return new Value(Held.PLAIN, rex);
  }

  boolean isNull() {
    return RexLiteral.isNullLiteral(rex);
  }

  RelDataType type() {
    return rex.getType();
  }

  boolean isScaled() {
    return held instanceof Held.Scaled;
  }

  int scale() {
    return held instanceof Held.Scaled scaled ? scaled.scale() : 0;
  }

  boolean isTime() {
    return !(held instanceof Held.Plain) && !isScaled();
  }

  boolean isInexact() {
    SqlTypeName name = type().getSqlTypeName();
    return held instanceof Held.Plain
        && (name == SqlTypeName.DOUBLE || name == SqlTypeName.FLOAT || name == SqlTypeName.REAL);
  }
}
