package io.mingshu.semantic.plan;

/**
 * Is told how far an answer has come, by the thread that works on it. A step may be told more than
 * once, where something has to be done over.
 */
public interface Progress {
  /** Nobody listens. */
  Progress UNHEARD = new Progress() {};

  /** The statements are known. */
  default void planned() {}

  /** The engine has them. */
  default void running() {}

  /** The engine is done. */
  default void rows(int count) {}
}
