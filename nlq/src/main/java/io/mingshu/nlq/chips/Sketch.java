package io.mingshu.nlq.chips;

import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chip before it is known which of its alternatives can be answered.
 *
 * @param candidates what could stand in its place, the likeliest first; looked at once at most
 */
record Sketch(
    String id,
    Part part,
    Text label,
    Stream<Alternative> candidates,
    Optional<SemanticQuery> without) {

  static Sketch of(String id, Part part, Text label, Stream<Alternative> candidates) {
    return new Sketch(id, part, label, candidates, Optional.empty());
  }

  static Sketch of(
      String id, Part part, Text label, Stream<Alternative> candidates, SemanticQuery without) {
    return new Sketch(id, part, label, candidates, Optional.of(without));
  }

  /** What could be added to a query. */
  record Adding(Part part, Text label, Stream<Alternative> candidates) {}

  /** All sketches of a query. */
  record Whole(List<Sketch> chips, List<Adding> add) {}
}
