package io.mingshu.nlq.chart;

import java.util.Set;

/** One place of a rule's pattern. */
public interface Element {

  boolean accepts(Meaning meaning);

  /** The type of all meanings that it accepts. */
  Class<? extends Meaning> type();

  /** The kinds of all meanings that it accepts; none: those of any kind, of its type. */
  default Set<?> kinds() {
    return Set.of();
  }

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
    public Set<?> kinds() {
      return element.kinds();
    }

    @Override
    public boolean isOptional() {
      return true;
    }
  }
}
