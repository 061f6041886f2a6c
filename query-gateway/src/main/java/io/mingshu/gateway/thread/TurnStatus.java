package io.mingshu.gateway.thread;

import io.mingshu.gateway.answer.Answer;
import java.util.Locale;

/**
 * What became of a question of a thread; the store and the API know it by its name in lower case.
 */
public enum TurnStatus {
  ASKING,
  ANSWERED,
  CLARIFY,
  DECLINED,
  ERROR,
  /** It was stopped, or its gateway ended before the answer came. */
  INTERRUPTED;

  static TurnStatus of(Answer.Status status) {
    return switch (status) {
      case ANSWERED -> ANSWERED;
      case CLARIFY -> CLARIFY;
      case DECLINED -> DECLINED;
      case ERROR -> ERROR;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
