package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * Words that people ask for and the data cannot answer.
 *
 * @param reason why, for the person who asked
 * @param nearest metrics that come nearest
 */
public record Unavailable(Terms terms, Text reason, List<String> nearest) {
  public Unavailable {
    nearest = List.copyOf(nearest);
  }
}
