package io.mingshu.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has come of each conversation, in memory and bounded. Thread-safe. */
final class Conversations {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Cache<String, Conversation> conversations =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(12)).build();

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
    Conversation known = conversations.getIfPresent(id);
    return known == null ? Conversation.NEW : known;
  }

  void remember(String id, Conversation conversation) {
    conversations.put(id, conversation);
  }
}
