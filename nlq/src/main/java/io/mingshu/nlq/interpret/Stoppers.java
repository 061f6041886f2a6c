package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.lexicon.Words.UnavailableWord;
import io.mingshu.nlq.time.TimeParts.AmbiguousTime;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.text.Text;
import java.util.List;

/** Words that rule out an answer by themselves. */
final class Stoppers {
  private final Catalog catalog;

  Stoppers(Catalog catalog) {
    this.catalog = catalog;
  }

  void apply(Bag bag, Draft draft) {
    bag.takeCue(Cue.OVERRIDE, Cue.COMMAND)
        .ifPresent(words -> draft.decline(Issue.Code.COMMAND, words, Messages.COMMAND));
    bag.takeCue(Cue.PERSONAL)
        .ifPresent(words -> draft.decline(Issue.Code.PERSONAL_DATA, words, Messages.PERSONAL));
    // What comes nearest can stand in the word's place only where no metric is named beside it.
    boolean alone = bag.look(MetricWord.class).isEmpty();
    bag.take(UnavailableWord.class)
        .forEach(
            word ->
                draft.decline(
                    Issue.Code.UNAVAILABLE,
                    word.edge(),
                    word.part().unavailable().reason(),
                    alone ? metrics(word.part().unavailable().nearest()) : List.of()));
    bag.take(AmbiguousWord.class).forEach(word -> ambiguous(word.edge(), word.part(), draft));
    bag.take(AmbiguousTime.class)
        .forEach(word -> draft.ask(Issue.Code.AMBIGUOUS_WORD, word.edge(), Messages.AMBIGUOUS_DAY));
    bag.takeCue(Cue.VAGUE_TIME)
        .ifPresent(
            words ->
                draft.ask(
                    Issue.Code.MISSING_PERIOD,
                    words,
                    Messages.VAGUE_TIME,
                    List.of(
                        choice("近7天", "last 7 days"),
                        choice("近30天", "last 30 days"),
                        choice("近3个月", "past 3 months"))));
  }

  private void ambiguous(Edge edge, AmbiguousWord word, Draft draft) {
    draft.ask(
        Issue.Code.AMBIGUOUS_WORD,
        edge,
        word.ambiguity().question(),
        metrics(word.ambiguity().metrics()));
  }

  private List<Choice> metrics(List<String> names) {
    return names.stream()
        .flatMap(name -> catalog.metric(name).stream())
        .map(Metric::label)
        .map(label -> new Choice(label, label))
        .toList();
  }

  private static Choice choice(String zh, String en) {
    return new Choice(new Text(zh, en), new Text(zh, en));
  }
}
