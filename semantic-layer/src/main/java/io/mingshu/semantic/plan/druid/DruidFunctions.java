package io.mingshu.semantic.plan.druid;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;

/** Functions that only Druid's SQL has. */
final class DruidFunctions {
  private DruidFunctions() {}

  /** (instant, ISO period, origin or null, zone). */
  static final SqlFunction TIME_FLOOR = function("TIME_FLOOR", SqlTypeName.TIMESTAMP);

  /** (instant, unit, zone). */
  static final SqlFunction TIME_EXTRACT = function("TIME_EXTRACT", SqlTypeName.BIGINT);

  /** (instant, Joda pattern, zone). */
  static final SqlFunction TIME_FORMAT = function("TIME_FORMAT", SqlTypeName.VARCHAR);

  /** (text, Joda pattern, zone). */
  static final SqlFunction TIME_PARSE = function("TIME_PARSE", SqlTypeName.TIMESTAMP);

  static final SqlFunction MILLIS_TO_TIMESTAMP =
      function("MILLIS_TO_TIMESTAMP", SqlTypeName.TIMESTAMP);

  static final SqlFunction TIMESTAMP_TO_MILLIS =
      function("TIMESTAMP_TO_MILLIS", SqlTypeName.BIGINT);

  /** Whether a value is in an array, which is passed as one parameter. */
  static final SqlFunction SCALAR_IN_ARRAY = function("SCALAR_IN_ARRAY", SqlTypeName.BOOLEAN);

  /** Of a column or of its sketches; {@link DruidDialect} writes the sketch's size behind it. */
  static final SqlAggFunction THETA =
      SqlBasicAggFunction.create(
          "APPROX_COUNT_DISTINCT_DS_THETA",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.BIGINT,
          OperandTypes.ANY);

  /** The sketch itself. */
  static final SqlAggFunction SKETCH =
      SqlBasicAggFunction.create(
          "DS_THETA",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.explicit(SqlTypeName.VARCHAR),
          OperandTypes.ANY);

  /** How many values a sketch is exact for, at least. */
  static final int SKETCH_SIZE = 16_384;

  private static SqlFunction function(String name, SqlTypeName type) {
    SqlReturnTypeInference nullable =
        ReturnTypes.explicit(type)
            .andThen(
                (call, result) -> call.getTypeFactory().createTypeWithNullability(result, true));
    return new SqlFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        nullable,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
  }
}
