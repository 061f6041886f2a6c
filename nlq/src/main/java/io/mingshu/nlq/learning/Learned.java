package io.mingshu.nlq.learning;

import java.util.List;
import java.util.Optional;

/**
 * What feedback comes to.
 *
 * @param proposals what may be accepted, the most said first
 * @param conflicts what was said in two ways
 * @param remarks what only the owner can make something of
 */
public record Learned(List<Proposal> proposals, List<Conflict> conflicts, List<Remark> remarks) {
  public Learned {
    proposals = List.copyOf(proposals);
    conflicts = List.copyOf(conflicts);
    remarks = List.copyOf(remarks);
  }

  /**
   * A word or question that different people took for different things. Rejecting all but one makes
   * that one a proposal.
   *
   * @param subject the word or the question
   */
  public record Conflict(String subject, List<Proposal> readings) {
    public Conflict {
      readings = List.copyOf(readings);
    }
  }

  /**
   * Something that was said and proposes nothing by itself.
   *
   * @param about the question, or the word where it is about one
   * @param meant what was meant or chosen
   * @param said how often
   */
  public record Remark(Kind kind, String about, Optional<String> meant, int said) {}

  /** Kinds of remarks. */
  public enum Kind {
    /** An answer was not what was asked for, and nothing can be added by itself. */
    OPEN,
    /** A word that the catalog asks back was chosen to mean something. */
    AMBIGUITY,
    /** The reading has dates that the question does not name: another day it would be another. */
    DATES,
    /** A word that is too short to stand for something wherever it occurs. */
    SHORT_WORD
  }
}
