package io.mingshu.nlq.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One reading of a whole question: parts side by side, and the stretches that no part explains.
 *
 * @param parts edges whose meanings are {@link Part}s, from left to right
 * @param unknown edges without a known meaning, joined where they touch
 */
public record Cover(List<Edge> parts, List<Edge> unknown, double cost) {
  public Cover {
    parts = List.copyOf(parts);
    unknown = joined(unknown);
  }

  public boolean isComplete() {
    return unknown.isEmpty();
  }

  private static List<Edge> joined(List<Edge> pieces) {
    List<Edge> joined = new ArrayList<>();
    for (Edge piece : pieces) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).end() == piece.start()) {
        Edge before = joined.get(last);
        joined.set(last, new Edge(before.start(), piece.end(), piece.meaning(), 0));
      } else {
        joined.add(piece);
      }
    }
    return List.copyOf(joined);
  }
}
