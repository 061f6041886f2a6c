package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.StickinessQuery;
import java.util.Optional;

/** On how many days or weeks people are active: how many people have each number. */
final class StickinessSlot {

  /**
   * @param before the histogram that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Optional<StickinessQuery> before) {
    Optional<Edge> days = AnalysisWordsIn.take(bag, AnalysisCue.ACTIVE_DAYS);
    Optional<Edge> weeks = AnalysisWordsIn.take(bag, AnalysisCue.ACTIVE_WEEKS);
    if (days.isEmpty() && weeks.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    FunnelFigures.takePeople(bag);
    return Optional.of(
        draft -> {
          if (days.isPresent() && weeks.isPresent()) {
            draft.ask(Issue.Code.AMBIGUOUS_READING, weeks.get(), Messages.GRAIN_TWICE);
          }
          Optional<Grain> unit =
              weeks.map(edge -> Grain.WEEK).or(() -> days.map(edge -> Grain.DAY));
          return query(unit, before, draft);
        });
  }

  private static StickinessQuery query(
      Optional<Grain> unit, Optional<StickinessQuery> before, Draft draft) {
    if (draft.grain != null) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.NOT_BY_TIME);
    }
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    StickinessQuery asked = before.orElseGet(() -> StickinessQuery.by(Grain.DAY));
    return asked
        .withUnit(unit.orElse(asked.unit()))
        .withGroup(draft.dimensions.stream().findFirst().or(asked::groupBy))
        .within(
            AnalysisFilters.merged(asked.filter(), draft),
            Optional.ofNullable(draft.period).or(asked::period))
        .withComparison(Optional.empty());
  }
}
