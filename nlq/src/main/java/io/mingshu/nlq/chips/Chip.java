package io.mingshu.nlq.chips;

import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A part of a reading.
 *
 * @param id tells it from the query's other chips
 * @param alternatives what could stand in its place
 * @param without the query without it, where that is a query
 */
public record Chip(
    String id,
    Part part,
    Text label,
    List<Alternative> alternatives,
    Optional<SemanticQuery> without) {
  public Chip {
    alternatives = List.copyOf(alternatives);
  }
}
