package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that change nothing where they stand, and everything elsewhere: each is used up or stops.
 */
final class Modifiers {
  private static final Pattern TOTAL = Pattern.compile("(?i)总|total |overall ");

  private final CatalogShape shape;

  Modifiers(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    bag.takeCue(Cue.AND);
    sums(bag, draft);
    averages(bag, draft);
    if (draft.metrics.size() > 1
        || !draft.dimensions.isEmpty()
        || draft.grain != null
        || draft.secondComparison != null) {
      bag.takeCue(Cue.SEPARATELY);
    }
    if (!draft.dimensions.isEmpty() || draft.grain != null) {
      bag.takeCue(Cue.DETAIL);
    }
    for (Placed<CueWord> goods : bag.look(CueWord.class)) {
      if (goods.part().cue() == Cue.GOODS && !draft.metrics.isEmpty()) {
        bag.take(goods.edge());
        draft.penalty += 0.5;
      }
      if (goods.part().cue() == Cue.PEOPLE && belongsToMetric(goods.edge(), bag)) {
        bag.take(goods.edge());
      }
    }
    if (draft.countGroups && draft.dimensions.isEmpty() && draft.grain == null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.CONDITION_GROUP);
    }
    if (draft.whichBucket
        && draft.period == null
        && draft.grain != null
        && draft.grain.isCoarserThan(Grain.WEEK)
        && shape.catalog().defaultPeriod() instanceof Period.Last) {
      draft.ask(Issue.Code.MISSING_PERIOD, null, Messages.WHICH_PERIOD);
    }
    if (draft.whichBucket && draft.ranking == null && draft.conditions.isEmpty()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.RANK_METRIC);
    }
  }

  /** 广东和全国的GMV: the whole beside a part is a second figure, which one query has not. */
  private static void besideParts(Bag bag, Draft draft) {
    boolean whole = false;
    boolean part = false;
    boolean joined = false;
    for (Edge edge : bag.all()) {
      boolean isWhole =
          (edge.meaning() instanceof CueWord word && word.cue() == Cue.WHOLE)
              || (edge.meaning() instanceof MetricWord
                  && TOTAL.matcher(bag.typed(edge)).lookingAt());
      boolean isPart = edge.meaning() instanceof FilterPart || edge.meaning() instanceof GroupPart;
      if (joined && ((isWhole && part) || (isPart && whole))) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.SAME_DIMENSION_TWICE);
        return;
      }
      whole |= isWhole;
      part |= isPart;
      joined =
          edge.meaning() instanceof CueWord word
              && (word.cue() == Cue.AND || word.cue() == Cue.COMPARE);
    }
  }

  /** 一共 over values is what a query without groups does; a sum of rates is none. */
  private void sums(Bag bag, Draft draft) {
    besideParts(bag, draft);
    bag.takeCue(Cue.WHOLE);
    Optional<Edge> sum = bag.takeCue(Cue.SUM);
    if (sum.isPresent() && draft.metrics.size() > 1 && draft.dimensions.isEmpty()) {
      // 新客数和老客数加起来: a sum of different figures.
      boolean beside =
          bag.after(sum.get()).isEmpty()
              && bag.before(sum.get())
                  .filter(edge -> edge.meaning() instanceof MetricWord)
                  .isPresent();
      if (beside) {
        draft.ask(Issue.Code.NOT_SUPPORTED_YET, sum.get(), Messages.SUM_OF_FIGURES);
      }
    }
    boolean rate = draft.metrics.stream().anyMatch(shape::isRatio);
    if (sum.isPresent() && rate && !draft.dimensions.isEmpty()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, sum.get(), Messages.AMBIGUOUS_READING);
    }
  }

  /** 平均日活 and the average conversion rate are what the metrics are anyway. */
  private void averages(Bag bag, Draft draft) {
    bag.takeCue(Cue.AVERAGE)
        .ifPresent(
            edge -> {
              boolean natural =
                  !draft.metrics.isEmpty()
                      && draft.metrics.stream()
                          .allMatch(
                              m ->
                                  shape.isRatio(m)
                                      || (draft.grain == null && shape.isPeriodMean(m)));
              if (!natural) {
                draft.decline(Issue.Code.NOT_SUPPORTED_YET, edge, Messages.AVERAGE);
              }
            });
  }

  /** 用户的复购率: people before their own metric. */
  private static boolean belongsToMetric(Edge people, Bag bag) {
    return bag.typed(people).endsWith("的")
        && bag.after(people).filter(e -> e.meaning() instanceof MetricWord).isPresent();
  }
}
