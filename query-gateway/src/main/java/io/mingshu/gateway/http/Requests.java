package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers may say about a question: its moment and its language. */
final class Requests {
  private static final int LONGEST_WORDS = 200;

  private final AskingClock clock;

  Requests(AskingClock clock) {
    this.clock = clock;
  }

  /** The body of {@code POST /api/v1/ask}. */
  record AskBody(
      @Nullable String question,
      @Nullable String conversationId,
      @Nullable String asOf,
      @Nullable String lang,
      @Nullable Boolean approximate) {}

  /** The words that are shown for a query; none where there are none. */
  String words(@Nullable String question) {
    String words = question == null ? "" : question.strip();
    if (words.length() > LONGEST_WORDS) {
      throw invalid(
          "question 至多 " + LONGEST_WORDS + " 个字",
          "question has at most " + LONGEST_WORDS + " characters");
    }
    return words;
  }

  Instant moment(@Nullable String asOf) {
    if (asOf == null) {
      return clock.now();
    }
    try {
      return OffsetDateTime.parse(asOf).toInstant();
    } catch (DateTimeParseException e) {
      throw invalid(
          "asOf 须是带时区偏移的时刻，例如 2026-07-01T10:00:00+08:00",
          "asOf must be a moment with an offset, such as 2026-07-01T10:00:00+08:00");
    }
  }

  Optional<Language> language(Context ctx, @Nullable String lang) {
    if (lang == null) {
      return Optional.empty();
    }
    Optional<Language> language = Exchange.byTag(lang);
    if (language.isEmpty()) {
      throw invalid("lang 须是 zh 或 en", "lang must be zh or en");
    }
    Exchange.speak(ctx, language);
    return language;
  }

  static MingshuException invalid(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_REQUEST, new Text(zh, en));
  }
}
