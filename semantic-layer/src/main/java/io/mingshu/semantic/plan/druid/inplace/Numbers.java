package io.mingshu.semantic.plan.druid.inplace;

import java.math.BigDecimal;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** Arithmetic as a database does it: exact until something is a double. */
enum Numbers {
  WHOLE {
    @Override
    Number of(Number value) {
      return value instanceof BigDecimal decimal ? decimal.longValueExact() : value.longValue();
    }

    @Override
    Number computed(SqlKind operation, Number left, Number right) {
      return operation == SqlKind.PLUS
          ? Math.addExact(left.longValue(), right.longValue())
          : Math.subtractExact(left.longValue(), right.longValue());
    }
  },
  DECIMAL {
    @Override
    Number of(Number value) {
      return decimal(value);
    }

    @Override
    Number computed(SqlKind operation, Number left, Number right) {
      return operation == SqlKind.PLUS
          ? decimal(left).add(decimal(right))
          : decimal(left).subtract(decimal(right));
    }
  },
  DOUBLE {
    @Override
    Number of(Number value) {
      return value.doubleValue();
    }

    @Override
    Number computed(SqlKind operation, Number left, Number right) {
      double a = left.doubleValue();
      double b = right.doubleValue();
      return switch (operation) {
        case PLUS -> a + b;
        case MINUS -> a - b;
        case TIMES -> a * b;
        default -> a / b;
      };
    }
  };

  /** A number as one of this kind. */
  abstract Number of(Number value);

  /** What an operation gives; products and quotients are of doubles only. */
  abstract Number computed(SqlKind operation, Number left, Number right);

  static Numbers of(RelDataType type) throws NotInPlace {
    return switch (type.getSqlTypeName()) {
      case INTEGER, BIGINT -> WHOLE;
      case DECIMAL -> DECIMAL;
      case DOUBLE -> DOUBLE;
      default -> throw new NotInPlace();
    };
  }

  @Nullable Object ofNullable(@Nullable Object value) {
    return value instanceof Number number ? of(number) : value;
  }

  static BigDecimal decimal(Number value) {
    return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(value.longValue());
  }
}
