package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Relations of those whom rules of segments are about: one column that says who, one row for each.
 * What a person did is aggregated for each person before anything is combined.
 */
final class SegmentMembers {
  private static final String FIGURE = "figure";
  private static final String RANK = "place";
  private static final String COUNT = "people";
  private static final String MET = "met";
  private static final String FAILED = "failed";

  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Leaves leaves;
  private final BehaviourLog log;
  private final RuleRanges ranges;
  private final Buckets buckets;

  /**
   * @param leaves over the same builder, in which no row knows of segments
   */
  SegmentMembers(
      RelBuilder builder, Leaves leaves, BehaviourLog log, RuleRanges ranges, Buckets buckets) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = leaves.rows();
    this.leaves = leaves;
    this.log = log;
    this.ranges = ranges;
    this.buckets = buckets;
  }

  RelNode of(SegmentRule rule) {
    if (rule instanceof SegmentRule.All all) {
      return all(all);
    }
    if (rule instanceof SegmentRule.Any any) {
      any.rules().forEach(part -> builder.push(of(part)));
      return any.rules().size() == 1
          ? builder.build()
          : builder.union(false, any.rules().size()).build();
    }
    if (rule instanceof SegmentRule.Not not) {
      return without(everybody(), of(not.rule()));
    }
    if (rule instanceof SegmentRule.Having having) {
      return people(new RuleRange(Optional.empty(), Optional.of(having.where())));
    }
    if (rule instanceof SegmentRule.SignedUp signedUp) {
      return people(new RuleRange(Optional.of(ranges.of(signedUp.window())), Optional.empty()));
    }
    if (rule instanceof SegmentRule.Measured measured) {
      return measured(measured);
    }
    if (rule instanceof SegmentRule.OnDays days) {
      return onDays(days);
    }
    return rule instanceof SegmentRule.Top top ? top(top) : every((SegmentRule.Every) rule);
  }

  /** Those who meet what must be met, without those who meet what must not. */
  private RelNode all(SegmentRule.All all) {
    List<SegmentRule> met = new ArrayList<>();
    List<SegmentRule> unmet = new ArrayList<>();
    for (SegmentRule part : all.rules()) {
      if (part instanceof SegmentRule.Not not) {
        unmet.add(not.rule());
      } else {
        met.add(part);
      }
    }
    RelNode members;
    if (met.isEmpty()) {
      members = everybody();
    } else {
      met.forEach(part -> builder.push(of(part)));
      members = met.size() == 1 ? builder.build() : builder.intersect(false, met.size()).build();
    }
    for (SegmentRule part : unmet) {
      members = without(members, of(part));
    }
    return members;
  }

  private RelNode without(RelNode members, RelNode others) {
    return builder.push(members).push(others).minus(false, 2).build();
  }

  private RelNode everybody() {
    return people(new RuleRange(Optional.empty(), Optional.empty()));
  }

  private record RuleRange(Optional<TimeRange> signedUp, Optional<Filter> where) {}

  /** Of all who are known, those who signed up in a range and have what is asked. */
  private RelNode people(RuleRange which) {
    String fact = log.people().map(BehaviourLog.People::fact).orElse(log.fact());
    String time = log.people().map(BehaviourLog.People::time).orElse(log.time());
    TimeRange range = which.signedUp().orElseGet(() -> ranges.of(new RuleWindow.Ever()));
    builder.scan(fact);
    List<RexNode> conditions = new ArrayList<>();
    which.signedUp().ifPresent(r -> conditions.add(rows.within(time, r)));
    conditions.add(rows.hasValue(rows.dimension(log.actor(), fact, time, range)));
    Scope scope = new Scope(range, range, which.where(), List.of(), Optional.empty());
    conditions.addAll(leaves.filters().conditions(scope, fact, time));
    builder.filter(conditions);
    RexNode who = rows.dimension(log.actor(), fact, time, range);
    builder.project(List.of(who), List.of(log.actor()), true);
    builder.aggregate(builder.groupKey(log.actor()));
    return builder.build();
  }

  private RelNode measured(SegmentRule.Measured rule) {
    boolean withoutRows =
        leaves
            .formula(rule.figure().metric())
            .withoutRows()
            .filter(none -> rule.bounds().stream().allMatch(bound -> holds(bound, none)))
            .isPresent();
    builder.push(figures(rule.figure(), List.of(), Optional.empty()));
    RexNode met = within(rule.bounds());
    builder.filter(withoutRows ? builder.call(SqlStdOperatorTable.IS_NOT_TRUE, met) : met);
    RelNode found = who();
    return withoutRows ? without(everybody(), found) : found;
  }

  private RelNode onDays(SegmentRule.OnDays rule) {
    TimeRange range = ranges.of(rule.figure().window());
    List<Bucket> days = buckets.of(range, Grain.DAY);
    builder.push(figures(rule.figure(), List.of(), Optional.of(Timeline.of(Grain.DAY, days))));
    builder.filter(within(rule.bounds()));
    builder.aggregate(builder.groupKey(log.actor()), builder.countStar(MET));
    builder.filter(
        builder.call(
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
            builder.field(MET),
            builder.literal(rule.days())));
    return who();
  }

  /** Ranked by the figure; those of one place share it. */
  private RelNode top(SegmentRule.Top rule) {
    builder.push(figures(rule.figure(), List.of(), Optional.empty()));
    builder.filter(builder.isNotNull(builder.field(FIGURE)));
    ranked(builder, Map.of(RANK, builder.desc(builder.field(FIGURE))), COUNT);
    builder.filter(belowShare(builder.field(RANK), builder.field(COUNT), rule.share()));
    return who();
  }

  /** Adds the places by each order, and how many rows there are. */
  static void ranked(RelBuilder builder, Map<String, RexNode> orders, String count) {
    List<RexNode> fields = new ArrayList<>(builder.fields());
    orders.forEach(
        (name, order) ->
            fields.add(
                builder.aggregateCall(SqlStdOperatorTable.RANK).over().orderBy(order).as(name)));
    fields.add(builder.countStar(count).over().as(count));
    builder.project(fields);
  }

  /** Place ≤ ⌈share · people⌉, in whole numbers. */
  private RexNode belowShare(RexNode place, RexNode people, BigDecimal share) {
    BigInteger parts = BigInteger.TEN.pow(Math.max(share.scale(), 0));
    BigInteger taken = share.multiply(new BigDecimal(parts)).toBigIntegerExact();
    return builder.call(
        SqlStdOperatorTable.LESS_THAN,
        times(builder.call(SqlStdOperatorTable.MINUS, place, builder.literal(1)), parts),
        times(people, taken));
  }

  private RexNode times(RexNode number, BigInteger factor) {
    return builder.call(
        SqlStdOperatorTable.MULTIPLY, number, builder.literal(factor.longValueExact()));
  }

  private RelNode every(SegmentRule.Every rule) {
    builder.push(figures(rule.figure(), List.of(rule.entity()), Optional.empty()));
    RexNode failed =
        builder.call(
            SqlStdOperatorTable.CASE,
            builder.call(SqlStdOperatorTable.IS_TRUE, within(rule.bounds())),
            builder.literal(0),
            builder.literal(1));
    builder.project(
        List.of(builder.field(log.actor()), failed), List.of(log.actor(), FAILED), true);
    builder.aggregate(builder.groupKey(log.actor()), builder.sum(builder.field(FAILED)).as(FAILED));
    builder.filter(builder.equals(builder.field(FAILED), builder.literal(0)));
    return who();
  }

  /** The figure by person, and by what else is named. */
  private RelNode figures(Figure figure, List<String> more, Optional<Timeline> timeline) {
    TimeRange range = ranges.of(figure.window());
    List<String> dimensions = new ArrayList<>(List.of(log.actor()));
    dimensions.addAll(more);
    Scope scope = new Scope(range, range, figure.where(), dimensions, timeline);
    Formula formula = leaves.formula(figure.metric());
    return leaves.values(
        scope, Map.of(FIGURE, figure.time().map(formula::placedBy).orElse(formula)));
  }

  private RelNode who() {
    builder.project(List.of(builder.field(log.actor())), List.of(log.actor()), true);
    return builder.build();
  }

  private RexNode within(List<Bound> bounds) {
    return rex.allOf(
        bounds.stream()
            .map(
                bound ->
                    builder.call(
                        Filters.operator(bound.operator()),
                        builder.field(FIGURE),
                        rex.number(bound.value())))
            .toList());
  }

  private static boolean holds(Bound bound, BigDecimal number) {
    int order = number.compareTo(bound.value());
    return switch (bound.operator()) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
    };
  }
}
