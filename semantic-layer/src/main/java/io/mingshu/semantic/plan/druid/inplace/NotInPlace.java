package io.mingshu.semantic.plan.druid.inplace;

/** A plan has a part that is left to the database. */
final class NotInPlace extends Exception {
  private static final long serialVersionUID = 1L;
}
