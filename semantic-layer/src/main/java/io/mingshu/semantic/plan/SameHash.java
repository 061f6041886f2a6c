package io.mingshu.semantic.plan;

/** Two people have one hash, so that they must be told apart by name. */
final class SameHash extends RuntimeException {
  private static final long serialVersionUID = 1;

  SameHash() {
    super("two people have one hash", null, false, false);
  }
}
