package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A funnel that has a name.
 *
 * @param terms further words that people use for it
 * @param window how long people have from the first step; absent: 7 days
 */
public record Funnel(
    String name, Text label, Terms terms, List<Step> steps, Optional<FunnelQuery.Window> window) {
  public Funnel {
    steps = List.copyOf(steps);
  }

  /** A step and which events are it. */
  public record Step(Text label, Filter event) {}
}
