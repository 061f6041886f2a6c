package io.mingshu.gateway.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.query.QueryJson;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follow-ups build on, as text for the store. */
public final class Dialogue {
  private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);
  private static final ObjectMapper JSON = QueryJson.mapper();
  private static final int LONGEST = 256 * 1024;

  private Dialogue() {}

  /** Of a dialogue that is too long the older half goes, as often as it takes. */
  public static String write(Conversation conversation) {
    try {
      String written = JSON.writeValueAsString(conversation);
      List<Conversation.Turn> answered = conversation.answered();
      return written.length() <= LONGEST || answered.isEmpty()
          ? written
          : write(
              new Conversation(
                  answered.subList((answered.size() + 1) / 2, answered.size()),
                  conversation.interrupted()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was written, maybe by another version: what cannot be read is as if nothing was said. */
  public static Conversation read(String written) {
    try {
      return JSON.readValue(written, Conversation.class);
    } catch (JsonProcessingException e) {
      LOG.warn("a dialogue of another version begins anew: {}", e.getClass().getSimpleName());
      return Conversation.NEW;
    }
  }
}
