package io.mingshu.semantic.plan;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * Something wrong with a semantic query.
 *
 * @param subject the name it is about
 * @param suggestions names that were probably meant, or that do go together
 */
public record QueryProblem(ErrorCode code, String subject, Text text, List<String> suggestions) {
  public QueryProblem {
    suggestions = List.copyOf(suggestions);
  }
}
