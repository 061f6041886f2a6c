package io.mingshu.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.thread.Dialogue;
import io.mingshu.gateway.thread.Turns;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.KeptThread;
import io.mingshu.state.Owner;
import io.mingshu.state.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has come of each conversation. The store has it, so that it goes on after a restart and in
 * another gateway; while the store cannot be used, what this gateway remembers has to do.
 * Thread-safe.
 */
final class Conversations {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Duration REMEMBERED = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final Cache<String, Remembered> here =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();
  private final Threads threads;
  private final Owner owner;

  Conversations(Threads threads, Owner owner) {
    this.threads = threads;
    this.owner = owner;
  }

  /**
   * What a conversation has come to here.
   *
   * @param kept whether the store has it, too; then what the store has counts
   */
  private record Remembered(Conversation conversation, boolean kept) {}

  /** A question of a conversation, by whatever words it is shown. */
  record Said(String question, Instant asOf, Optional<Language> language) {}

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

  /**
   * Answers a question on top of its conversation. It is written down before, and what became of it
   * afterwards.
   *
   * @param answer given what was answered before
   */
  Answering.Reply turn(String id, Said said, Function<Conversation, Answering.Reply> answer) {
    Optional<KeptThread.Begun> begun = begin(id, said);
    try {
      Answering.Reply reply = answer.apply(before(id, begun));
      boolean kept = settle(id, begun, Turns.settled(reply.answer(), reply.conversation()));
      here.put(id, new Remembered(reply.conversation(), kept));
      return reply;
    } catch (RuntimeException e) {
      settle(id, begun, Turns.failed(e, said.language()));
      throw e;
    }
  }

  private Conversation before(String id, Optional<KeptThread.Begun> begun) {
    Remembered remembered = here.getIfPresent(id);
    if (remembered != null && (!remembered.kept() || begun.isEmpty())) {
      return remembered.conversation();
    }
    return begun.flatMap(KeptThread.Begun::dialogue).map(Dialogue::read).orElse(Conversation.NEW);
  }

  /** Empty where the store cannot be used: the question is answered all the same. */
  private Optional<KeptThread.Begun> begin(String id, Said said) {
    try {
      return Optional.of(
          threads.begin(
              owner,
              id,
              Turns.asking(said.question(), Instant.now(), said.asOf(), said.language())));
    } catch (MingshuException e) {
      if (e.code() == ErrorCode.STATE_UNAVAILABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean settle(String id, Optional<KeptThread.Begun> begun, KeptThread.Outcome outcome) {
    if (begun.isEmpty()) {
      return false;
    }
    try {
      threads.settle(owner, id, begun.get().number(), outcome);
      return true;
    } catch (MingshuException e) {
      if (e.code() == ErrorCode.STATE_UNAVAILABLE) {
        return false;
      }
      throw e;
    }
  }
}
