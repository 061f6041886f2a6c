package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/** Relations of buyers by how lately, how often and for how much they have bought. */
final class RfmMembers {
  private static final String LAST = "last";
  private static final String OFTEN = "often";
  private static final String SPENT = "spent";
  private static final String PEOPLE = "people";
  private static final String RANK = "place.";

  private final RelBuilder builder;
  private final Rows rows;
  private final Leaves leaves;
  private final Rfm rfm;
  private final String actor;
  private final TimeRange range;
  private final int weekShift;

  /**
   * @param leaves over the same builder, in which no row knows of segments
   * @param actor the dimension that says who
   */
  RfmMembers(RelBuilder builder, Leaves leaves, Rfm rfm, String actor, RuleRanges ranges) {
    this.builder = builder;
    this.rows = leaves.rows();
    this.leaves = leaves;
    this.rfm = rfm;
    this.actor = actor;
    this.range = ranges.of(rfm.window());
    this.weekShift = rows.weekShift();
  }

  /** All buyers who are ranked. */
  RelNode everybody() {
    builder.push(lastDays());
    return who();
  }

  /** Those of any of the groups. */
  RelNode of(Collection<Rfm.Group> groups) {
    builder.push(ranked());
    RexNode lately = isHigh(LAST);
    RexNode often = isHigh(OFTEN);
    RexNode spent = isHigh(SPENT);
    builder.filter(
        builder.or(
            groups.stream()
                .map(
                    group ->
                        builder.and(
                            is(spent, group.muchSpent()),
                            is(lately, group.lately()),
                            is(often, group.often())))
                .toList()));
    return who();
  }

  private RexNode is(RexNode condition, boolean wanted) {
    return wanted ? condition : builder.not(condition);
  }

  /** Score = 1 + ⌊scores · (place − 1) / people⌋ is at least the one that counts as high. */
  private RexNode isHigh(String figure) {
    RexNode before =
        builder.call(SqlStdOperatorTable.MINUS, builder.field(RANK + figure), builder.literal(1));
    return builder.call(
        SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
        builder.call(SqlStdOperatorTable.MULTIPLY, before, builder.literal(rfm.scores())),
        builder.call(
            SqlStdOperatorTable.MULTIPLY, builder.field(PEOPLE), builder.literal(rfm.high() - 1)));
  }

  private RelNode ranked() {
    Scope scope = new Scope(range, range, Optional.empty(), List.of(actor), Optional.empty());
    Map<String, Formula> formulas = new LinkedHashMap<>();
    formulas.put(OFTEN, leaves.formula(rfm.frequency()));
    formulas.put(SPENT, leaves.formula(rfm.monetary()));
    RelNode figures = leaves.values(scope, formulas);
    RelNode both = new Joins(builder).join(lastDays(), figures, List.of(actor), JoinRelType.INNER);
    builder.push(both);
    Map<String, RexNode> orders = new LinkedHashMap<>();
    for (String figure : List.of(LAST, OFTEN, SPENT)) {
      orders.put(RANK + figure, builder.field(figure));
    }
    SegmentMembers.ranked(builder, orders, PEOPLE);
    return builder.build();
  }

  /** The last day of each buyer on the business clock. */
  private RelNode lastDays() {
    Leaf.Rows source =
        leaves.formula(rfm.frequency()).leaves().stream()
            .filter(Leaf.Rows.class::isInstance)
            .map(Leaf.Rows.class::cast)
            .findFirst()
            .orElseThrow();
    builder.scan(source.fact());
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(rows.within(source.time(), range));
    source.where().map(rows::scalar).ifPresent(conditions::add);
    RexNode who = rows.dimension(actor, source.fact(), source.time(), range);
    conditions.add(rows.hasValue(who));
    builder.filter(conditions);
    builder.project(
        List.of(
            rows.dimension(actor, source.fact(), source.time(), range),
            builder.field(source.time())),
        List.of(actor, LAST),
        true);
    builder.aggregate(builder.groupKey(actor), builder.max(LAST, builder.field(LAST)));
    RexNode day = new Rex(builder).floor(rows.localTime(LAST, range), "DAY", weekShift);
    builder.project(List.of(builder.field(actor), day), List.of(actor, LAST), true);
    return builder.build();
  }

  private RelNode who() {
    builder.project(List.of(builder.field(actor)), List.of(actor), true);
    return builder.build();
  }
}
