package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.feedback.FeedbackLog;
import io.mingshu.gateway.feedback.RecentAnswers;
import io.mingshu.gateway.feedback.RecentAnswers.Recent;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down what people say about answers. */
final class FeedbackHandler {
  private static final int LONGEST_MEANT = 200;

  private final RecentAnswers recent;
  private final Optional<FeedbackLog> log;

  /**
   * @param log absent: feedback is not kept
   */
  FeedbackHandler(RecentAnswers recent, Optional<FeedbackLog> log) {
    this.recent = recent;
    this.log = log;
  }

  /** The body of {@code POST /api/v1/feedback}: a verdict or a choice. */
  record FeedbackBody(
      @Nullable String traceId,
      @Nullable String verdict,
      @Nullable String meant,
      @Nullable Integer chosen) {}

  void take(Context ctx) {
    FeedbackBody body = Body.read(ctx, FeedbackBody.class);
    String traceId = body.traceId();
    if (traceId == null || (body.verdict() == null) == (body.chosen() == null)) {
      throw Requests.invalid(
          "须有 traceId，并且只有 verdict 或 chosen 之一", "traceId is needed, and either verdict or chosen");
    }
    Recent about =
        recent
            .of(traceId)
            .orElseThrow(
                () ->
                    new MingshuException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                            "这个回答已不在服务器的记忆里",
                            "The server does not remember this answer (any more)")));
    Feedback.Said said =
        body.chosen() == null ? verdict(body, about) : chosen(body, body.chosen(), about);
    keep(new Feedback(Instant.now(), traceId, about.question(), about.asOf(), said));
    ctx.header("Cache-Control", "no-store").status(204);
  }

  private static Feedback.Said verdict(FeedbackBody body, Recent about) {
    String meant = body.meant() == null ? "" : body.meant().strip();
    if ("right".equals(body.verdict()) && meant.isEmpty()) {
      return about
          .query()
          .map(Feedback.Right::new)
          .orElseThrow(() -> Requests.invalid("只有答案才能说对", "Only an answer can be right"));
    }
    if (!"wrong".equals(body.verdict())) {
      throw Requests.invalid(
          "verdict 须是 right 或 wrong；只有 wrong 可以带 meant",
          "verdict is right or wrong; only with wrong there may be meant");
    }
    if (meant.length() > LONGEST_MEANT) {
      throw Requests.invalid(
          "meant 至多 " + LONGEST_MEANT + " 个字",
          "meant has at most " + LONGEST_MEANT + " characters");
    }
    return new Feedback.Wrong(
        meant.isEmpty() ? Optional.empty() : Optional.of(meant), about.query());
  }

  private static Feedback.Said chosen(FeedbackBody body, int chosen, Recent about) {
    if (body.meant() != null || chosen < 0 || chosen >= about.choices().size()) {
      throw Requests.invalid(
          "chosen 须是所反问的选项之一，从 0 数起",
          "chosen is one of the options that were given, counted from 0");
    }
    return new Feedback.Chose(about.choices().get(chosen));
  }

  private void keep(Feedback feedback) {
    if (log.isEmpty()) {
      return;
    }
    try {
      log.get().append(feedback);
    } catch (IOException e) {
      throw new UncheckedIOException("feedback cannot be kept", e);
    }
  }
}
