package io.mingshu.gateway.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.semantic.query.QueryJson;
import java.util.List;

/** The questions that the options of a clarification ask, as text for the store. */
public final class Choices {
  private static final ObjectMapper JSON = QueryJson.mapper();

  private Choices() {}

  public static String write(List<Answer.Choice> options) {
    try {
      return JSON.writeValueAsString(options.stream().map(Answer.Choice::question).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static List<String> read(String written) {
    try {
      return List.of(JSON.readValue(written, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
