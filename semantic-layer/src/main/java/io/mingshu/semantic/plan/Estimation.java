package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.text.Text;
import java.util.Set;

/**
 * Which distinct counts may be estimated.
 *
 * @param facts over whose rows
 */
record Estimation(Set<String> facts) {
  static final Estimation NONE = new Estimation(Set.of());

  Estimation {
    facts = Set.copyOf(facts);
  }

  /**
   * A theta sketch of 16,384 values is exact up to as many, and beyond that 95% of its estimates
   * are within twice 1/√16,384 of the truth.
   */
  static Note note() {
    return new Note(
        Note.Code.ESTIMATED,
        new Text(
            "去重人数（次数）是估算值：95% 的把握误差不超过 ±1.6%",
            "Distinct counts are estimates: within ±1.6% of the exact figure, with 95% confidence"));
  }
}
