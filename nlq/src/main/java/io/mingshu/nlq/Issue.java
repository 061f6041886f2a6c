package io.mingshu.nlq;

import io.mingshu.semantic.text.Text;
import java.util.List;

/**
 * Why a question was not answered; a value, so that all can be told at once.
 *
 * @param words the words it is about, as typed; empty where it is about the whole
 * @param text for the person who asked; names the words and says what to do
 * @param suggestions nearest things that exist, as words that can be asked with
 */
public record Issue(Code code, String words, Text text, List<String> suggestions) {
  public Issue {
    suggestions = List.copyOf(suggestions);
  }

  /** Stable names of issues. */
  public enum Code {
    EMPTY,
    TOO_LONG,
    UNKNOWN_WORD,
    AMBIGUOUS_WORD,
    AMBIGUOUS_READING,
    MISSING_METRIC,
    MISSING_PERIOD,
    NO_CONTEXT,
    STARTED_OVER,
    UNAVAILABLE,
    INCOMPATIBLE_DIMENSION,
    PERIOD_IN_FUTURE,
    PERIOD_OUTSIDE_DATA,
    PERSONAL_DATA,
    NOT_A_QUESTION,
    COMMAND,
    NOT_SUPPORTED_YET
  }
}
