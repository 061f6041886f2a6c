package io.mingshu.nlq;

import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked, and when.
 *
 * @param text the words, as typed
 * @param asOf the moment of asking
 * @param language the language to answer in; absent: that of the question
 * @param conversation what was answered before, for follow-ups
 */
public record Question(
    String text, Instant asOf, Optional<Language> language, Conversation conversation) {

  public static Question of(String text, Instant asOf) {
    return new Question(text, asOf, Optional.empty(), Conversation.NEW);
  }
}
