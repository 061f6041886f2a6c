package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.complete.Completer;
import io.mingshu.nlq.complete.Completion;
import io.mingshu.semantic.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completions over HTTP. They take a part of a millisecond and no engine, so nobody waits for a
 * turn: a full house of questions must not stop people from typing.
 */
final class CompletionHandler {
  private static final int USUAL_LIMIT = 8;

  private final Served served;
  private final Requests requests;

  CompletionHandler(Served served, Requests requests) {
    this.served = served;
    this.requests = requests;
  }

  /** The body of the reply. */
  record Completions(List<Completion> completions) {
    Completions {
      completions = List.copyOf(completions);
    }
  }

  void complete(Context ctx) {
    Language language =
        requests.language(ctx, ctx.queryParam("lang")).orElseGet(() -> Exchange.language(ctx));
    String text = ctx.queryParam("text");
    if (text == null) {
      throw Requests.invalid("缺少 text", "text is missing");
    }
    Answering.requireReadable(text);
    int caret = number("caret", ctx.queryParam("caret"), 0, text.length(), text.length());
    int limit = number("limit", ctx.queryParam("limit"), 1, Completer.MOST, USUAL_LIMIT);
    JsonReply.send(
        ctx, new Completions(served.now().completer().complete(text, caret, language, limit)));
    Exchange.routine(ctx);
  }

  private static int number(
      String name, @Nullable String value, int least, int most, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of bounds.
    }
    throw Requests.invalid(
        name + " 须是 " + least + " 到 " + most + " 之间的整数",
        name + " must be a whole number between " + least + " and " + most);
  }
}
