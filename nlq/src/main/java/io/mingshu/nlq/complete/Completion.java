package io.mingshu.nlq.complete;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A way to finish the word at the caret.
 *
 * @param label what is offered, in the asker's language
 * @param description what it means or belongs to; may be empty
 * @param from where the stretch that it replaces begins in the text as typed
 * @param to where that stretch ends
 * @param insert what comes in its place
 */
public record Completion(
    String label, Kind kind, String description, int from, int to, String insert) {

  /** What is offered. */
  public enum Kind {
    @JsonProperty("metric")
    METRIC,
    @JsonProperty("dimension")
    DIMENSION,
    @JsonProperty("value")
    VALUE,
    /** Days that are said relative to today, and time units to group by. */
    @JsonProperty("period")
    PERIOD,
    /** Days of the catalog's calendar. */
    @JsonProperty("campaign")
    CAMPAIGN,
    /** One of the catalog's examples, whole. */
    @JsonProperty("question")
    QUESTION
  }

  /** The text with the completion in it. */
  public String appliedTo(String text) {
    return text.substring(0, from) + insert + text.substring(to);
  }
}
