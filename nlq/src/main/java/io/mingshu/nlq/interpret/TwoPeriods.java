package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.BaseStep;
import io.mingshu.nlq.grammar.AnalysisParts.GoalStep;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifecycleState;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.time.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who was there in one period, and who of them in a later one: active in April but not in May,
 * 3月首次支付的 4月又支付了. The periods are calendar units of one kind.
 */
final class TwoPeriods {
  private static final Pattern ONLY = Pattern.compile("\\b(?:only|solely)\\b|只|仅");
  private static final Set<String> BOTH = Set.of("都", "both", "in both");

  private final Catalog catalog;

  private final CatalogShape shape;

  TwoPeriods(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.shape = shape;
  }

  /** What is said of one of the periods. */
  private enum Said {
    THERE,
    GONE,
    JOINED,
    FIRST_BOUGHT
  }

  private record State(Edge edge, Said said, Optional<Filter> event) {}

  Optional<Analysis> take(Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = distinct(bag.look(PeriodPart.class));
    if (periods.size() != 2) {
      return Optional.empty();
    }
    List<State> states = states(bag);
    if (states.size() == 1 && isBoth(bag, states.get(0))) {
      states = List.of(states.get(0), states.get(0));
    }
    boolean later =
        isBothSaid(states)
            || states.stream().anyMatch(state -> state.said() == Said.GONE)
            || isAgain(bag);
    if (states.size() != 2 || !later) {
      return Optional.empty();
    }
    Optional<Grain> unit = periods.get(0).part().unit();
    Optional<TimeRange> first = clock.range(periods.get(0).part().period());
    Optional<TimeRange> second = clock.range(periods.get(1).part().period());
    if (unit.isEmpty()
        || !unit.equals(periods.get(1).part().unit())
        || first.isEmpty()
        || second.isEmpty()) {
      return Optional.empty();
    }
    boolean inOrder = first.get().from().isBefore(second.get().from());
    TimeRange earlier = inOrder ? first.get() : second.get();
    TimeRange after = inOrder ? second.get() : first.get();
    State before = states.get(inOrder ? 0 : 1);
    State then = states.get(inOrder ? 1 : 0);
    int apart = apart(earlier, after, unit.get());
    if (apart < 1 || before.said() == Said.GONE || !isWhole(earlier, unit.get())) {
      return Optional.empty();
    }
    boolean narrowed = ONLY.matcher(bag.text()).find() || !bag.look(GrainPart.class).isEmpty();
    if (narrowed || (!inOrder && then.said() != Said.GONE)) {
      // Of those of April, who was there in March? Every day of March? Only in March?
      draft.ask(Issue.Code.AMBIGUOUS_READING, then.edge(), Messages.WHICH_COHORT_FIRST);
    }
    Placed<PeriodPart> cohort = periods.get(inOrder ? 0 : 1);
    Placed<PeriodPart> end = periods.get(inOrder ? 1 : 0);
    states.forEach(state -> bag.take(state.edge()));
    bag.takeCue(Cue.AND);
    AnalysisWordsIn.take(bag, AnalysisCue.PRESENT);
    AnalysisWordsIn.take(bag, AnalysisCue.STILL_PRESENT);
    FunnelFigures figures = FunnelFigures.take(bag);
    boolean ofGone = then.said() == Said.GONE;
    if (figures.lost() || (ofGone && figures.rate())) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, then.edge(), Messages.GONE_SHARE);
    }
    if (ofGone) {
      return gone(before, end, apart, bag, draft);
    }
    boolean named =
        apart == 1
            && bag.look(MetricWord.class).stream().anyMatch(w -> is(w, LifecycleState.RETAINED));
    if (named && before.said() == Said.THERE && before.event().isEmpty()) {
      bag.take(cohort.edge());
      alone(bag, draft, LifecycleState.RETAINED);
      AnalysisWordsIn.take(bag, AnalysisCue.STAGE_RETAINED);
      return Optional.empty();
    }
    bag.take(end.edge());
    return Optional.of(
        d ->
            new RetentionQuery(
                cohorts(before),
                before.event(),
                then.event(),
                unit.get(),
                List.of(Return.in(apart)),
                1,
                d.dimensions.stream().findFirst(),
                false,
                false,
                false,
                AnalysisFilters.merged(Optional.empty(), d),
                Optional.of(cohort.part().period())));
  }

  /** 上上周来了上周还在，也就是上周的…: a period that is said again is no further one. */
  private static List<Placed<PeriodPart>> distinct(List<Placed<PeriodPart>> periods) {
    List<Placed<PeriodPart>> distinct = new ArrayList<>();
    for (Placed<PeriodPart> period : periods) {
      if (distinct.stream().noneMatch(known -> known.part().equals(period.part()))) {
        distinct.add(period);
      }
    }
    return distinct;
  }

  /** 3月和4月都来过: said once of both. */
  private static boolean isBoth(Bag bag, State state) {
    String typed = bag.typed(state.edge()).toLowerCase(Locale.ROOT);
    return state.said() == Said.THERE
        && (typed.startsWith("都")
            || bag.fillerBefore(state.edge()).filter(BOTH::contains).isPresent());
  }

  private static boolean isBothSaid(List<State> states) {
    return states.size() == 2 && states.get(0).equals(states.get(1));
  }

  private static Cohorts cohorts(State before) {
    return switch (before.said()) {
      case JOINED -> Cohorts.SIGNUP;
      case FIRST_BOUGHT -> Cohorts.FIRST_EVER;
      default -> Cohorts.EACH_INTERVAL;
    };
  }

  /** Those who are gone are the metric that counts them, of the later period. */
  private Optional<Analysis> gone(
      State before, Placed<PeriodPart> end, int apart, Bag bag, Draft draft) {
    Optional<Metric> dormant = dormant();
    if (before.said() != Said.THERE || before.event().isPresent() || apart != 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, before.edge(), Messages.GONE_SINCE);
      return Optional.empty();
    }
    if (dormant.isEmpty()) {
      return Optional.empty();
    }
    String name = dormant.get().name();
    bag.look(PeriodPart.class).stream()
        .filter(period -> !period.edge().equals(end.edge()))
        .forEach(period -> bag.take(period.edge()));
    alone(bag, draft, LifecycleState.DORMANT);
    boolean named =
        bag.look(MetricWord.class).stream().anyMatch(word -> word.part().metric().equals(name));
    if (!named) {
      draft.metrics.add(name);
      draft.metricWords.add(new Placed<>(before.edge(), name));
    }
    return Optional.empty();
  }

  /** GMV of those who are gone: another figure beside it would be of everybody. */
  private void alone(Bag bag, Draft draft, LifecycleState state) {
    bag.look(MetricWord.class).stream()
        .filter(word -> !is(word, state))
        .forEach(
            word ->
                draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.edge(), Messages.FIGURE_OF_THEM));
  }

  private Optional<Metric> dormant() {
    return catalog.metrics().stream().filter(m -> is(m, LifecycleState.DORMANT)).findFirst();
  }

  private boolean is(Placed<MetricWord> word, LifecycleState state) {
    return catalog.metric(word.part().metric()).filter(m -> is(m, state)).isPresent();
  }

  private static boolean is(Metric metric, LifecycleState state) {
    return metric.definition() instanceof Lifecycle stage && stage.state() == state;
  }

  private static boolean isAgain(Bag bag) {
    return AnalysisWordsIn.look(bag, AnalysisCue.STILL_PRESENT).isPresent()
        || !bag.look(GoalStep.class).isEmpty();
  }

  /** One for each of the periods, in their order. */
  private List<State> states(Bag bag) {
    List<State> states = new ArrayList<>();
    for (Placed<AnalysisWord> word : bag.look(AnalysisWord.class)) {
      switch (word.part().cue()) {
        case PRESENT, STILL_PRESENT ->
            states.add(new State(word.edge(), Said.THERE, Optional.empty()));
        case ABSENT -> states.add(new State(word.edge(), Said.GONE, Optional.empty()));
        case JOINING -> states.add(new State(word.edge(), Said.JOINED, Optional.empty()));
        case FIRST_PURCHASE ->
            states.add(new State(word.edge(), Said.FIRST_BOUGHT, shape.purchase()));
        default -> {}
      }
    }
    for (Placed<BaseStep> base : bag.look(BaseStep.class)) {
      states.add(new State(base.edge(), Said.THERE, Optional.of(base.part().step().event())));
    }
    for (Placed<GoalStep> goal : bag.look(GoalStep.class)) {
      states.add(new State(goal.edge(), Said.THERE, Optional.of(goal.part().step().event())));
    }
    for (Placed<MetricWord> word : bag.look(MetricWord.class)) {
      if (shape.isJoining(word.part().metric())) {
        states.add(new State(word.edge(), Said.JOINED, Optional.empty()));
      }
    }
    states.sort(Comparator.comparingInt(state -> state.edge().start()));
    return states;
  }

  private static int apart(TimeRange first, TimeRange second, Grain unit) {
    return (int)
        switch (unit) {
          case DAY -> ChronoUnit.DAYS.between(first.from(), second.from());
          case WEEK -> ChronoUnit.WEEKS.between(first.from(), second.from());
          case MONTH -> ChronoUnit.MONTHS.between(first.from(), second.from());
          case QUARTER -> ChronoUnit.MONTHS.between(first.from(), second.from()) / 3;
          case YEAR -> ChronoUnit.YEARS.between(first.from(), second.from());
          default -> 0;
        };
  }

  /** One of the unit, rather than several or a part. */
  private static boolean isWhole(TimeRange range, Grain unit) {
    return switch (unit) {
      case DAY -> range.from().plusDays(1).equals(range.until());
      case WEEK -> range.from().plusWeeks(1).equals(range.until());
      case MONTH -> range.from().plusMonths(1).equals(range.until());
      case QUARTER -> range.from().plusMonths(3).equals(range.until());
      case YEAR -> range.from().plusYears(1).equals(range.until());
      default -> false;
    };
  }
}
