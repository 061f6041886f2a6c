package io.mingshu.nlq;

/** Turns questions into interpretations. Thread-safe, without side effects, no network. */
public interface Interpreter {

  /** Never throws for what a person typed: everything that is wrong with it is in the result. */
  Interpretation interpret(Question question);
}
