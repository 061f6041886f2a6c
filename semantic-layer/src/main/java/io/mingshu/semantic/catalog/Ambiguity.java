package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * Words that mean several things here: the question is asked back.
 *
 * @param question what to ask
 * @param metrics the metrics that may be meant; may be empty where none is
 */
public record Ambiguity(Terms terms, Text question, List<String> metrics) {
  public Ambiguity {
    metrics = List.copyOf(metrics);
  }
}
