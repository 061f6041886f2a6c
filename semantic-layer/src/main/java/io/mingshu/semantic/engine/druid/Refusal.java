package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.error.MingshuException;

/** A broker did not answer; what that says about it, and what it means to the one who asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  enum Kind {
    /** It has too much to do: worth another try. */
    BUSY(true, false),
    /** It took no question: worth another try, elsewhere first. */
    DOWN(true, true),
    /** It took the question and failed over it: a second time could harm. */
    BROKEN(false, true);

    private final boolean again;
    private final boolean failing;

    Kind(boolean again, boolean failing) {
      this.again = again;
      this.failing = failing;
    }

    boolean again() {
      return again;
    }

    boolean failing() {
      return failing;
    }
  }

  private final Kind kind;
  private final MingshuException meaning;

  Refusal(Kind kind, MingshuException meaning) {
    super(meaning);
    this.kind = kind;
    this.meaning = meaning;
  }

  Kind kind() {
    return kind;
  }

  MingshuException meaning() {
    return meaning;
  }
}
