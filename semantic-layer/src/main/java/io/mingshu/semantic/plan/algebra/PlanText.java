package io.mingshu.semantic.plan.algebra;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;

/** A plan for those who want to read it: an operator a line, its inputs indented below it. */
public final class PlanText {
  /** Beyond that nobody reads on. */
  private static final int MOST_CHARACTERS = 40_000;

  private PlanText() {}

  public static String of(RelNode plan) {
    String text = RelOptUtil.toString(plan).stripTrailing();
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "\n…" : text;
  }
}
