package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.RetentionFigure;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
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

  private final Catalog catalog;
  private final CatalogShape shape;

  ReturnFigure(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.shape = shape;
  }

  /** Whom the figure is of. */
  private record Base(Edge edge, Cohorts cohorts, Optional<String> activity) {}

  Optional<Analysis> take(Bag bag, Draft draft) {
    List<Placed<ReturnPart>> returns = bag.look(ReturnPart.class);
    Optional<Base> base = base(bag);
    if (returns.size() != 1
        || base.isEmpty()
        || AnalysisWordsIn.look(bag, AnalysisCue.COHORT_TABLE).isPresent()
        || AnalysisWordsIn.look(bag, AnalysisCue.MATRIX).isPresent()) {
      return Optional.empty();
    }
    Placed<ReturnPart> later = returns.get(0);
    FunnelFigures figures = FunnelFigures.take(bag);
    if (figures.lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, later.edge(), Messages.GONE_SHARE);
    }
    boolean counted = !figures.rate() && (figures.stepwise() || isCounted(bag, later.edge()));
    Optional<Metric> metric =
        later.part().only().filter(n -> !counted).flatMap(n -> metric(base.get(), n, later.part()));
    bag.take(base.get().edge());
    bag.look(MetricWord.class)
        .forEach(
            word ->
                draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.edge(), Messages.FIGURE_OF_THEM));
    bag.take(later.edge());
    AnalysisWordsIn.take(bag, AnalysisCue.JOINING);
    if (metric.isPresent()) {
      bag.reread(later.edge(), new MetricWord(metric.get().name(), Optional.empty()));
      return Optional.empty();
    }
    return Optional.of(made -> query(base.get(), later.part(), made));
  }

  private static RetentionQuery query(Base base, ReturnPart later, Draft draft) {
    if (draft.grain != null && draft.grain != later.unit()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, draft.grainWords, Messages.GRAIN_TWICE);
    }
    return new RetentionQuery(
        base.cohorts(),
        Optional.empty(),
        Optional.empty(),
        later.unit(),
        later.returns(),
        1,
        draft.dimensions.stream().findFirst(),
        false,
        draft.grain == null,
        false,
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

  private Optional<Base> base(Bag bag) {
    Optional<Base> joined =
        AnalysisWordsIn.look(bag, AnalysisCue.JOINING)
            .map(edge -> new Base(edge, Cohorts.SIGNUP, Optional.empty()));
    return joined.or(
        () -> bag.look(MetricWord.class).stream().flatMap(word -> base(word).stream()).findFirst());
  }

  private Optional<Base> base(Placed<MetricWord> word) {
    String name = word.part().metric();
    if (shape.isJoining(name)) {
      return Optional.of(new Base(word.edge(), Cohorts.SIGNUP, Optional.empty()));
    }
    boolean active =
        catalog.metrics().stream()
            .anyMatch(
                metric ->
                    metric.definition() instanceof BehaviourDefinition.Retention retention
                        && retention.cohort() instanceof Cohort.Active cohort
                        && !cohort.firstTime()
                        && cohort.metric().equals(name));
    return active
        ? Optional.of(new Base(word.edge(), Cohorts.EACH_INTERVAL, Optional.of(name)))
        : Optional.empty();
  }

  private Optional<Metric> metric(Base base, int number, ReturnPart later) {
    return catalog.metrics().stream()
        .filter(
            metric ->
                metric.definition() instanceof BehaviourDefinition.Retention retention
                    && retention.after() == number
                    && retention.unit() == later.unit()
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
