package io.mingshu.nlq.chart;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What filled the places of a rule's pattern. */
public final class Match {
  private final List<Element> pattern;
  private final @Nullable Edge[] edges;

  Match(List<Element> pattern, @Nullable Edge[] edges) {
    this.pattern = pattern;
    this.edges = edges;
  }

  /** The meaning in a place that is not optional. */
  public <T extends Meaning> T get(Slot<T> slot) {
    return find(slot).orElseThrow();
  }

  /** The meaning in a place, if it was filled. */
  public <T extends Meaning> Optional<T> find(Slot<T> slot) {
    for (int i = 0; i < edges.length; i++) {
      Element element = pattern.get(i);
      boolean same =
          element == slot
              || (element instanceof Element.Optional optional && optional.element() == slot);
      Edge edge = edges[i];
      if (same && edge != null) {
        return Optional.of(slot.cast(edge.meaning()));
      }
    }
    return Optional.empty();
  }

  /** Whether a place was filled. */
  public boolean has(Slot<?> slot) {
    return find(slot).isPresent();
  }
}
