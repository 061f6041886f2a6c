package io.mingshu.semantic.plan.druid;

/** Druid's SQL has no exact way to say this. */
final class Unplannable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unplannable(String what) {
    super(what);
  }
}
