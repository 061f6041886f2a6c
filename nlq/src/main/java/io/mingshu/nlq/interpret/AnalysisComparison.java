package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.SpanBefore;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With which earlier period an analysis is compared: said in the same words as of figures. What
 * cannot be compared says so.
 */
final class AnalysisComparison {
  private static final Cue[] WORDS = {
    Cue.COMPARE,
    Cue.CHANGE,
    Cue.DECREASE,
    Cue.MOVEMENT,
    Cue.PERIOD_BEFORE,
    Cue.YEAR_BEFORE,
    Cue.SAME_DAY_LAST_YEAR,
    Cue.SAME_DAY_LAST_WEEK,
    Cue.SAME_TIME_LAST_MONTH,
    Cue.DAY_BEFORE,
    Cue.WEEK_BEFORE,
    Cue.MONTH_BEFORE,
    Cue.QUARTER_BEFORE
  };

  private static final EditWords NO_EDIT = new EditWords(false, false, false, false, false);

  private final Optional<BehaviourQuery> before;
  private final CatalogShape shape;

  /**
   * @param before the analysis that a follow-up builds on
   */
  AnalysisComparison(Optional<BehaviourQuery> before, CatalogShape shape) {
    this.shape = shape;
    this.before = before;
  }

  /** Takes the words of the period and of the comparison. */
  void times(Bag bag, Draft draft, TimeSlots times, Clock clock) {
    boolean said =
        Stream.of(WORDS).anyMatch(cue -> bag.lookCue(cue).isPresent())
            || !bag.look(SpanBefore.class).isEmpty();
    Optional<Period> old = before.flatMap(BehaviourQuery::period);
    // 和上个月比呢: the period of the answer before beside the one that is named.
    Optional<Inheritance> kept =
        said
            ? old.map(
                period ->
                    new Inheritance(
                        MetricQuery.of().withPeriod(period),
                        Map.of(),
                        NO_EDIT,
                        new SegmentSwap(shape, bag)))
            : Optional.empty();
    times.apply(bag, draft, kept);
    ComparisonSlot.apply(bag, draft, clock, kept);
    if (said) {
      joins(bag);
    }
    if (kept.isPresent() && old.equals(Optional.ofNullable(draft.period))) {
      draft.period = null;
    }
  }

  /** 和5月比: the word that leads to what is compared with. */
  private static void joins(Bag bag) {
    for (Edge left : bag.left()) {
      boolean and = left.meaning() instanceof CueWord word && word.cue() == Cue.AND;
      if (and && bag.after(left).filter(next -> isBase(next.meaning())).isPresent()) {
        bag.take(left);
      }
    }
  }

  private static boolean isBase(Meaning meaning) {
    return meaning instanceof PeriodPart
        || meaning instanceof SpanBefore
        || (meaning instanceof CueWord word && List.of(WORDS).contains(word.cue()));
  }

  /** The query with what it is compared with. */
  BehaviourQuery of(BehaviourQuery query, Draft draft) {
    if (draft.secondComparison != null) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, null, Messages.SEVERAL_COMPARISONS);
    }
    Optional<Comparison> said = Optional.ofNullable(draft.comparison);
    Optional<Comparison> comparison = said.or(() -> before.flatMap(BehaviourQuery::comparison));
    if (comparison.isEmpty()) {
      return query;
    }
    boolean otherPeriod = said.isEmpty() && draft.period != null;
    boolean named = comparison.get() instanceof Comparison.With;
    boolean afterCampaign =
        query.period().orElse(null) instanceof Period.Campaign
            && comparison.get() instanceof Comparison.PreviousPeriod
            && query.buckets().isEmpty();
    if (otherPeriod && (named || afterCampaign)) {
      draft.ask(Issue.Code.MISSING_PERIOD, null, Messages.MISSING_BASE);
    }
    if (query instanceof FunnelQuery funnel
        && funnel.shown() instanceof FunnelQuery.View.TimeToConvert) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.TIMES_COMPARED);
    }
    // Cohorts of two periods are not the same ones: they are compared all together.
    BehaviourQuery asked = query instanceof RetentionQuery table ? table.together() : query;
    return asked.withComparison(comparison);
  }
}
