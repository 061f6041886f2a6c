package io.mingshu.nlq.chips;

import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * A query taken apart.
 *
 * @param chips its parts, in the order of its reading
 * @param add what could be added
 */
public record Chips(List<Chip> chips, List<Addition> add) {
  public Chips {
    chips = List.copyOf(chips);
    add = List.copyOf(add);
  }

  /** A part that the query does not have, or has not all of. */
  public record Addition(Part part, Text label, List<Alternative> alternatives) {
    public Addition {
      alternatives = List.copyOf(alternatives);
    }
  }
}
