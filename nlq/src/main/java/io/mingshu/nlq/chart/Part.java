package io.mingshu.nlq.chart;

/** A meaning that may stand by itself in a question, in any order with others. */
public interface Part extends Meaning {

  /** What the words were taken for; one of the roles of an interpretation's spans. */
  String role();

  /** Whether it may really stand by itself; else only rules see it. */
  default boolean standsAlone() {
    return true;
  }

  /** Whether readings that differ in it alone are the same. */
  default boolean saysNothing() {
    return false;
  }

  /** The catalog's name for it, or empty. */
  default String refersTo() {
    return "";
  }
}
