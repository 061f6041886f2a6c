package io.mingshu.semantic.segment;

import io.mingshu.semantic.catalog.BehaviourDefinition.Churn;
import io.mingshu.semantic.catalog.BehaviourDefinition.ChurnFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.EntityCount;
import io.mingshu.semantic.catalog.MetricDefinition.FirstTime;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom a metric counts, as a rule. */
final class PeopleRules {
  private static final List<Bound> COUNTED_IN =
      List.of(new Bound(Operator.AT_LEAST, BigDecimal.ONE));

  private final Catalog catalog;
  private final BehaviourLog log;
  private final RuleWindows windows;

  PeopleRules(Catalog catalog, BehaviourLog log, RuleWindows windows) {
    this.catalog = catalog;
    this.log = log;
    this.windows = windows;
  }

  /**
   * Those whom a metric counts in a period.
   *
   * @param where which rows count
   */
  SegmentRule of(Metric metric, Optional<Filter> where, Period period) throws NotARule {
    MetricDefinition definition = metric.definition();
    if (definition instanceof Aggregate aggregate && countsPeople(aggregate)) {
      return counted(metric.name(), where, windows.of(period));
    }
    if (definition instanceof FirstTime first) {
      Metric base = catalog.metric(first.metric()).orElseThrow();
      if (base.definition() instanceof Aggregate aggregate && countsPeople(aggregate)) {
        return all(
            counted(base.name(), where, windows.of(period)),
            not(counted(base.name(), Optional.empty(), windows.before(period))));
      }
    }
    if (definition instanceof EntityCount count && count.entity().equals(log.actor())) {
      return new ConditionRules(this).of(count.condition(), where, windows.of(period));
    }
    if (definition instanceof Churn churn && churn.entity().equals(log.actor())) {
      return churn(churn, where, period);
    }
    if (definition instanceof Lifecycle lifecycle && lifecycle.entity().equals(log.actor())) {
      return lifecycle(lifecycle, where, period);
    }
    throw new NotARule(notPeople(metric));
  }

  private static Text notPeople(Metric metric) {
    return new Text(
        "“" + metric.label().zh() + "”不是一批人的人数，说不出是哪些人；请问买家数、活跃用户数这样的人数",
        "“"
            + metric.label().en()
            + "” is not the number of some people, so there is nobody to save; ask for buyers, active"
            + " users or the like");
  }

  private SegmentRule churn(Churn churn, Optional<Filter> where, Period period) throws NotARule {
    SegmentRule there =
        there(churn.activity(), where, windows.back(period, churn.away(), churn.there()));
    return churn.figure() == ChurnFigure.BASE
        ? there
        : all(
            there,
            not(there(churn.activity(), Optional.empty(), windows.back(period, 0, churn.away()))));
  }

  /** Conditions are about who is there before, or about who is new to being there. */
  private SegmentRule lifecycle(Lifecycle lifecycle, Optional<Filter> where, Period period)
      throws NotARule {
    String activity = lifecycle.activity();
    Optional<Filter> any = Optional.empty();
    return switch (lifecycle.state()) {
      case NEW ->
          all(
              there(activity, where, windows.of(period)),
              not(there(activity, any, windows.before(period))));
      case RETAINED ->
          all(
              there(activity, where, windows.beside(period)),
              there(activity, any, windows.of(period)));
      case RESURRECTED ->
          all(
              there(activity, where, windows.of(period)),
              not(there(activity, any, windows.beside(period))),
              there(activity, any, windows.before(period)));
      case DORMANT ->
          all(
              there(activity, where, windows.beside(period)),
              not(there(activity, any, windows.of(period))));
    };
  }

  /** Those who have rows of a metric. */
  private SegmentRule there(String activity, Optional<Filter> where, RuleWindow window)
      throws NotARule {
    Metric metric = catalog.metric(activity).orElseThrow();
    boolean counts =
        metric.definition() instanceof Aggregate aggregate
            && (aggregate.function() == Function.COUNT
                || aggregate.function() == Function.COUNT_DISTINCT);
    if (!counts) {
      throw new NotARule(notPeople(metric));
    }
    return counted(activity, where, window);
  }

  private SegmentRule counted(String metric, Optional<Filter> where, RuleWindow window)
      throws NotARule {
    return measured(metric, where, window, COUNTED_IN);
  }

  /** Those whose own figure lies within bounds. */
  SegmentRule measured(String metric, Optional<Filter> where, RuleWindow window, List<Bound> bounds)
      throws NotARule {
    Metric measured = catalog.metric(metric).orElseThrow();
    Set<String> facts = new LinkedHashSet<>();
    if (!isOfRows(measured, facts) || !facts.stream().allMatch(this::knowsWhose)) {
      throw new NotARule(
          "“" + measured.label().zh() + "”不能逐人计算，不能写进人群规则",
          "“" + measured.label().en() + "” is no figure of one person, so no rule can use it");
    }
    for (Filter condition : Filter.conjuncts(where)) {
      requireDimension(condition, facts, measured);
    }
    return isSigningUp(measured, where)
        ? new SegmentRule.SignedUp(window)
        : new SegmentRule.Measured(new Figure(metric, where, Optional.empty(), window), bounds);
  }

  private void requireDimension(Filter condition, Set<String> facts, Metric measured)
      throws NotARule {
    Dimension dimension = catalog.dimension(((Filter.In) condition).dimension()).orElseThrow();
    if (!facts.stream().allMatch(dimension::belongsTo)) {
      throw new NotARule(
          "“" + measured.label().zh() + "”没有“" + dimension.label().zh() + "”这个维度",
          "“" + measured.label().en() + "” has no dimension “" + dimension.label().en() + "”");
    }
  }

  /** Whether a metric is made of sums and counts of rows. */
  private boolean isOfRows(Metric metric, Set<String> facts) {
    if (metric.definition() instanceof Aggregate aggregate) {
      facts.add(aggregate.fact());
      return true;
    }
    Set<String> parts = catalog.parts(metric.name());
    return (metric.definition() instanceof MetricDefinition.Ratio
            || metric.definition() instanceof MetricDefinition.Derived)
        && parts.stream().allMatch(part -> isOfRows(catalog.metric(part).orElseThrow(), facts));
  }

  private boolean knowsWhose(String fact) {
    return catalog.dimension(log.actor()).filter(who -> who.belongsTo(fact)).isPresent();
  }

  /** Whether those counted are those who signed up, which has a rule of its own. */
  private boolean isSigningUp(Metric metric, Optional<Filter> where) {
    return where.isEmpty()
        && metric.definition() instanceof Aggregate aggregate
        && aggregate.where().isEmpty()
        && countsPeople(aggregate)
        && log.people()
            .filter(
                all -> all.fact().equals(aggregate.fact()) && all.time().equals(aggregate.time()))
            .isPresent();
  }

  private boolean countsPeople(Aggregate aggregate) {
    boolean rowsArePeople =
        log.people().filter(all -> all.fact().equals(aggregate.fact())).isPresent();
    return aggregate.function() == Function.COUNT_DISTINCT
        ? aggregate.expression().equals(who(aggregate.fact()))
        : aggregate.function() == Function.COUNT && rowsArePeople;
  }

  private Optional<String> who(String fact) {
    return catalog
        .dimension(log.actor())
        .map(Dimension::source)
        .filter(Dimension.Columns.class::isInstance)
        .map(source -> ((Dimension.Columns) source).expressions().get(fact));
  }

  static SegmentRule all(SegmentRule... rules) {
    return new SegmentRule.All(List.of(rules));
  }

  static SegmentRule not(SegmentRule rule) {
    return new SegmentRule.Not(rule);
  }
}
