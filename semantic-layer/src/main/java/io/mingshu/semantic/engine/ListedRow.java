package io.mingshu.semantic.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that is in memory already. */
public record ListedRow(List<@Nullable Object> values) implements RowView {

  @Override
  public long number(int column) {
    Object value = values.get(column);
    if (value instanceof Number number) {
      return number.longValue();
    }
    return Boolean.TRUE.equals(value) ? 1 : 0;
  }

  @Override
  public boolean isNull(int column) {
    return values.get(column) == null;
  }

  @Override
  public @Nullable String text(int column) {
    Object value = values.get(column);
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
