package io.mingshu.semantic.behaviour;

import org.jspecify.annotations.Nullable;

/** Finds a person's best chain among those that are looked at. */
interface Chains {
  /**
   * The best one; null where there is none.
   *
   * @param openings which events may begin a chain
   */
  @Nullable Chain best(Touches touches, Openings openings, Choice choice);
}
