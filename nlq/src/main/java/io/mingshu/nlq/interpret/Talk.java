package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Option;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** What is said about the conversation itself: 撤销, start over. */
final class Talk {
  private static final int MOST_OPTIONS = 4;

  private final Catalog catalog;
  private final QueryWording wording;

  Talk(Catalog catalog, QueryWording wording) {
    this.catalog = catalog;
    this.wording = wording;
  }

  /** Empty where the words are about something else, or about more. */
  Optional<Interpretation> of(
      Reading reading, Conversation conversation, Language language, Clock clock) {
    List<Edge> content =
        reading.cover().parts().stream()
            .filter(edge -> !(edge.meaning() instanceof FillerWord))
            .toList();
    boolean one = reading.cover().isComplete() && content.size() == 1;
    if (!one || !(content.get(0).meaning() instanceof CueWord word)) {
      return Optional.empty();
    }
    return switch (word.cue()) {
      case UNDO -> Optional.of(undone(reading, conversation, language, clock));
      case RESET -> Optional.of(fresh(language));
      default -> Optional.empty();
    };
  }

  private Interpretation undone(
      Reading reading, Conversation conversation, Language language, Clock clock) {
    Optional<MetricQuery> query =
        conversation.beforeLast().map(Turn::query).map(MetricQuery.class::cast);
    return query
        .<Interpretation>map(
            before ->
                new Understood(
                    language,
                    before,
                    wording.of(before, clock.now(), clock.data()),
                    Understanding.unused(reading),
                    Understanding.spans(reading),
                    List.of(),
                    Origin.UNDO))
        .orElseGet(
            () ->
                new Clarify(
                    language,
                    Messages.NOTHING_TO_UNDO,
                    List.of(),
                    List.of(issue(Issue.Code.NO_CONTEXT, Messages.NOTHING_TO_UNDO)),
                    Origin.FOLLOW_UP));
  }

  private Interpretation fresh(Language language) {
    List<Option> options =
        catalog.examples().stream()
            .limit(MOST_OPTIONS)
            .map(example -> new Option(example, example.in(language)))
            .toList();
    return new Clarify(
        language,
        Messages.FRESH_START,
        options,
        List.of(issue(Issue.Code.STARTED_OVER, Messages.FRESH_START)),
        Origin.QUESTION);
  }

  private static Issue issue(Issue.Code code, Text text) {
    return new Issue(code, "", text, List.of());
  }
}
