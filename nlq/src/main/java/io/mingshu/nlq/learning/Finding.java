package io.mingshu.nlq.learning;

import io.mingshu.nlq.learning.Learned.Kind;
import java.util.Optional;

/** What one person's word comes to. */
sealed interface Finding {

  /**
   * Something to propose.
   *
   * @param subject what it is about, folded: two contents about one subject contradict each other
   * @param question the question that it comes from
   */
  record Candidate(String subject, Proposal.Content content, String question) implements Finding {}

  /** Something to remark. */
  record Note(Kind kind, String about, Optional<String> meant) implements Finding {}
}
