package io.mingshu.nlq;

import io.mingshu.semantic.query.SemanticQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been answered so far, for questions that build on it. Immutable.
 *
 * @param answered oldest first, the last few
 * @param interrupted whether the last question of all was not answered: then it is not sure what a
 *     follow-up builds on
 */
public record Conversation(List<Turn> answered, boolean interrupted) {
  /** So many answers can be undone. */
  public static final int MOST_TURNS = 20;

  /** Of a dimension with more groups none are remembered. */
  public static final int MOST_MEMBERS = 100;

  /** Nothing was said yet. */
  public static final Conversation NEW = new Conversation(List.of(), false);

  public Conversation {
    answered = List.copyOf(answered);
  }

  /**
   * A question that was answered.
   *
   * @param members by dimension of the answer: the groups that it had, as values; absent where they
   *     were too many
   */
  public record Turn(SemanticQuery query, Map<String, List<String>> members) {
    public Turn {
      members = Map.copyOf(members);
    }
  }

  /** The last answer. */
  public Optional<Turn> last() {
    return answered.isEmpty() ? Optional.empty() : Optional.of(answered.get(answered.size() - 1));
  }

  /** The answer before the last one. */
  public Optional<Turn> beforeLast() {
    return answered.size() < 2 ? Optional.empty() : Optional.of(answered.get(answered.size() - 2));
  }

  /**
   * The conversation after an answer.
   *
   * @param origin how its question was understood; of one that undoes the last answer, that is gone
   */
  public Conversation after(Interpretation.Origin origin, Turn turn) {
    int kept =
        origin == Interpretation.Origin.UNDO ? Math.max(0, answered.size() - 2) : answered.size();
    List<Turn> all = new ArrayList<>(answered.subList(0, kept));
    all.add(turn);
    int first = Math.max(0, all.size() - MOST_TURNS);
    return new Conversation(all.subList(first, all.size()), false);
  }

  /** The conversation after a question that was asked back: of a follow-up it goes on. */
  public Conversation after(Interpretation.Clarify clarify) {
    if (clarify.startsOver()) {
      return NEW;
    }
    return clarify.origin() == Interpretation.Origin.FOLLOW_UP ? this : unanswered();
  }

  /** The conversation after a question that was declined. */
  public Conversation unanswered() {
    return new Conversation(answered, true);
  }
}
