package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an analysis goes together with its dimensions and its period. */
final class AnalysisChecks {
  private static final int NAMED_DIMENSIONS = 8;

  private AnalysisChecks() {}

  static void apply(Draft draft, Catalog catalog, Clock clock, DataRange data) {
    BehaviourQuery query = draft.analysis;
    if (query == null) {
      return;
    }
    String fact = fact(query, catalog);
    Set<String> names = new LinkedHashSet<>(draft.dimensions);
    draft.filters.values().forEach(in -> names.add(in.dimension()));
    for (String name : names) {
      catalog
          .dimension(name)
          .filter(dimension -> !dimension.belongsTo(fact))
          .ifPresent(dimension -> incompatible(draft, catalog, fact, dimension));
    }
    period(draft, query, fact, clock, data);
  }

  /** Whether it is of those who signed up. */
  static boolean isOfJoiners(BehaviourQuery query) {
    return query instanceof RetentionQuery retention && retention.cohorts() == Cohorts.SIGNUP;
  }

  /** The fact whose dimensions it can have. */
  static String fact(BehaviourQuery query, Catalog catalog) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    return isOfJoiners(query)
        ? log.people().map(BehaviourLog.People::fact).orElse(log.fact())
        : log.fact();
  }

  private static void incompatible(Draft draft, Catalog catalog, String fact, Dimension dimension) {
    Text label = catalog.fact(fact).map(Fact::label).orElse(Text.same(fact));
    draft.decline(
        Issue.Code.INCOMPATIBLE_DIMENSION,
        null,
        Messages.incompatible(
            label,
            dimension.label(),
            fitting(catalog, fact).map(d -> d.label().zh()).collect(Collectors.joining("、")),
            fitting(catalog, fact).map(d -> d.label().en()).collect(Collectors.joining(", "))));
  }

  private static Stream<Dimension> fitting(Catalog catalog, String fact) {
    return catalog.dimensions().stream()
        .filter(d -> d.belongsTo(fact) && !d.personal())
        .limit(NAMED_DIMENSIONS);
  }

  private static void period(
      Draft draft, BehaviourQuery query, String fact, Clock clock, DataRange data) {
    Period period = query.period().or(query::usualPeriod).orElse(clock.defaultPeriod());
    Optional<TimeRange> range = clock.range(period);
    Optional<DayRange> days = data.of(fact);
    if (range.isEmpty()) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, null, Messages.noData());
    } else if (days.isPresent()) {
      Checks.outside(draft, range.get(), days.get(), clock);
    }
  }
}
