package io.mingshu.semantic.segment;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what was asked into the rule of a segment that has exactly the people whom the answer is
 * about; or says why no rule can. Immutable.
 */
public final class SegmentFromQuery {
  private final Catalog catalog;
  private final PeriodResolver periods;

  public SegmentFromQuery(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodResolver(catalog);
  }

  /**
   * Whom a query is about.
   *
   * @param query one that this catalog can answer
   * @param asOf the moment at which it was asked
   */
  public RuleOutcome of(SemanticQuery query, Instant asOf) {
    try {
      if (catalog.behaviour().isEmpty()) {
        throw new NotARule(
            "这份目录没有说明谁是用户（behaviour），不能有人群",
            "The catalog does not say who people are (behaviour), so there can be no segments");
      }
      return new RuleOutcome.Found(rule(query, catalog.behaviour().get(), asOf));
    } catch (NotARule e) {
      return new RuleOutcome.Impossible(e.why());
    }
  }

  private SegmentRule rule(SemanticQuery query, BehaviourLog log, Instant asOf) throws NotARule {
    if (query instanceof FunnelQuery) {
      throw new NotARule(
          "人群规则说不了漏斗各步的先后；可以先问“近30天加购的用户数”这样的人数，再存成人群",
          "Rules cannot say in which order steps happen; ask for a number of people, such as users who"
              + " added to the cart in the last 30 days, and save these");
    }
    if (!(query instanceof MetricQuery metrics)) {
      throw new NotARule(
          "这个分析的结果里有许多批人，不是一批；请先问一个人数，再存成人群",
          "This analysis is about many groups of people; ask for a number of people and save these");
    }
    RuleWindows windows = new RuleWindows(periods, periods.calendar().at(asOf));
    PeopleRules people = new PeopleRules(catalog, log, windows);
    Metric metric = counted(metrics, log);
    Conditions conditions = new Conditions();
    for (Filter part : Filter.conjuncts(metrics.filter())) {
      conditions.add(part, log);
    }
    List<SegmentRule> rules = new ArrayList<>();
    Period period = metrics.period().orElse(catalog.defaultPeriod());
    if (isHeadcount(metric)) {
      conditions.where().map(SegmentRule.Having::new).ifPresent(rules::add);
    } else {
      rules.add(people.of(metric, conditions.where(), period));
    }
    for (MetricCondition condition : conditions.ofPeople) {
      rules.add(new ConditionRules(people).of(condition, conditions.where(), windows.of(period)));
    }
    rules.addAll(conditions.memberships);
    if (rules.isEmpty()) {
      throw new NotARule("这是全部用户，不用存成人群", "These are all users; there is nothing to set apart");
    }
    return rules.size() == 1 ? rules.get(0) : new SegmentRule.All(rules);
  }

  /** The one metric of a query that gives one number. */
  private Metric counted(MetricQuery query, BehaviourLog log) throws NotARule {
    if (query.metrics().size() != 1) {
      throw new NotARule(
          "这个回答有几个指标；请只问一个人数，再存成人群",
          "The answer has several figures; ask for one number of people, then save these");
    }
    boolean grouped = !query.dimensions().isEmpty() || query.grain().isPresent();
    if (grouped || query.countGroups() || query.accumulation().isPresent()) {
      throw new NotARule(
          "这个回答分成了许多组，说不出存哪一批人；请先问其中一组的人数",
          "The answer has many groups; ask for the number of people of one of them first");
    }
    if (!query.conditions().isEmpty() || query.ranking().isPresent()) {
      throw new NotARule(
          "这个回答的条件是对整个数的，不是对每个人的", "The condition is on the whole figure, not on each person");
    }
    Metric metric = catalog.metric(query.metrics().get(0)).orElseThrow();
    boolean cohort = catalog.isOfCohorts(metric.name());
    if (cohort || catalog.dimension(log.actor()).isEmpty()) {
      throw new NotARule(
          "“" + metric.label().zh() + "”是许多批人合起来的数，不是一批人；请先问一个人数",
          "“"
              + metric.label().en()
              + "” is of many cohorts together; ask for a number of people first");
    }
    return metric;
  }

  private boolean isHeadcount(Metric metric) {
    return catalog.people().filter(all -> all.name().equals(metric.name())).isPresent();
  }

  /** What a query's filter comes to: which rows count, and which people. */
  private final class Conditions {
    private final List<Filter> rows = new ArrayList<>();
    private final List<MetricCondition> ofPeople = new ArrayList<>();
    private final List<SegmentRule> memberships = new ArrayList<>();

    Optional<Filter> where() {
      return rows.size() < 2
          ? rows.stream().findFirst()
          : Optional.of(new Filter.And(List.copyOf(rows)));
    }

    void add(Filter part, BehaviourLog log) throws NotARule {
      if (part instanceof Filter.EntityHas has && has.entity().equals(log.actor())) {
        ofPeople.addAll(has.conditions());
      } else if (part instanceof Filter.In in) {
        Dimension dimension = catalog.dimension(in.dimension()).orElseThrow();
        if (dimension.source() instanceof Dimension.Membership) {
          memberships.add(membership(in));
        } else {
          rows.add(in);
        }
      } else {
        throw new NotARule(
            "人群规则只会说“某个维度是（不是）这些值”和“每个人自己的指标在什么范围”；这个回答的条件（名次、订单的条件、区间或“或者”）它说不了",
            "Rules can say that a dimension has (has not) some values and that a figure of each person"
                + " lies within bounds; this answer's conditions (ranks, conditions on orders, ranges or"
                + " alternatives) they cannot");
      }
    }

    private SegmentRule membership(Filter.In in) throws NotARule {
      Optional<Segment> segment = catalog.segment(in.dimension());
      boolean inside = in.values().contains("true") != in.negated();
      boolean outside = in.values().contains("false") != in.negated();
      if (segment.isEmpty() || inside == outside) {
        throw new NotARule(
            "RFM 分群按全体买家的名次划分，还不能写进另一个人群的规则",
            "RFM groups go by ranks among all buyers; the rule of another segment cannot use them");
      }
      SegmentRule rule = segment.get().rule();
      return inside ? rule : new SegmentRule.Not(rule);
    }
  }
}
