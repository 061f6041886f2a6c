package io.mingshu.semantic.engine;

import org.jspecify.annotations.Nullable;

/** A row of a stream, valid until the next one. Columns are counted from 0. */
public interface RowView {

  /** A whole number or a truth (1 or 0); 0 where there is none. */
  long number(int column);

  boolean isNull(int column);

  /** Whatever it is, as text; null where there is none. */
  @Nullable String text(int column);
}
