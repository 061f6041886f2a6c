package io.mingshu.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mingshu.gateway.http.ConversationLog.Entry;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has come of each conversation: bounded, and kept over restarts. Thread-safe. */
final class Conversations {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Duration KEPT = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final Cache<String, Entry> conversations =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
  private final Optional<ConversationLog> log;

  /**
   * @param log absent: in memory only
   */
  Conversations(Optional<ConversationLog> log) {
    this.log = log;
  }

  /** Takes up what was kept. */
  void resume(Instant now) {
    log.ifPresent(
        kept -> {
          kept.read().stream()
              .filter(entry -> entry.at().plus(KEPT).isAfter(now))
              .forEach(entry -> conversations.put(entry.id(), entry));
          kept.rewrite(conversations.asMap().values());
        });
  }

  /** The id that was sent, or a new one. */
  String idOr(@Nullable String sent) {
    if (sent == null || sent.isEmpty()) {
      return RandomId.next();
    }
    if (!ID.matcher(sent).matches()) {
      throw new MingshuException(
          ErrorCode.INVALID_REQUEST,
          new Text(
              "conversationId 只能含字母、数字、- 和 _，至多 64 个",
              "conversationId has at most 64 letters, digits, - and _"));
    }
    return sent;
  }

  Conversation of(String id) {
    Entry known = conversations.getIfPresent(id);
    return known == null ? Conversation.NEW : known.conversation();
  }

  void remember(String id, Conversation conversation) {
    Entry entry = new Entry(id, Instant.now(), conversation);
    conversations.put(id, entry);
    log.filter(kept -> kept.append(entry))
        .ifPresent(kept -> kept.rewrite(conversations.asMap().values()));
  }
}
