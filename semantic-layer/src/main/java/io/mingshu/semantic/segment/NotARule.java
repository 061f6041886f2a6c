package io.mingshu.semantic.segment;

import io.mingshu.semantic.text.Text;

/** A part of a query that no rule of a segment can say. */
final class NotARule extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  NotARule(Text why) {
    super(why.en(), null, false, false);
    this.why = why;
  }

  NotARule(String zh, String en) {
    this(new Text(zh, en));
  }

  Text why() {
    return why;
  }
}
