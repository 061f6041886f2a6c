package io.mingshu.gateway.feedback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.semantic.query.SemanticQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of the last questions, for those who have something to say about it. Thread-safe. */
public final class RecentAnswers {
  private static final Duration KEPT = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final Cache<String, Recent> byTrace =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /**
   * What became of a question.
   *
   * @param query what was answered
   * @param choices the questions that its options ask, where it was asked back
   */
  public record Recent(
      String question, Instant asOf, Optional<SemanticQuery> query, List<String> choices) {
    public Recent {
      choices = List.copyOf(choices);
    }
  }

  public void remember(Answer answer, Instant asOf) {
    byTrace.put(
        answer.traceId(),
        new Recent(
            answer.question(),
            asOf,
            answer.query(),
            answer
                .clarification()
                .map(asked -> asked.options().stream().map(Answer.Choice::question).toList())
                .orElse(List.of())));
  }

  public Optional<Recent> of(String traceId) {
    return Optional.ofNullable(byTrace.getIfPresent(traceId));
  }
}
