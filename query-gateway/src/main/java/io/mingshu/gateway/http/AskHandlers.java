package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions and queries over HTTP. */
final class AskHandlers {
  private final Served served;
  private final Requests requests;
  private final Conversations conversations;
  private final Limits limits;
  private final AnswerReply reply;

  AskHandlers(
      Served served,
      Requests requests,
      Conversations conversations,
      Limits limits,
      AnswerReply reply) {
    this.served = served;
    this.requests = requests;
    this.conversations = conversations;
    this.limits = limits;
    this.reply = reply;
  }

  void ask(Context ctx) {
    Requests.AskBody body = Body.read(ctx, Requests.AskBody.class);
    Optional<Language> language = requests.language(ctx, body.lang());
    Instant asOf = requests.moment(body.asOf());
    String question = body.question();
    if (question == null) {
      throw Requests.invalid("缺少 question", "question is missing");
    }
    Answering.requireReadable(question);
    Answering answering = served.now().answering();
    String conversation = conversations.idOr(body.conversationId());
    reply.send(
        ctx,
        (cancellation, steps) -> {
          Asked asked =
              new Asked(
                  asOf,
                  language,
                  limits,
                  cancellation,
                  Boolean.TRUE.equals(body.approximate()),
                  Exchange.traceId(ctx),
                  steps);
          return conversations
              .turn(
                  conversation,
                  new Conversations.Said(question, asOf, language),
                  before -> answering.ask(question, before, asked))
              .answer()
              .inConversation(conversation);
        });
  }

  void query(Context ctx) {
    Optional<Language> language = requests.language(ctx, ctx.queryParam("lang"));
    Instant asOf = requests.moment(ctx.queryParam("asOf"));
    String question = requests.words(ctx.queryParam("question"));
    Optional<String> conversation =
        Optional.ofNullable(ctx.queryParam("conversationId")).map(conversations::idOr);
    SemanticQuery query = Body.read(ctx, SemanticQuery.class);
    Answering answering = served.now().answering();
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    Language spoken = language.orElseGet(() -> Exchange.language(ctx));
    boolean mayEstimate = Boolean.parseBoolean(ctx.queryParam("approximate"));
    reply.send(
        ctx,
        (cancellation, steps) -> {
          Asked asked =
              new Asked(
                  asOf,
                  Optional.of(spoken),
                  limits,
                  cancellation,
                  mayEstimate,
                  Exchange.traceId(ctx),
                  steps);
          if (conversation.isEmpty()) {
            return answering.query(question, query, Conversation.NEW, asked).answer();
          }
          String shown = question.isEmpty() ? answering.reading(query, asOf).in(spoken) : question;
          return conversations
              .turn(
                  conversation.get(),
                  new Conversations.Said(shown, asOf, Optional.of(spoken)),
                  before -> answering.query(question, query, before, asked))
              .answer()
              .inConversation(conversation.get());
        });
  }
}
