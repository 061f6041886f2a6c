package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.PeriodStates.Said;
import io.mingshu.nlq.interpret.PeriodStates.State;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
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
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who was there in one period, and who of them in a later one: active in April but not in May,
 * 3月首次支付的 4月又支付了. The periods are calendar units of one kind.
 */
final class TwoPeriods {
  private static final Pattern ONLY = Pattern.compile("\\b(?:only|solely)\\b|只|仅");
  private final Catalog catalog;
  private final PeriodStates words;

  TwoPeriods(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.words = new PeriodStates(shape);
  }

  Optional<Analysis> take(Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = PeriodStates.distinct(bag.look(PeriodPart.class));
    if (periods.size() != 2) {
      return Optional.empty();
    }
    List<State> states = words.ofTwo(bag);
    if (states.size() != 2 || !PeriodStates.isLater(states, bag)) {
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
    words.takePeople(bag, before);
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
    List<Placed<PeriodPart>> periods = PeriodStates.distinct(bag.look(PeriodPart.class));
    List<State> states = words.of(bag);
    Optional<Period> started = before.period();
    if (!isOneFigure(before) || periods.size() != 1 || states.size() != 1 || started.isEmpty()) {
      return Optional.empty();
    }
    State then = states.get(0);
    Optional<State> base = words.counted(before.metrics().get(0), then.edge());
    Optional<Grain> unit = periods.get(0).part().unit();
    Optional<TimeRange> first = clock.range(started.get());
    Optional<TimeRange> second = clock.range(periods.get(0).part().period());
    boolean later = then.said() == Said.GONE || PeriodStates.isAgain(bag);
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
    words.takePeople(bag, base.get());
    Query query = new Query(base.get(), then, unit.get(), apart);
    return Optional.of(d -> query.over(started, before.filter(), d));
  }

  /** Whether it is of some people as one, rather than of groups or of times. */
  static boolean isOneFigure(MetricQuery query) {
    return query.metrics().size() == 1
        && query.dimensions().isEmpty()
        && query.grain().isEmpty()
        && query.comparison().isEmpty()
        && query.conditions().isEmpty()
        && query.share().isEmpty();
  }

  /** Who of those that were there came back, or did not, so many units later. */
  private record Query(State before, State then, Grain unit, int apart) {
    RetentionQuery over(Optional<Period> period, Optional<Filter> filter, Draft draft) {
      if (draft.dimensions.size() > 1) {
        draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
      }
      return new RetentionQuery(
          before.cohorts(),
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

  /** Whether the data end before it. */
  static boolean isBeyond(TimeRange range, Clock clock) {
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
