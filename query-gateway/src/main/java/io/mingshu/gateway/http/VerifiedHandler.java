package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.gateway.saving.Saved;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.gateway.saving.VerifiedSaving;
import io.mingshu.gateway.saving.VerifiedWish;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps questions with the queries that they ask for: in the catalog for those who may edit it, for
 * all others as a proposal to its owner.
 */
final class VerifiedHandler {
  private final Served served;
  private final Requests requests;
  private final Optional<VerifiedSaving> saving;
  private final FeedbackBox proposals;

  /**
   * @param saving absent: the catalog stays as it is
   */
  VerifiedHandler(
      Served served, Requests requests, Optional<VerifiedSaving> saving, FeedbackBox proposals) {
    this.served = served;
    this.requests = requests;
    this.saving = saving;
    this.proposals = proposals;
  }

  /** The body of {@code POST /api/v1/verified}. */
  record VerifiedBody(
      @Nullable String question,
      @Nullable SemanticQuery query,
      @Nullable String lang,
      @Nullable String asOf) {}

  /** What became of it. */
  record Reply(Saved.State state) {}

  void save(Context ctx) {
    VerifiedBody body = Body.read(ctx, VerifiedBody.class);
    Optional<Language> language = requests.language(ctx, body.lang());
    Instant asOf = requests.moment(body.asOf());
    String question = requests.words(body.question());
    SemanticQuery query = body.query();
    if (question.isEmpty() || query == null) {
      throw Requests.invalid("须有 question 和 query", "question and query are needed");
    }
    Answering answering = served.now().answering();
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    VerifiedWish wish =
        new VerifiedWish(question, language.orElseGet(() -> languageOf(question)), query);
    Saved.State state =
        saving.isPresent()
                && SegmentSaving.mayEdit(answering.layer().catalog(), Principal.LOCAL.name())
            ? save(saving.get(), wish, asOf)
            : propose(answering, wish, Exchange.traceId(ctx), asOf);
    ctx.status(201);
    JsonReply.send(ctx, new Reply(state));
  }

  private Saved.State save(VerifiedSaving into, VerifiedWish wish, Instant asOf) {
    return served.change(
        now -> {
          VerifiedSaving.Outcome outcome = into.save(now, wish, "verified from an answer", asOf);
          return new Served.Change<>(outcome.state(), outcome.next());
        });
  }

  private Saved.State propose(
      Answering answering, VerifiedWish wish, String traceId, Instant asOf) {
    if (VerifiedSaving.requireFree(answering.layer().catalog(), wish)) {
      return Saved.State.SAVED;
    }
    proposals.put(
        new Feedback(
            Instant.now(),
            traceId,
            wish.question(),
            asOf,
            new Feedback.Asks(wish.query(), wish.language())));
    return Saved.State.PROPOSED;
  }

  private static Language languageOf(String question) {
    return question.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }
}
