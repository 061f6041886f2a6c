package io.mingshu.semantic.plan.algebra;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Types of UTF-8 text and of decimals as wide as the engines have them. */
final class SemanticTypes extends JavaTypeFactoryImpl {
  private static final int WIDEST_DECIMAL = 38;

  private static final RelDataTypeSystem SYSTEM =
      new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName type) {
          return type == SqlTypeName.DECIMAL ? WIDEST_DECIMAL : super.getMaxPrecision(type);
        }

        @Override
        public int getMaxScale(SqlTypeName type) {
          return type == SqlTypeName.DECIMAL ? WIDEST_DECIMAL : super.getMaxScale(type);
        }
      };

  SemanticTypes() {
    super(SYSTEM);
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }
}
