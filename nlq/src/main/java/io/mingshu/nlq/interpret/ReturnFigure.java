package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.BaseStep;
import io.mingshu.nlq.grammar.AnalysisParts.GoalStep;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.RetentionFigure;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 3月注册的人第二天还来的占多少: who came back, said of some people. It is the metric that says the same, or,
 * where there is none, a figure of all their cohorts together.
 */
final class ReturnFigure {
  private static final Pattern SHARE =
      Pattern.compile("占|比|成|(?i)share|percent|proportion|fraction|%|rate");
  private static final Pattern COUNT = Pattern.compile("多少|(?i)how many");

  /** Those who were there for the first time, or signed up. */
  private static final Pattern NEW = Pattern.compile("新|注册|首次|(?i)\\bnew\\b|sign|regist|first");

  private static final Pattern BESIDE = Pattern.compile("和|与|及|还有|、|&|(?i)\\band\\b|plus");

  private static final Pattern SINCE_JOINING = Pattern.compile("注册|(?i)sign|regist|join");
  private static final Pattern SINCE_BUYING =
      Pattern.compile("首购|首单|首次|(?i)purchase|payment|order");

  private final Catalog catalog;
  private final CatalogShape shape;

  ReturnFigure(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.shape = shape;
  }

  /**
   * Whom the figure is of.
   *
   * @param event what they did; absent: anything
   * @param activity the metric that counts them
   */
  private record Base(
      Edge edge, Cohorts cohorts, Optional<Filter> event, Optional<String> activity) {}

  /** What they did afterwards, or did not. */
  private record Afterwards(boolean lost, Optional<Filter> event) {}

  Optional<Analysis> take(Bag bag, Draft draft) {
    ofThoseWhoWereThere(bag);
    rolling(bag);
    List<Placed<ReturnPart>> returns = saidOnce(bag);
    Optional<Base> base = base(bag).or(() -> named(returns));
    if (returns.size() != 1
        || base.isEmpty()
        || AnalysisWordsIn.look(bag, AnalysisCue.COHORT_TABLE).isPresent()
        || AnalysisWordsIn.look(bag, AnalysisCue.MATRIX).isPresent()) {
      return Optional.empty();
    }
    Placed<ReturnPart> later = returns.get(0);
    CohortSlot.grains(bag);
    bag.take(base.get().edge());
    if (!isSince(base.get(), bag.typed(later.edge()))) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, later.edge(), Messages.WHICH_COHORT);
    }
    Afterwards afterwards = afterwards(bag);
    FunnelFigures figures = FunnelFigures.take(bag);
    if (figures.lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, later.edge(), Messages.GONE_SHARE);
    }
    boolean counted = !figures.rate() && (figures.stepwise() || isCounted(bag, later.edge()));
    boolean plain = !counted && !afterwards.lost() && afterwards.event().isEmpty();
    Optional<Metric> metric =
        later
            .part()
            .only()
            .filter(n -> plain)
            .flatMap(n -> metric(base.get(), n, later.part().unit()));
    bag.look(MetricWord.class)
        .forEach(
            word -> {
              if (shape.counts(word.part().metric(), base.get().event())) {
                bag.take(word.edge());
              } else {
                draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.edge(), Messages.FIGURE_OF_THEM);
              }
            });
    bag.take(later.edge());
    AnalysisWordsIn.take(bag, AnalysisCue.JOINING);
    if (metric.isPresent()) {
      bag.reread(later.edge(), new MetricWord(metric.get().name(), Optional.empty()));
      return Optional.empty();
    }
    return Optional.of(made -> query(base.get(), afterwards, later.part(), made));
  }

  /** Rolling 30-day retention (came back on day 30 or later): the same, said twice. */
  private static List<Placed<ReturnPart>> saidOnce(Bag bag) {
    List<Placed<ReturnPart>> said = bag.look(ReturnPart.class);
    boolean same =
        said.stream()
            .map(Placed::part)
            .allMatch(
                part ->
                    part.returns().equals(said.get(0).part().returns())
                        && part.unit() == said.get(0).part().unit());
    if (said.size() < 2 || !same) {
      return said;
    }
    Placed<ReturnPart> kept =
        said.stream().filter(part -> part.part().retention()).findFirst().orElse(said.get(0));
    said.stream()
        .filter(part -> !part.edge().equals(kept.edge()))
        .forEach(part -> bag.take(part.edge()));
    return List.of(kept);
  }

  /** 618当天活跃的人，次日留存: the figure's namesake of those who were there, not of sign-ups. */
  private void ofThoseWhoWereThere(Bag bag) {
    List<Placed<MetricWord>> figures = new ArrayList<>(bag.look(MetricWord.class));
    figures.sort(Comparator.comparingInt(Placed::start));
    boolean two = figures.size() == 2 && shape.isBeingThere(figures.get(0).part().metric());
    Optional<Edge> there =
        two
            ? Optional.of(figures.remove(0).edge())
            : AnalysisWordsIn.look(bag, AnalysisCue.PRESENT);
    boolean beside = two && BESIDE.matcher(bag.between(there.get(), figures.get(0).edge())).find();
    if (figures.size() != 1 || there.isEmpty() || beside || NEW.matcher(bag.text()).find()) {
      return;
    }
    Optional<Metric> namesake =
        retention(figures.get(0).part().metric())
            .flatMap(
                signups ->
                    shape
                        .beingThere()
                        .flatMap(
                            activity ->
                                metric(
                                    new Base(
                                        there.get(),
                                        Cohorts.EACH_INTERVAL,
                                        Optional.empty(),
                                        Optional.of(activity)),
                                    signups.after(),
                                    signups.unit())));
    namesake.ifPresent(
        metric -> {
          bag.take(there.get());
          bag.reread(figures.get(0).edge(), new MetricWord(metric.name(), Optional.empty()));
        });
  }

  /** Came back on day 30 or later (rolling retention): said once more. */
  private static void rolling(Bag bag) {
    boolean open =
        bag.look(ReturnPart.class).stream()
            .anyMatch(later -> later.part().returns().stream().allMatch(r -> r.last().isEmpty()));
    if (open && AnalysisWordsIn.take(bag, AnalysisCue.ROLLING).isPresent()) {
      AnalysisWordsIn.take(bag, AnalysisCue.COHORT_FIGURES);
    }
  }

  /** A rate of who comes back after so long. */
  private Optional<BehaviourDefinition.Retention> retention(String name) {
    return catalog
        .metric(name)
        .map(Metric::definition)
        .filter(BehaviourDefinition.Retention.class::isInstance)
        .map(BehaviourDefinition.Retention.class::cast)
        .filter(definition -> definition.figure() == RetentionFigure.RATE);
  }

  /** Whether what it is counted from, where that is said, is what puts people into the cohort. */
  private static boolean isSince(Base base, String words) {
    return (!SINCE_JOINING.matcher(words).find() || base.cohorts() == Cohorts.SIGNUP)
        && (!SINCE_BUYING.matcher(words).find() || base.cohorts() == Cohorts.FIRST_EVER);
  }

  /** Its words, which are taken. */
  private Afterwards afterwards(Bag bag) {
    boolean notBought = AnalysisWordsIn.take(bag, AnalysisCue.NOT_BOUGHT).isPresent();
    boolean boughtAgain = AnalysisWordsIn.take(bag, AnalysisCue.BOUGHT_AGAIN).isPresent();
    boolean absent = AnalysisWordsIn.take(bag, AnalysisCue.ABSENT).isPresent();
    AnalysisWordsIn.take(bag, AnalysisCue.STILL_PRESENT);
    boolean bought = AnalysisWordsIn.take(bag, AnalysisCue.BOUGHT).isPresent();
    AnalysisWordsIn.take(bag, AnalysisCue.PRESENT);
    List<Placed<GoalStep>> steps = bag.look(GoalStep.class);
    if (steps.size() == 1) {
      bag.take(steps.get(0).edge());
      GoalStep step = steps.get(0).part();
      return new Afterwards(absent || step.not(), Optional.of(step.step().event()));
    }
    return new Afterwards(
        absent || notBought,
        notBought || boughtAgain || bought ? shape.purchase() : Optional.empty());
  }

  private static RetentionQuery query(
      Base base, Afterwards afterwards, ReturnPart later, Draft draft) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    if (draft.grain != null && draft.grain != later.unit()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, draft.grainWords, Messages.GRAIN_TWICE);
    }
    return new RetentionQuery(
        base.cohorts(),
        base.event(),
        afterwards.event(),
        later.unit(),
        later.returns(),
        1,
        draft.dimensions.stream().findFirst(),
        false,
        draft.grain == null,
        false,
        afterwards.lost(),
        AnalysisFilters.merged(Optional.empty(), draft),
        Optional.ofNullable(draft.period));
  }

  private static boolean isCounted(Bag bag, Edge words) {
    String typed = bag.typed(words);
    boolean here = COUNT.matcher(typed).find() && !SHARE.matcher(typed).find();
    boolean behind =
        bag.after(words)
            .filter(
                next ->
                    COUNT.matcher(bag.typed(next)).find() && !SHARE.matcher(bag.typed(next)).find())
            .isPresent();
    return here || behind;
  }

  /** Retention that is called so is of those who signed up, where nobody else is named. */
  private static Optional<Base> named(List<Placed<ReturnPart>> returns) {
    return returns.stream()
        .filter(later -> later.part().retention())
        .map(later -> new Base(later.edge(), Cohorts.SIGNUP, Optional.empty(), Optional.empty()))
        .findFirst();
  }

  private Optional<Base> base(Bag bag) {
    return AnalysisWordsIn.look(bag, AnalysisCue.JOINING)
        .map(edge -> new Base(edge, Cohorts.SIGNUP, Optional.empty(), Optional.empty()))
        .or(() -> firstPurchase(bag))
        .or(() -> bag.look(MetricWord.class).stream().flatMap(w -> base(w).stream()).findFirst())
        .or(() -> bag.look(BaseStep.class).stream().map(ReturnFigure::doing).findFirst())
        .or(() -> done(bag, AnalysisCue.BOUGHT, shape.purchase()))
        .or(() -> done(bag, AnalysisCue.PRESENT, Optional.empty()));
  }

  private static Base doing(Placed<BaseStep> step) {
    return new Base(
        step.edge(),
        Cohorts.EACH_INTERVAL,
        Optional.of(step.part().step().event()),
        Optional.empty());
  }

  private Optional<Base> firstPurchase(Bag bag) {
    return AnalysisWordsIn.look(bag, AnalysisCue.FIRST_PURCHASE)
        .filter(edge -> shape.purchase().isPresent())
        .map(edge -> new Base(edge, Cohorts.FIRST_EVER, shape.purchase(), Optional.empty()));
  }

  private Optional<Base> done(Bag bag, AnalysisCue cue, Optional<Filter> event) {
    boolean said = cue != AnalysisCue.BOUGHT || event.isPresent();
    return AnalysisWordsIn.look(bag, cue)
        .filter(edge -> said)
        .map(
            edge ->
                new Base(
                    edge,
                    Cohorts.EACH_INTERVAL,
                    event,
                    event.isPresent() ? Optional.empty() : shape.beingThere()));
  }

  private Optional<Base> base(Placed<MetricWord> word) {
    String name = word.part().metric();
    if (shape.isJoining(name)) {
      return Optional.of(new Base(word.edge(), Cohorts.SIGNUP, Optional.empty(), Optional.empty()));
    }
    if (shape.isFirstBuying(name)) {
      return Optional.of(
          new Base(word.edge(), Cohorts.FIRST_EVER, shape.purchase(), Optional.empty()));
    }
    if (shape.isBuying(name)) {
      return Optional.of(
          new Base(word.edge(), Cohorts.EACH_INTERVAL, shape.purchase(), Optional.empty()));
    }
    return shape.isBeingThere(name)
        ? Optional.of(
            new Base(word.edge(), Cohorts.EACH_INTERVAL, Optional.empty(), Optional.of(name)))
        : Optional.empty();
  }

  private Optional<Metric> metric(Base base, int number, Grain unit) {
    return catalog.metrics().stream()
        .filter(
            metric ->
                metric.definition() instanceof BehaviourDefinition.Retention retention
                    && retention.after() == number
                    && retention.unit() == unit
                    && retention.figure() == RetentionFigure.RATE
                    && isOf(retention.cohort(), base))
        .findFirst();
  }

  private static boolean isOf(Cohort cohort, Base base) {
    return cohort instanceof Cohort.Active active
        ? !active.firstTime() && base.activity().filter(active.metric()::equals).isPresent()
        : base.cohorts() == Cohorts.SIGNUP;
  }
}
