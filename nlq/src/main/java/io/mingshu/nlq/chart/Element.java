package io.mingshu.nlq.chart;

/** One place of a rule's pattern. */
public interface Element {

  boolean accepts(Meaning meaning);

  /** The type of all meanings that it accepts. */
  Class<? extends Meaning> type();

  /** Whether the pattern also holds without it. */
  default boolean isOptional() {
    return false;
  }

  /** The same place, which may stay empty. */
  static Element optional(Element element) {
    return new Optional(element);
  }

  /** A place that may stay empty. */
  record Optional(Element element) implements Element {
    @Override
    public boolean accepts(Meaning meaning) {
      return element.accepts(meaning);
    }

    @Override
    public Class<? extends Meaning> type() {
      return element.type();
    }

    @Override
    public boolean isOptional() {
      return true;
    }
  }
}
