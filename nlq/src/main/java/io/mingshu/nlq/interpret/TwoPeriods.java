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
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.time.DayRange;
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
    if (isBeyond(after, clock)) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, end.edge(), Messages.noData());
    }
    states.forEach(state -> bag.take(state.edge()));
    bag.takeCue(Cue.AND);
    AnalysisWordsIn.take(bag, AnalysisCue.PRESENT);
    AnalysisWordsIn.take(bag, AnalysisCue.STILL_PRESENT);
    AnalysisWordsIn.take(bag, AnalysisCue.THEM);
    FunnelFigures figures = FunnelFigures.take(bag);
    boolean ofGone = then.said() == Said.GONE;
    if (figures.lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, then.edge(), Messages.GONE_SHARE);
    }
    boolean dormant =
        ofGone
            && apart == 1
            && !figures.rate()
            && before.said() == Said.THERE
            && before.event().isEmpty()
            && then.event().isEmpty();
    if (dormant) {
      return gone(before, end, bag, draft);
    }
    takePeople(bag, before);
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
    Query query = new Query(before, then, unit.get(), apart);
    Optional<Period> period = Optional.of(cohort.part().period());
    return Optional.of(d -> query.over(period, Optional.empty(), d));
  }

  /** Of those whom the answer before counted: how many of them paid again in June, 其中6月没再来的. */
  Optional<Analysis> upon(MetricQuery before, Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = distinct(bag.look(PeriodPart.class));
    List<State> states = states(bag);
    boolean plain =
        before.metrics().size() == 1
            && before.dimensions().isEmpty()
            && before.grain().isEmpty()
            && before.comparison().isEmpty()
            && before.conditions().isEmpty()
            && before.share().isEmpty();
    Optional<Period> started = before.period();
    if (!plain || periods.size() != 1 || states.size() != 1 || started.isEmpty()) {
      return Optional.empty();
    }
    State then = states.get(0);
    Optional<State> base = counted(before.metrics().get(0), then.edge());
    Optional<Grain> unit = periods.get(0).part().unit();
    Optional<TimeRange> first = clock.range(started.get());
    Optional<TimeRange> second = clock.range(periods.get(0).part().period());
    boolean later = then.said() == Said.GONE || isAgain(bag);
    if (base.isEmpty() || !later || unit.isEmpty() || first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    int apart = apart(first.get(), second.get(), unit.get());
    if (apart < 1 || !isWhole(first.get(), unit.get())) {
      return Optional.empty();
    }
    if (isBeyond(second.get(), clock)) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, periods.get(0).edge(), Messages.noData());
    }
    bag.take(then.edge());
    bag.take(periods.get(0).edge());
    bag.takeCue(Cue.AND);
    EditWords.take(bag);
    AnalysisWordsIn.take(bag, AnalysisCue.THEM);
    FunnelFigures figures = FunnelFigures.take(bag);
    if (figures.lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, then.edge(), Messages.GONE_SHARE);
    }
    takePeople(bag, base.get());
    Query query = new Query(base.get(), then, unit.get(), apart);
    return Optional.of(d -> query.over(started, before.filter(), d));
  }

  /** Whom a metric counts. */
  private Optional<State> counted(String metric, Edge words) {
    if (shape.isJoining(metric)) {
      return Optional.of(new State(words, Said.JOINED, Optional.empty()));
    }
    if (shape.isFirstBuying(metric)) {
      return Optional.of(new State(words, Said.FIRST_BOUGHT, shape.purchase()));
    }
    if (shape.isBuying(metric)) {
      return Optional.of(new State(words, Said.THERE, shape.purchase()));
    }
    return shape.isBeingThere(metric)
        ? Optional.of(new State(words, Said.THERE, Optional.empty()))
        : Optional.empty();
  }

  /** Who of those that were there came back, or did not, so many units later. */
  private record Query(State before, State then, Grain unit, int apart) {
    RetentionQuery over(Optional<Period> period, Optional<Filter> filter, Draft draft) {
      return new RetentionQuery(
          cohorts(before),
          before.event(),
          then.event(),
          unit,
          List.of(Return.in(apart)),
          1,
          draft.dimensions.stream().findFirst(),
          false,
          false,
          false,
          then.said() == Said.GONE,
          AnalysisFilters.merged(filter, draft),
          period);
    }
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
            || bag.fillerBefore(state.edge()).filter(BOTH::contains).isPresent()
            || typed.endsWith("in both"));
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
  private Optional<Analysis> gone(State before, Placed<PeriodPart> end, Bag bag, Draft draft) {
    Optional<Metric> dormant = dormant();
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

  /** 占5月买家的比例: whom the figure is of anyway. */
  private void takePeople(Bag bag, State before) {
    bag.look(MetricWord.class).stream()
        .filter(word -> shape.counts(word.part().metric(), before.event()))
        .forEach(word -> bag.take(word.edge()));
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
        || AnalysisWordsIn.look(bag, AnalysisCue.BOUGHT_AGAIN).isPresent()
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
        case BOUGHT, BOUGHT_AGAIN ->
            shape
                .purchase()
                .ifPresent(
                    event -> states.add(new State(word.edge(), Said.THERE, Optional.of(event))));
        case NOT_BOUGHT ->
            shape
                .purchase()
                .ifPresent(
                    event -> states.add(new State(word.edge(), Said.GONE, Optional.of(event))));
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
      Said said = goal.part().not() ? Said.GONE : Said.THERE;
      states.add(new State(goal.edge(), said, Optional.of(goal.part().step().event())));
    }
    for (Placed<MetricWord> word : bag.look(MetricWord.class)) {
      if (shape.isJoining(word.part().metric())) {
        states.add(new State(word.edge(), Said.JOINED, Optional.empty()));
      }
    }
    if (states.size() == 1) {
      // How many buyers in May also bought in June: whom a figure counts.
      Edge then = states.get(0).edge();
      bag.look(MetricWord.class).stream()
          .filter(word -> word.end() <= then.start())
          .flatMap(word -> counted(word.part().metric(), word.edge()).stream())
          .findFirst()
          .ifPresent(states::add);
    }
    states.sort(Comparator.comparingInt(state -> state.edge().start()));
    return states;
  }

  /** Whether the data end before it. */
  private static boolean isBeyond(TimeRange range, Clock clock) {
    DayRange data = clock.data();
    return data != null && range.from().toLocalDate().isAfter(data.last());
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
