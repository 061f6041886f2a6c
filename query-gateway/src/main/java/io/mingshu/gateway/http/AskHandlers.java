package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.feedback.RecentAnswers;
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
  private final Admission admission;
  private final Limits limits;
  private final Telemetry telemetry;
  private final RecentAnswers recent;

  AskHandlers(
      Served served,
      Requests requests,
      Conversations conversations,
      Admission admission,
      Limits limits,
      Telemetry telemetry,
      RecentAnswers recent) {
    this.served = served;
    this.requests = requests;
    this.conversations = conversations;
    this.admission = admission;
    this.limits = limits;
    this.telemetry = telemetry;
    this.recent = recent;
  }

  void ask(Context ctx) {
    Requests.AskBody body = Body.read(ctx, Requests.AskBody.class);
    Optional<Language> language = requests.language(ctx, body.lang());
    Instant asOf = requests.moment(body.asOf());
    String question = body.question();
    if (question == null) {
      throw Requests.invalid("缺少 question", "question is missing");
    }
    Answering answering = served.now().answering();
    String conversation = conversations.idOr(body.conversationId());
    Answering.requireReadable(question);
    Answering.Reply reply =
        admission.admit(
            cancellation ->
                conversations.turn(
                    conversation,
                    new Conversations.Said(question, asOf, language),
                    before ->
                        answering.ask(
                            question,
                            before,
                            new Asked(
                                asOf,
                                language,
                                limits,
                                cancellation,
                                Boolean.TRUE.equals(body.approximate()),
                                Exchange.traceId(ctx)))));
    recent.remember(reply.answer(), asOf);
    send(ctx, reply.answer().inConversation(conversation));
  }

  void query(Context ctx) {
    Optional<Language> language = requests.language(ctx, ctx.queryParam("lang"));
    Instant asOf = requests.moment(ctx.queryParam("asOf"));
    SemanticQuery query = Body.read(ctx, SemanticQuery.class);
    Answering answering = served.now().answering();
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    Language spoken = language.orElseGet(() -> Exchange.language(ctx));
    send(
        ctx,
        admission.admit(
            cancellation ->
                answering.query(
                    query,
                    new Asked(
                        asOf,
                        Optional.of(spoken),
                        limits,
                        cancellation,
                        Boolean.parseBoolean(ctx.queryParam("approximate")),
                        Exchange.traceId(ctx)))));
  }

  private void send(Context ctx, Answer answer) {
    telemetry.answered(answer);
    JsonReply.send(ctx, answer);
  }
}
