package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A question whose reading the catalog's owner has confirmed.
 *
 * @param wordings the question, in one language or both
 * @param query what it asks for
 * @param by who confirmed it
 * @param note what a reader of the answer should know about the reading
 * @param at where the catalog says so
 */
public record VerifiedQuestion(
    List<String> wordings,
    SemanticQuery query,
    Optional<String> by,
    Optional<Text> note,
    Position at) {
  public VerifiedQuestion {
    wordings = List.copyOf(wordings);
  }
}
