package io.mingshu.semantic.plan.algebra;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;

/** Operators that every engine spells in its own way; {@link DuckDbDialect} spells them. */
public final class SemanticOperators {
  private SemanticOperators() {}

  /**
   * The business clock at a UTC instant: (instant, zone, offset in minutes). The offset is null
   * where it changes within the rows that are read.
   */
  public static final SqlFunction LOCAL_TIME =
      function("SEM_LOCAL_TIME", nullableLikeFirst(SqlTypeName.TIMESTAMP));

  /**
   * The start of a calendar unit on the business clock: (time, unit, days from Monday to the first
   * day of a week).
   */
  public static final SqlFunction TIME_FLOOR =
      function("SEM_TIME_FLOOR", nullableLikeFirst(SqlTypeName.TIMESTAMP));

  /** A number that is a part of a time: (time, {@code HOUR} 0–23 or {@code WEEKDAY} 1–7). */
  public static final SqlFunction TIME_PART =
      function("SEM_TIME_PART", nullableLikeFirst(SqlTypeName.BIGINT));

  /**
   * How many calendar units a time on the business clock lies after the unit of an earlier one:
   * (earlier, later, unit, days from Monday to the first day of a week). Where the earlier one is a
   * literal, it must be so for all rows.
   */
  public static final SqlFunction UNITS_BETWEEN =
      function("SEM_UNITS_BETWEEN", nullableLikeFirst(SqlTypeName.BIGINT));

  /** A time in microseconds since 1970: (time). */
  public static final SqlFunction MICROS =
      function("SEM_MICROS", nullableLikeFirst(SqlTypeName.BIGINT));

  /** A number from 0 to 61 as a bit of another: (number). */
  public static final SqlFunction BIT = function("SEM_BIT", nullableLikeFirst(SqlTypeName.BIGINT));

  /** Into which of so many shares a value falls, from 0 on: (value, how many). */
  public static final SqlFunction SHARE =
      function("SEM_SHARE", nullableLikeFirst(SqlTypeName.BIGINT));

  /** One of several hashes of a text, not negative: (text, which). */
  public static final SqlFunction HASH =
      function("SEM_HASH", nullableLikeFirst(SqlTypeName.BIGINT));

  /** An estimate of how many different values there are. */
  public static final SqlAggFunction ESTIMATED_DISTINCT =
      SqlBasicAggFunction.create(
          "SEM_ESTIMATED_DISTINCT", SqlKind.OTHER_FUNCTION, ReturnTypes.BIGINT, OperandTypes.ANY);

  /** A theta sketch of the different values there are, as DataSketches writes it, in base 64. */
  public static final SqlAggFunction SKETCH =
      SqlBasicAggFunction.create(
          "SEM_SKETCH",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.explicit(SqlTypeName.VARCHAR),
          OperandTypes.ANY);

  private static SqlReturnTypeInference nullableLikeFirst(SqlTypeName type) {
    return ReturnTypes.explicit(type)
        .andThen(
            (call, result) ->
                call.getTypeFactory()
                    .createTypeWithNullability(result, call.getOperandType(0).isNullable()));
  }

  private static SqlFunction function(String name, SqlReturnTypeInference type) {
    return new SqlFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        type,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
  }
}
