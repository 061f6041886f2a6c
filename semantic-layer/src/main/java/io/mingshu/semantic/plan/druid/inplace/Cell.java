package io.mingshu.semantic.plan.druid.inplace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a row: Long, BigDecimal, Double, String, Boolean, a time, or null. */
@FunctionalInterface
interface Cell {
  @Nullable Object of(List<@Nullable Object> row);
}
