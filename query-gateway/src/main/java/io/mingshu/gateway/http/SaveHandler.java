package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.gateway.saving.Saved;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.gateway.saving.SegmentWish;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.nlq.saving.NewName;
import io.mingshu.nlq.wording.SegmentWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves the people of an answer as a segment: into the catalog for those who may edit it, for all
 * others as a proposal to its owner.
 */
final class SaveHandler {
  private final Served served;
  private final Requests requests;
  private final Optional<SegmentSaving> saving;
  private final FeedbackBox proposals;
  private final Optional<SegmentSizes> sizes;

  /**
   * @param saving absent: the catalog stays as it is
   * @param sizes counted anew where there is one segment more
   */
  SaveHandler(
      Served served,
      Requests requests,
      Optional<SegmentSaving> saving,
      FeedbackBox proposals,
      Optional<SegmentSizes> sizes) {
    this.sizes = sizes;
    this.served = served;
    this.requests = requests;
    this.saving = saving;
    this.proposals = proposals;
  }

  /** The body of {@code POST /api/v1/segments}. */
  record SaveBody(
      @Nullable SemanticQuery query,
      @Nullable String asOf,
      @Nullable LabelBody label,
      @Nullable String name) {}

  /** What it is to be called; one language stands in for the other. */
  record LabelBody(@Nullable String zh, @Nullable String en) {}

  void save(Context ctx) {
    SaveBody body = Body.read(ctx, SaveBody.class);
    Instant asOf = requests.moment(body.asOf());
    SemanticQuery query = body.query();
    LabelBody label = body.label();
    if (query == null || label == null) {
      throw Requests.invalid("须有 query 和 label", "query and label are needed");
    }
    NewName name =
        NewName.of(
            Optional.ofNullable(label.zh()).orElse(""),
            Optional.ofNullable(label.en()).orElse(""),
            Optional.ofNullable(body.name()));
    Answering answering = served.now().answering();
    List<QueryProblem> problems = answering.layer().validate(query);
    if (!problems.isEmpty()) {
      throw new RefusedQuery(problems);
    }
    SegmentWish wish = new SegmentWish(query, asOf, name);
    Saved saved =
        saving.isPresent()
                && SegmentSaving.mayEdit(answering.layer().catalog(), Principal.LOCAL.name())
            ? save(saving.get(), wish)
            : propose(answering, wish, Exchange.traceId(ctx));
    ctx.header("Cache-Control", "no-store").status(201);
    JsonReply.send(ctx, saved);
  }

  private Saved save(SegmentSaving into, SegmentWish wish) {
    Saved saved =
        served.change(
            now -> {
              String reason =
                  "saved from an answer: " + now.reading(wish.query(), wish.asOf()).zh();
              SegmentSaving.Outcome outcome = into.save(now, wish, reason, wish.asOf());
              return new Served.Change<>(outcome.saved(), outcome.next());
            });
    sizes.ifPresent(SegmentSizes::countSoon);
    return saved;
  }

  private Saved propose(Answering answering, SegmentWish wish, String traceId) {
    Catalog catalog = answering.layer().catalog();
    Segment segment = SegmentSaving.segment(answering, wish, wish.asOf());
    Feedback.NamedPeople said =
        new Feedback.NamedPeople(segment.name(), segment.label(), wish.query());
    Text reading = answering.reading(wish.query(), wish.asOf());
    proposals.put(new Feedback(Instant.now(), traceId, reading.zh(), wish.asOf(), said));
    return new Saved(
        segment.name(),
        segment.label(),
        new SegmentWording(catalog).of(segment),
        Saved.State.PROPOSED);
  }
}
