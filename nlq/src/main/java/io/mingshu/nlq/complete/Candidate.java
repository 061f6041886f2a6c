package io.mingshu.nlq.complete;

import java.util.Comparator;

/**
 * A completion with what it is ranked by.
 *
 * @param closeness how near it is to what was typed
 * @param want how much the question still wants its kind; 0 is most
 * @param length how much there is to read
 * @param order the place in the catalog
 */
record Candidate(Completion completion, Closeness closeness, int want, int length, int order) {

  /** Of two names of one thing; its label comes before other words for it. */
  Candidate orBetter(Candidate other) {
    int closer = closeness.compareTo(other.closeness);
    return closer < 0 || (closer == 0 && order <= other.order) ? this : other;
  }

  /**
   * From the nearest to the furthest. Indirect is what was found by its sound, or by its name in
   * the other language.
   */
  enum Closeness {
    EXACT,
    PREFIX,
    INNER,
    INDIRECT_EXACT,
    INDIRECT_PREFIX,
    INDIRECT_INNER,
    /** The name in the other language itself. */
    OTHER_LANGUAGE;

    Closeness indirect() {
      return switch (this) {
        case EXACT -> INDIRECT_EXACT;
        case PREFIX -> INDIRECT_PREFIX;
        case INNER -> INDIRECT_INNER;
        case INDIRECT_EXACT, INDIRECT_PREFIX, INDIRECT_INNER, OTHER_LANGUAGE -> this;
      };
    }

    boolean isDirect() {
      return compareTo(INNER) <= 0;
    }
  }

  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::closeness)
          .thenComparing(Candidate::want)
          .thenComparing(Candidate::length)
          .thenComparing(Candidate::order);
}
