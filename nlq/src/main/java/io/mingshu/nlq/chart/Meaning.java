package io.mingshu.nlq.chart;

/** What a stretch of a question stands for. Meanings are values: equal ones are interchangeable. */
public interface Meaning {

  /** What rules first know it by: its type, or which of its type's few words it is. */
  default Object kind() {
    return getClass();
  }
}
