package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.gateway.thread.Choices;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.KeptThread;
import io.mingshu.state.Owner;
import io.mingshu.state.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down what people say about answers. */
final class FeedbackHandler {
  private static final int LONGEST_MEANT = 200;

  private final Threads threads;
  private final Owner owner;
  private final FeedbackBox box;

  FeedbackHandler(Threads threads, Owner owner, FeedbackBox box) {
    this.threads = threads;
    this.owner = owner;
    this.box = box;
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
    KeptThread.Asking about =
        threads
            .asking(owner, traceId)
            .orElseThrow(
                () ->
                    new MingshuException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                            "这个回答没有记下，或已不再保留",
                            "This answer was not written down, or is not kept any more")));
    Feedback.Said said =
        body.chosen() == null ? verdict(body, about) : chosen(body, body.chosen(), about);
    box.put(new Feedback(Instant.now(), traceId, about.question(), about.asOf(), said));
    ctx.header("Cache-Control", "no-store").status(204);
  }

  private static Feedback.Said verdict(FeedbackBody body, KeptThread.Asking about) {
    String meant = body.meant() == null ? "" : body.meant().strip();
    if ("right".equals(body.verdict()) && meant.isEmpty()) {
      return about
          .query()
          .map(QueryJson::read)
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
        meant.isEmpty() ? Optional.empty() : Optional.of(meant),
        about.query().map(QueryJson::read));
  }

  private static Feedback.Said chosen(FeedbackBody body, int chosen, KeptThread.Asking about) {
    List<String> choices = about.choices().map(Choices::read).orElse(List.of());
    if (body.meant() != null || chosen < 0 || chosen >= choices.size()) {
      throw Requests.invalid(
          "chosen 须是所反问的选项之一，从 0 数起",
          "chosen is one of the options that were given, counted from 0");
    }
    return new Feedback.Chose(choices.get(chosen));
  }
}
