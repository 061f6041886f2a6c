package io.mingshu.semantic.plan.druid.inplace;

/** More rows than are to be held here. */
final class TooManyRows extends Exception {
  private static final long serialVersionUID = 1L;
}
