package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.plan.algebra.Scalars;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/** Rows of one fact in a scope, and what can be said of a row. */
final class Rows {
  private final RelBuilder builder;
  private final Rex rex;
  private final Catalog catalog;
  private final MetricExpander expander;
  private final BusinessCalendar calendar;

  private final Optional<Memberships> memberships;

  /**
   * @param memberships to which groups of people the owners of rows belong; absent where that is
   *     being found out
   */
  Rows(
      RelBuilder builder,
      Catalog catalog,
      MetricExpander expander,
      Optional<Memberships> memberships) {
    this.memberships = memberships;
    this.builder = builder;
    this.rex = new Rex(builder);
    this.catalog = catalog;
    this.expander = expander;
    this.calendar = new BusinessCalendar(catalog);
  }

  RexNode scalar(String expression) {
    return Scalars.over(builder).translate(expander.expression(expression));
  }

  /** The moments of a range on the fact's time column. */
  RexNode within(String time, TimeRange range) {
    return within(time, range.from(), range.until());
  }

  RexNode within(String time, LocalDateTime from, LocalDateTime until) {
    RexNode column = comparable(builder.field(time));
    return builder.and(
        builder.call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, column, bound(from, isDate(time))),
        builder.call(SqlStdOperatorTable.LESS_THAN, column, bound(until, isDate(time))));
  }

  boolean isDate(String time) {
    return builder.field(time).getType().getSqlTypeName() == SqlTypeName.DATE;
  }

  /** A time column as it compares with {@link #bound}. */
  RexNode comparable(RexNode time) {
    return time.getType().getSqlTypeName() == SqlTypeName.DATE
        ? rex.as(time, SqlTypeName.TIMESTAMP)
        : time;
  }

  /** A moment of the business clock as time columns have it: in UTC, but days as they are. */
  RexNode bound(LocalDateTime time, boolean ofDays) {
    return rex.timestamp(
        ofDays ? time : LocalDateTime.ofInstant(calendar.moment(time), ZoneOffset.UTC));
  }

  /** The row's time on the business clock. */
  RexNode localTime(String time, TimeRange range) {
    RexNode column = builder.field(time);
    if (isDate(time)) {
      return comparable(column);
    }
    Optional<ZoneOffset> offset = offsetWithin(range);
    return builder.call(
        SemanticOperators.LOCAL_TIME,
        column,
        builder.literal(catalog.zone().getId()),
        builder.literal(offset.map(o -> o.getTotalSeconds() / 60).orElse(null)));
  }

  /** The zone's offset where it does not change within the range. */
  private Optional<ZoneOffset> offsetWithin(TimeRange range) {
    var rules = catalog.zone().getRules();
    var from = calendar.moment(range.from());
    ZoneOffset offset = rules.getOffset(from);
    ZoneOffsetTransition next = rules.nextTransition(from);
    boolean changes = next != null && next.getInstant().isBefore(calendar.moment(range.until()));
    return changes || offset.getTotalSeconds() % 60 != 0 ? Optional.empty() : Optional.of(offset);
  }

  RexNode bucket(String time, TimeRange range, Grain grain) {
    return rex.floor(localTime(time, range), grain.name(), weekShift());
  }

  /** Days from Monday to the first day of a week. */
  int weekShift() {
    return catalog.weekStart().getValue() - 1;
  }

  Dimension dimension(String name) {
    return catalog.dimension(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The value of a dimension on the row. */
  RexNode dimension(String name, String fact, String time, TimeRange range) {
    Dimension.Source source = dimension(name).source();
    if (source instanceof Dimension.Columns columns) {
      String expression = columns.expressions().get(fact);
      if (expression == null) {
        throw new IllegalArgumentException(fact + " has no " + name);
      }
      return scalar(expression);
    }
    if (source instanceof Dimension.Membership membership) {
      return memberships().value(name, owner(membership, fact));
    }
    if (source instanceof Dimension.TimePart part) {
      RexNode local = localTime(time, range);
      return switch (part.part()) {
        case HOUR_OF_DAY -> part(local, "HOUR");
        case WEEKDAY -> part(local, "WEEKDAY");
        case WEEKEND ->
            builder.call(
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                part(local, "WEEKDAY"),
                builder.literal(6));
      };
    }
    throw new IllegalArgumentException(name);
  }

  Memberships memberships() {
    return memberships.orElseThrow(() -> new IllegalStateException("a segment in a segment"));
  }

  /** Whose the row is. */
  RexNode owner(Dimension.Membership membership, String fact) {
    return scalar(
        Optional.ofNullable(membership.owners().get(fact))
            .orElseThrow(() -> new IllegalArgumentException(fact + " has no owners")));
  }

  private RexNode part(RexNode local, String part) {
    return builder.call(SemanticOperators.TIME_PART, local, builder.literal(part));
  }

  /** Whether a dimension has a value: neither null nor, as text, empty. */
  RexNode hasValue(RexNode value) {
    return isText(value)
        ? builder.call(SqlStdOperatorTable.NOT_EQUALS, value, builder.literal(""))
        : builder.isNotNull(value);
  }

  RexNode hasNone(RexNode value) {
    return isText(value)
        ? builder.or(builder.isNull(value), builder.equals(value, builder.literal("")))
        : builder.isNull(value);
  }

  static boolean isText(RexNode value) {
    return SqlTypeFamily.CHARACTER.contains(value.getType());
  }

  /** The keys of a scope, in order. */
  List<RexNode> keys(Scope scope, String fact, String time) {
    List<RexNode> keys = new ArrayList<>();
    scope.timeline().ifPresent(timeline -> keys.add(bucket(time, scope.range(), timeline.grain())));
    for (String name : scope.dimensions()) {
      keys.add(dimension(name, fact, time, scope.range()));
    }
    return keys;
  }

  /** What a row must meet to be in the scope: its time, its cut unit, its groups' values. */
  List<RexNode> conditions(Scope scope, String fact, String time) {
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(within(time, scope.range()));
    scope.timeline().ifPresent(timeline -> conditions.addAll(clips(timeline, time, scope)));
    for (String name : scope.dimensions()) {
      if (dimension(name).source() instanceof Dimension.Columns) {
        conditions.add(hasValue(dimension(name, fact, time, scope.range())));
      } else if (dimension(name).source() instanceof Dimension.Membership membership) {
        conditions.add(memberships().isKnown(name, owner(membership, fact)));
      }
    }
    return conditions;
  }

  /**
   * Bases of which only a part counts, where the range does not cut them already: weeks of the year
   * before do not follow each other as those of this year do.
   */
  private List<RexNode> clips(Timeline timeline, String time, Scope scope) {
    List<RexNode> clips = new ArrayList<>();
    if (timeline.kind() != Timeline.Kind.MAPPED) {
      return clips;
    }
    for (Timeline.Slot slot : timeline.slots()) {
      LocalDateTime start = slot.unit().start();
      LocalDateTime from = slot.unit().from();
      LocalDateTime until = slot.unit().until();
      LocalDateTime end = calendar.plus(start, 1, timeline.grain());
      if ((from.isAfter(start) && from.isAfter(scope.range().from()))
          || (until.isBefore(end) && until.isBefore(scope.range().until()))) {
        clips.add(builder.or(builder.not(within(time, start, end)), within(time, from, until)));
      }
    }
    return clips;
  }
}
