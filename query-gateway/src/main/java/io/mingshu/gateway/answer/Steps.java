package io.mingshu.gateway.answer;

import io.mingshu.semantic.plan.Progress;

/** Is told how far the answer to a question has come, by the thread that works on it. */
public interface Steps extends Progress {
  /** Nobody listens. */
  Steps UNTOLD = new Steps() {};

  /**
   * The question will be answered.
   *
   * @param reading what it asks for, in the language of the answer
   */
  default void understood(String reading) {}
}
