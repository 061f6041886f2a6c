package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.BaseStep;
import io.mingshu.nlq.grammar.AnalysisParts.GoalStep;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question says of people in each of its periods: they came, bought, are gone. */
final class PeriodStates {
  private static final Set<String> BOTH = Set.of("都", "both", "in both");

  /** Without what was not done. */
  private static final Pattern NOT = Pattern.compile("(?i)(?:but )?not(?: in| on| during)?");

  private final CatalogShape shape;

  PeriodStates(CatalogShape shape) {
    this.shape = shape;
  }

  /** What is said of one of the periods. */
  enum Said {
    THERE,
    GONE,
    JOINED,
    FIRST_BOUGHT
  }

  /**
   * What people did in a period.
   *
   * @param event absent: anything
   */
  record State(Edge edge, Said said, Optional<Filter> event) {
    boolean isGone() {
      return said == Said.GONE;
    }

    /** What puts those who did so into a cohort. */
    Cohorts cohorts() {
      return switch (said) {
        case JOINED -> Cohorts.SIGNUP;
        case FIRST_BOUGHT -> Cohorts.FIRST_EVER;
        default -> Cohorts.EACH_INTERVAL;
      };
    }
  }

  /** Two of them in the order of the text; fewer or more where not two are said. */
  List<State> ofTwo(Bag bag) {
    List<State> states = completed(of(bag), bag);
    return states.size() == 1 && isBoth(bag, states.get(0))
        ? List.of(states.get(0), states.get(0))
        : states;
  }

  /** Bought in May but not in June: did not buy; who signed up in May but not in June is nobody. */
  private static List<State> completed(List<State> states, Bag bag) {
    boolean elliptic =
        states.size() == 2
            && states.get(1).isGone()
            && NOT.matcher(bag.typed(states.get(1).edge())).matches();
    if (!elliptic) {
      return states;
    }
    State first = states.get(0);
    return first.said() == Said.THERE
        ? List.of(first, new State(states.get(1).edge(), Said.GONE, first.event()))
        : List.of();
  }

  /** Whether the second is said to have followed the first, rather than stood beside it. */
  static boolean isLater(List<State> states, Bag bag) {
    return isBothSaid(states) || states.stream().anyMatch(State::isGone) || isAgain(bag);
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

  static boolean isAgain(Bag bag) {
    return AnalysisWordsIn.look(bag, AnalysisCue.STILL_PRESENT).isPresent()
        || AnalysisWordsIn.look(bag, AnalysisCue.BOUGHT_AGAIN).isPresent()
        || !bag.look(GoalStep.class).isEmpty();
  }

  /** 上上周来了上周还在，也就是上周的…: a period that is said again is no further one. */
  static List<Placed<PeriodPart>> distinct(List<Placed<PeriodPart>> periods) {
    List<Placed<PeriodPart>> distinct = new ArrayList<>();
    for (Placed<PeriodPart> period : periods) {
      if (distinct.stream().noneMatch(known -> known.part().equals(period.part()))) {
        distinct.add(period);
      }
    }
    return distinct;
  }

  /** One for each of the periods, in their order. */
  List<State> of(Bag bag) {
    List<State> states = new ArrayList<>();
    for (Placed<AnalysisWord> word : bag.look(AnalysisWord.class)) {
      of(word).ifPresent(states::add);
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

  private Optional<State> of(Placed<AnalysisWord> word) {
    Edge edge = word.edge();
    return switch (word.part().cue()) {
      case PRESENT, STILL_PRESENT -> Optional.of(new State(edge, Said.THERE, Optional.empty()));
      case ABSENT -> Optional.of(new State(edge, Said.GONE, Optional.empty()));
      case BOUGHT, BOUGHT_AGAIN ->
          shape.purchase().map(event -> new State(edge, Said.THERE, Optional.of(event)));
      case NOT_BOUGHT ->
          shape.purchase().map(event -> new State(edge, Said.GONE, Optional.of(event)));
      case JOINING -> Optional.of(new State(edge, Said.JOINED, Optional.empty()));
      case FIRST_PURCHASE -> Optional.of(new State(edge, Said.FIRST_BOUGHT, shape.purchase()));
      default -> Optional.empty();
    };
  }

  /** Whom a metric counts. */
  Optional<State> counted(String metric, Edge words) {
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

  /** 占5月买家的比例: whom the figure is of anyway. */
  void takePeople(Bag bag, State before) {
    bag.look(MetricWord.class).stream()
        .filter(word -> shape.counts(word.part().metric(), before.event()))
        .forEach(word -> bag.take(word.edge()));
  }
}
