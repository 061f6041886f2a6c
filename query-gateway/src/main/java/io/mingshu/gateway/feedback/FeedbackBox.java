package io.mingshu.gateway.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.state.FeedbackLog;
import io.mingshu.state.KeptFeedback;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people put what they think of a catalog's answers, for its owner: one box for all gateways
 * of a store. Thread-safe.
 */
public final class FeedbackBox {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackBox.class);
  private static final ObjectMapper JSON = QueryJson.mapper();

  private final FeedbackLog log;
  private final String catalog;

  /**
   * @param catalog whose answers it is about
   */
  public FeedbackBox(FeedbackLog log, String catalog) {
    this.log = log;
    this.catalog = catalog;
  }

  /**
   * Keeps something that was said.
   *
   * @throws MingshuException with {@code STATE_UNAVAILABLE} where it could not be kept
   */
  public void put(Feedback feedback) {
    try {
      log.add(
          catalog,
          UUID.randomUUID().toString(),
          new KeptFeedback(feedback.at(), JSON.writeValueAsString(feedback)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What has been said, oldest first. What another version has written and this one cannot read is
   * left out.
   *
   * @throws MingshuException with {@code STATE_UNAVAILABLE}
   */
  public List<Feedback> all() {
    List<Feedback> found = new ArrayList<>();
    int unread = 0;
    for (KeptFeedback kept : log.read(catalog)) {
      try {
        found.add(JSON.readValue(kept.content(), Feedback.class));
      } catch (JsonProcessingException e) {
        unread++;
      }
    }
    if (unread > 0) {
      LOG.warn("feedback of another version is left out: {}", unread);
    }
    return found;
  }
}
