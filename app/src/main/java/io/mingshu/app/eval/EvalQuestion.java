package io.mingshu.app.eval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * One line of a question set.
 *
 * @param turns earlier questions of the same conversation, oldest first
 * @param sql gold SQL where an answer is expected
 * @param ordered whether the order of rows counts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvalQuestion(
    @JsonProperty(required = true) String id,
    String lang,
    List<String> turns,
    @JsonProperty(required = true) String question,
    @JsonProperty(required = true) Expect expect,
    String kind,
    Optional<String> sql,
    boolean ordered) {

  public EvalQuestion {
    turns = turns == null ? List.of() : List.copyOf(turns);
    sql = sql == null ? Optional.empty() : sql;
    kind = kind == null ? "" : kind;
    lang = lang == null ? "" : lang;
    if (id == null || question == null || expect == null) {
      throw new IllegalArgumentException("id, question and expect are needed");
    }
    if (expect == Expect.ANSWER && sql.isEmpty()) {
      throw new IllegalArgumentException("sql is needed where an answer is expected");
    }
  }

  /** What a good system does. */
  public enum Expect {
    @JsonProperty("answer")
    ANSWER,
    @JsonProperty("clarify")
    CLARIFY,
    @JsonProperty("decline")
    DECLINE
  }
}
