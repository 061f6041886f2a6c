package io.mingshu.semantic.plan;

import io.mingshu.semantic.time.DayRange;
import java.util.Map;
import java.util.Optional;

/**
 * Which business days have data.
 *
 * @param byFact the range of each fact's default time column; facts without rows are absent
 */
public record DataRange(Map<String, DayRange> byFact) {
  public DataRange {
    byFact = Map.copyOf(byFact);
  }

  public Optional<DayRange> of(String fact) {
    return Optional.ofNullable(byFact.get(fact));
  }
}
