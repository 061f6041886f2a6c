package io.mingshu.semantic.segment;

import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.text.Text;

/** What became of a query that was to be the rule of a segment. */
public sealed interface RuleOutcome {

  /** Exactly those whom the query counts. */
  record Found(SegmentRule rule) implements RuleOutcome {}

  /**
   * No rule says who they are.
   *
   * @param why for the person who asked; says what to do
   */
  record Impossible(Text why) implements RuleOutcome {}
}
