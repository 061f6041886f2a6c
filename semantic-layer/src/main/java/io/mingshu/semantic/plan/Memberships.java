package io.mingshu.semantic.plan;

import com.google.common.collect.ImmutableList;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.time.Buckets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * To which groups of people the owners of rows belong at the moment of asking, whatever else is
 * asked. People are looked up in sets of them, never joined.
 */
final class Memberships {
  private final RelBuilder builder;
  private final Catalog catalog;
  private final Supplier<Leaves> leaves;
  private final RuleRanges ranges;
  private final Buckets buckets;

  /**
   * @param leaves new ones over the same builder, in which no row knows of segments
   */
  Memberships(
      RelBuilder builder,
      Catalog catalog,
      Supplier<Leaves> leaves,
      RuleRanges ranges,
      Buckets buckets) {
    this.builder = builder;
    this.catalog = catalog;
    this.leaves = leaves;
    this.ranges = ranges;
    this.buckets = buckets;
  }

  /** Those of a segment. */
  RelNode members(Segment segment) {
    return new SegmentMembers(builder, leaves.get(), log(), ranges, buckets).of(segment.rule());
  }

  /** Those in any of the groups of a filter, in order. */
  RelNode inAnyOf(Filter.In in) {
    Optional<Segment> segment = catalog.segment(in.dimension());
    RelNode members;
    if (segment.isPresent()) {
      List<String> values = in.values();
      boolean inside = values.contains("true") != in.negated();
      boolean outside = values.contains("false") != in.negated();
      SegmentRule rule = segment.get().rule();
      SegmentRule other = new SegmentRule.Not(rule);
      SegmentRule asked =
          inside == outside
              ? inside
                  ? new SegmentRule.Any(List.of(rule, other))
                  : new SegmentRule.All(List.of(rule, other))
              : inside ? rule : other;
      members = new SegmentMembers(builder, leaves.get(), log(), ranges, buckets).of(asked);
    } else {
      List<Rfm.Group> groups =
          Arrays.stream(Rfm.Group.values())
              .filter(group -> in.values().contains(group.code()) != in.negated())
              .toList();
      members = rfm().of(groups);
    }
    return builder.push(members).sort(0).build();
  }

  /** The group of an owner as the value of a dimension. */
  RexNode value(String dimension, RexNode owner) {
    Optional<Segment> segment = catalog.segment(dimension);
    if (segment.isPresent()) {
      return isIn(owner, members(segment.get()));
    }
    List<RexNode> cases = new ArrayList<>();
    for (Rfm.Group group : Rfm.Group.values()) {
      cases.add(isIn(owner, rfm().of(List.of(group))));
      cases.add(builder.literal(group.code()));
    }
    cases.add(builder.getRexBuilder().makeNullLiteral(cases.get(1).getType()));
    return builder.call(SqlStdOperatorTable.CASE, cases);
  }

  /** Whether an owner has a group at all. */
  RexNode isKnown(String dimension, RexNode owner) {
    return catalog.segment(dimension).isPresent()
        ? builder.isNotNull(owner)
        : isIn(owner, rfm().everybody());
  }

  /** Whether an owner is in any of the groups of a filter. */
  RexNode matches(Filter.In in, RexNode owner) {
    Optional<Segment> segment = catalog.segment(in.dimension());
    if (segment.isPresent()) {
      boolean inside = in.values().contains("true") != in.negated();
      boolean outside = in.values().contains("false") != in.negated();
      if (inside == outside) {
        return inside ? builder.isNotNull(owner) : builder.literal(false);
      }
      RexNode isIn = isIn(owner, members(segment.get()));
      return inside ? isIn : builder.not(isIn);
    }
    List<Rfm.Group> groups =
        in.values().stream().flatMap(code -> Rfm.Group.of(code).stream()).distinct().toList();
    RexNode isIn = isIn(owner, rfm().of(groups));
    return in.negated() ? builder.not(isIn) : isIn;
  }

  private RfmMembers rfm() {
    return new RfmMembers(
        builder, leaves.get(), catalog.rfm().orElseThrow(), log().actor(), ranges);
  }

  private BehaviourLog log() {
    return catalog.behaviour().orElseThrow();
  }

  private static RexNode isIn(RexNode owner, RelNode members) {
    return RexSubQuery.in(members, ImmutableList.of(owner));
  }
}
