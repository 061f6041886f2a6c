package io.mingshu.gateway.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.gateway.answer.Json;
import io.mingshu.gateway.answer.Moments;
import io.mingshu.state.KeptThread;
import io.mingshu.state.ThreadSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A thread, as the API writes it. */
public record ThreadShown(String id, String title, Instant updatedAt, List<TurnShown> turns) {
  public ThreadShown {
    turns = List.copyOf(turns);
  }

  /** Threads in a list. */
  public record Summaries(List<ThreadSummary> threads) {
    public Summaries {
      threads = List.copyOf(threads);
    }
  }

  /** A question and what became of it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record TurnShown(
      int number,
      String question,
      Instant askedAt,
      String asOf,
      Optional<String> lang,
      String status,
      String text,
      Optional<JsonNode> query,
      Optional<String> reading) {}

  /**
   * A thread as it was kept.
   *
   * @param lost a question that was asked before and is not answered will not be
   */
  public static ThreadShown of(KeptThread thread, ZoneId zone, Instant lost) {
    return new ThreadShown(
        thread.id(),
        thread.title(),
        thread.updatedAt(),
        thread.turns().stream().map(turn -> turn(turn, zone, lost)).toList());
  }

  private static TurnShown turn(KeptThread.Turn turn, ZoneId zone, Instant lost) {
    boolean given = turn.status().equals(TurnStatus.ASKING.word()) && turn.askedAt().isBefore(lost);
    return new TurnShown(
        turn.number(),
        turn.question(),
        turn.askedAt(),
        Moments.written(turn.asOf(), zone),
        Optional.of(turn.language()).filter(tag -> !tag.isEmpty()),
        given ? TurnStatus.INTERRUPTED.word() : turn.status(),
        turn.words(),
        turn.query().map(ThreadShown::json),
        turn.reading());
  }

  private static JsonNode json(String written) {
    try {
      return Json.mapper().readTree(written);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
