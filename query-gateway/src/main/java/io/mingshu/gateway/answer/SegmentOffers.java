package io.mingshu.gateway.answer;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.saving.SaveRequest;
import io.mingshu.nlq.wording.SegmentWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.segment.RuleOutcome;
import io.mingshu.semantic.segment.SegmentFromQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose people could be saved as a segment, and by which rule. */
final class SegmentOffers {
  private static final Text NO_ANSWER =
      new Text(
          "还没有可以存的回答；请先问一个人数，例如“近30天的买家数”",
          "There is no answer to save yet; ask for a number of people first, such as buyers in the"
              + " last 30 days");
  private static final Text INTERRUPTED =
      new Text(
          "上一个问题没有答成，不知道要存哪些人；请先再问一次",
          "The last question was not answered, so that it is not sure whom to save; ask again first");

  private final SegmentFromQuery rules;
  private final SegmentWording wording;

  SegmentOffers(Catalog catalog) {
    this.rules = new SegmentFromQuery(catalog);
    this.wording = new SegmentWording(catalog);
  }

  /** What an answer offers to save, where it is about people whom a rule can name. */
  Optional<Answer.SegmentOffer> of(SemanticQuery query, Instant asOf, Language language) {
    return rules.of(query, asOf) instanceof RuleOutcome.Found found
        ? Optional.of(offer(found, Optional.empty(), language))
        : Optional.empty();
  }

  /** What became of words that ask for people to be saved. */
  sealed interface Requested {
    /** They are to be confirmed. */
    record Confirm(SemanticQuery query, Answer.SegmentOffer offer) implements Requested {}

    /** They cannot be saved. */
    record Refused(Issue issue) implements Requested {}
  }

  Requested requested(
      SaveRequest request, Conversation conversation, Instant asOf, Language language) {
    if (conversation.last().isEmpty() || conversation.interrupted()) {
      Text why = conversation.last().isEmpty() ? NO_ANSWER : INTERRUPTED;
      return new Requested.Refused(new Issue(Issue.Code.NO_CONTEXT, "", why, List.of()));
    }
    SemanticQuery query = conversation.last().get().query();
    RuleOutcome outcome = rules.of(query, asOf);
    if (outcome instanceof RuleOutcome.Found found) {
      return new Requested.Confirm(query, offer(found, request.label(), language));
    }
    Text why = ((RuleOutcome.Impossible) outcome).why();
    return new Requested.Refused(new Issue(Issue.Code.NOT_SUPPORTED_YET, "", why, List.of()));
  }

  private Answer.SegmentOffer offer(
      RuleOutcome.Found found, Optional<String> label, Language language) {
    return new Answer.SegmentOffer(wording.of(found.rule()).in(language), label);
  }
}
