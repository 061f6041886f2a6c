package io.mingshu.semantic.engine;

/** Takes the rows of a stream one by one. */
@FunctionalInterface
public interface RowReader {
  void read(RowView row);
}
