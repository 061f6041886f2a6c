package io.mingshu.nlq.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said about what became of a question.
 *
 * @param at when it was said
 * @param traceId the asking that it is about
 * @param question the question, as typed
 * @param asOf the moment of asking
 */
public record Feedback(Instant at, String traceId, String question, Instant asOf, Said said) {

  /** What was said. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Right.class, name = "right"),
    @JsonSubTypes.Type(value = Wrong.class, name = "wrong"),
    @JsonSubTypes.Type(value = Chose.class, name = "chose"),
    @JsonSubTypes.Type(value = NamedPeople.class, name = "named_people"),
    @JsonSubTypes.Type(value = Asks.class, name = "asks")
  })
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public sealed interface Said {}

  /**
   * The answer is what was asked for.
   *
   * @param query what it answered
   */
  public record Right(SemanticQuery query) implements Said {}

  /**
   * It is not.
   *
   * @param meant what was meant, in the asker's words
   * @param query what it answered; absent where the question was not answered
   */
  public record Wrong(Optional<String> meant, Optional<SemanticQuery> query) implements Said {}

  /**
   * Asked back, the asker chose a reading.
   *
   * @param question the question that asks for just that reading
   */
  public record Chose(String question) implements Said {}

  /**
   * The people of an answer should be a segment.
   *
   * @param name what queries would call it
   * @param query whose people they are
   */
  public record NamedPeople(String name, Text label, SemanticQuery query) implements Said {}

  /**
   * The question should be read so, however it is read now.
   *
   * @param query what it asks for
   */
  public record Asks(SemanticQuery query, Language language) implements Said {}
}
