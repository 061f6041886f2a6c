package io.mingshu.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A thread with what was asked in it, in that order. */
public record KeptThread(String id, String title, Instant updatedAt, List<Turn> turns) {
  public KeptThread {
    turns = List.copyOf(turns);
  }

  /**
   * A question and what became of it.
   *
   * @param askedAt by the gateway's clock
   * @param asOf the moment of asking that periods are relative to
   * @param language a tag; empty where it was not known when the question came in
   * @param status as whoever keeps it calls it
   * @param words the answer's sentence, or why there is none
   * @param query the answered query
   * @param reading how the question was read
   */
  public record Turn(
      int number,
      String question,
      Instant askedAt,
      Instant asOf,
      String language,
      String status,
      String words,
      Optional<String> query,
      Optional<String> reading) {}

  /** A question as it comes in. */
  public record Question(
      String text, String title, Instant askedAt, Instant asOf, String language, String status) {}

  /**
   * A question that has been written down.
   *
   * @param dialogue what the thread has come to before it
   */
  public record Begun(int number, Optional<String> dialogue) {}

  /**
   * What became of a question.
   *
   * @param trace by what people refer to it; absent: nobody can
   * @param choices what was asked back
   * @param dialogue what the thread has come to; absent: what it was
   */
  public record Outcome(
      String language,
      String status,
      String words,
      Optional<String> query,
      Optional<String> reading,
      Optional<String> trace,
      Optional<String> choices,
      Optional<String> dialogue) {}

  /**
   * What somebody refers to.
   *
   * @param query the answered query
   * @param choices what was asked back
   */
  public record Asking(
      String question, Instant asOf, Optional<String> query, Optional<String> choices) {}
}
