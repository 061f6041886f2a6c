package io.mingshu.semantic.plan;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.BehaviourTimes.Pair;
import io.mingshu.semantic.plan.BehaviourTimes.Stretch;
import io.mingshu.semantic.plan.Leaf.Who;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilder.AggCall;

/**
 * Counts those who have rows in one stretch of time and, or but not, in another. Both sides are
 * reduced to one row for each of them and each unit of time before they meet, so that no two rows
 * of a fact are ever joined.
 */
final class Meetings {
  private static final String WHO = "who";
  private static final String PAIR = "pair";
  private static final String MET = "met";
  private static final String UNIT = "time.unit";
  private static final String FROM_UNIT = "time.from.unit";
  private static final String LAST_UNIT = "time.last.unit";
  private static final String FROM = "time.from";
  private static final String FROM_UTC = "time.from.utc";
  private static final String FIRST = "first";
  private static final List<Grain> COARSEST_FIRST =
      List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY);

  private final RelBuilder builder;
  private final Rows rows;
  private final Filters filters;
  private final Placement placement;
  private final BehaviourTimes times;
  private final RollupRouter router;
  private final Joins joins;
  private final Rex rex;

  Meetings(
      RelBuilder builder,
      Rows rows,
      Filters filters,
      Placement placement,
      BehaviourTimes times,
      RollupRouter router) {
    this.builder = builder;
    this.rows = rows;
    this.filters = filters;
    this.placement = placement;
    this.times = times;
    this.router = router;
    this.joins = new Joins(builder);
    this.rex = new Rex(builder);
  }

  /** The parts that hold the meetings among leaves; those of the same people share one. */
  List<Part> parts(
      Scope scope, Collection<Leaf> leaves, Set<Leaf> grouping, Supplier<String> newColumn) {
    Map<Leaf.Meeting, List<Leaf.Meeting>> shared = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.Meeting meeting) {
        shared.computeIfAbsent(meeting.of(Who.ALL), all -> new ArrayList<>()).add(meeting);
      }
    }
    return shared.values().stream()
        .map(same -> part(scope, same, same.stream().anyMatch(grouping::contains), newColumn))
        .toList();
  }

  private Part part(
      Scope scope, List<Leaf.Meeting> same, boolean grouping, Supplier<String> newColumn) {
    Leaf.Meeting meeting = same.get(0);
    RelNode met = met(scope, meeting);
    builder.push(met);
    List<AggCall> calls = new ArrayList<>();
    Map<Leaf, String> columnOf = new LinkedHashMap<>();
    for (Leaf.Meeting one : same) {
      String column = newColumn.get();
      columnOf.put(one, column);
      RexNode marker = builder.field(MET);
      AggCall count = builder.countStar(null);
      calls.add(
          switch (one.who()) {
            case ALL -> count.as(column);
            case MET -> count.filter(builder.isNotNull(marker)).as(column);
            case MISSED -> count.filter(builder.isNull(marker)).as(column);
          });
    }
    builder.aggregate(builder.groupKey(scope.keys().toArray(String[]::new)), calls);
    return new Part(builder.build(), scope.keys(), columnOf, grouping);
  }

  /** One row for each of those of the first side, group and pair, marked where they met. */
  private RelNode met(Scope scope, Leaf.Meeting meeting) {
    List<Pair> pairs = times.pairs(scope, meeting);
    boolean placed = scope.timeline().isPresent() || pairs.size() > 1;
    if (pairs.isEmpty()) {
      Stretch nothing = new Stretch(scope.range().from(), scope.range().from());
      pairs = List.of(new Pair(scope.timeline().map(t -> t.labels().get(0)), nothing, nothing));
    }
    Side start = new Side(pairs.stream().map(Pair::start).toList());
    Side other = new Side(pairs.stream().map(Pair::other).toList());
    RelNode first = starting(scope, meeting.start(), start, placed);
    RelNode second = there(meeting.other(), other, placed);
    boolean firstTime = meeting.stretches() instanceof Leaf.Later later && later.firstTime();
    List<String> keys = new ArrayList<>(List.of(WHO));
    if (placed) {
      List<LocalDateTime> labels = pairs.stream().flatMap(p -> p.label().stream()).toList();
      first = placed(first, start, labels, firstTime, scope.dimensions());
      second = placed(second, other, List.of(), false, List.of());
      keys.add(PAIR);
    }
    if (firstTime) {
      first = firstTimers(first, meeting.start(), start, placed);
    }
    builder.push(second);
    List<RexNode> fields = new ArrayList<>(builder.fields());
    fields.add(builder.literal(1));
    List<String> names = new ArrayList<>(second.getRowType().getFieldNames());
    names.add(MET);
    builder.project(fields, names, true);
    return joins.join(first, builder.build(), keys, JoinRelType.LEFT);
  }

  /** The rows of the first side by group, which filters are about, and unit of time. */
  private RelNode starting(Scope scope, Leaf.Rows source, Side side, boolean placed) {
    Scope whole =
        new Scope(
            side.range(), scope.asked(), scope.filter(), scope.dimensions(), Optional.empty());
    scan(source);
    List<RexNode> conditions =
        new ArrayList<>(rows.conditions(whole, source.fact(), source.time()));
    conditions.addAll(conditions(source, side, placed));
    conditions.addAll(filters.conditions(whole, source.fact(), source.time()));
    builder.filter(conditions);
    List<RexNode> fields = new ArrayList<>(rows.keys(whole, source.fact(), source.time()));
    return distinct(source, side, placed, fields, new ArrayList<>(scope.dimensions()));
  }

  /** Any rows of the other side by unit of time. */
  private RelNode there(Leaf.Rows source, Side side, boolean placed) {
    scan(source);
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(rows.within(source.time(), side.range()));
    conditions.addAll(conditions(source, side, placed));
    builder.filter(conditions);
    return distinct(source, side, placed, new ArrayList<>(), new ArrayList<>());
  }

  private void scan(Leaf.Rows source) {
    router.rows(source.fact());
    builder.scan(source.fact());
  }

  private List<RexNode> conditions(Leaf.Rows source, Side side, boolean placed) {
    List<RexNode> conditions = new ArrayList<>();
    source.where().map(rows::scalar).ifPresent(conditions::add);
    conditions.add(builder.isNotNull(rows.scalar(source.expression().orElseThrow())));
    if (placed) {
      for (Stretch cut : side.cut()) {
        LocalDateTime from = times.calendar().floor(cut.from(), side.unit());
        LocalDateTime until = times.calendar().plus(from, 1, side.unit());
        conditions.add(
            builder.or(
                builder.not(rows.within(source.time(), from, until)),
                rows.within(source.time(), cut.from(), cut.until())));
      }
    }
    return conditions;
  }

  private RelNode distinct(
      Leaf.Rows source, Side side, boolean placed, List<RexNode> fields, List<String> names) {
    fields.add(rows.scalar(source.expression().orElseThrow()));
    names.add(WHO);
    if (placed) {
      fields.add(rows.bucket(source.time(), side.range(), side.unit()));
      names.add(UNIT);
    }
    builder.project(fields, names, true);
    builder.aggregate(builder.groupKey(names.toArray(String[]::new)));
    return builder.build();
  }

  /** Those whose first row in the whole history, whatever is asked, is in their stretch. */
  private RelNode firstTimers(RelNode starting, Leaf.Rows source, Side side, boolean placed) {
    builder.scan(source.fact());
    boolean ofDays = rows.isDate(source.time());
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(builder.isNotNull(builder.field(source.time())));
    source.where().map(rows::scalar).ifPresent(conditions::add);
    builder.filter(conditions);
    builder.aggregate(
        builder.groupKey(builder.alias(rows.scalar(source.expression().orElseThrow()), WHO)),
        builder.min(FIRST, builder.field(source.time())));
    RelNode history = builder.build();
    builder.push(joins.join(starting, history, List.of(WHO), JoinRelType.INNER));
    RexNode from =
        placed ? builder.field(ofDays ? FROM : FROM_UTC) : rows.bound(side.range().from(), ofDays);
    builder.filter(
        builder.call(
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
            rows.comparable(builder.field(FIRST)),
            from));
    return builder.build();
  }

  /** Rows by unit in the stretches that hold the unit, once for each of them. */
  private RelNode placed(
      RelNode byUnit,
      Side side,
      List<LocalDateTime> labels,
      boolean withFrom,
      List<String> dimensions) {
    List<List<RexLiteral>> tuples = new ArrayList<>();
    for (int i = 0; i < side.stretches().size(); i++) {
      Stretch stretch = side.stretches().get(i);
      List<RexLiteral> tuple = new ArrayList<>();
      tuple.add(rex.timestamp(times.calendar().floor(stretch.from(), side.unit())));
      tuple.add(rex.timestamp(lastUnit(stretch, side.unit())));
      if (!labels.isEmpty()) {
        tuple.add(rex.timestamp(labels.get(i)));
      }
      if (withFrom) {
        tuple.add(rex.timestamp(stretch.from()));
        tuple.add((RexLiteral) rows.bound(stretch.from(), false));
      }
      tuple.add(builder.literal(i));
      tuples.add(tuple);
    }
    List<String> names = new ArrayList<>(List.of(FROM_UNIT, LAST_UNIT));
    if (!labels.isEmpty()) {
      names.add(Scope.BUCKET);
    }
    if (withFrom) {
      names.addAll(List.of(FROM, FROM_UTC));
    }
    names.add(PAIR);
    RelNode stretches = placement.constants(tuples, names, names.size() - 1);
    builder.push(byUnit).push(stretches);
    RexNode unit = builder.field(2, 0, UNIT);
    List<RexNode> inside =
        side.oneUnitEach()
            ? List.of(builder.equals(unit, builder.field(2, 1, FROM_UNIT)))
            : List.of(
                builder.call(
                    SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                    unit,
                    builder.field(2, 1, FROM_UNIT)),
                builder.call(
                    SqlStdOperatorTable.LESS_THAN_OR_EQUAL, unit, builder.field(2, 1, LAST_UNIT)));
    builder.join(JoinRelType.INNER, inside);
    List<String> kept = new ArrayList<>(dimensions);
    kept.add(WHO);
    kept.addAll(names.subList(2, names.size()));
    builder.aggregate(builder.groupKey(kept.toArray(String[]::new)));
    return builder.build();
  }

  private LocalDateTime lastUnit(Stretch stretch, Grain unit) {
    LocalDateTime last = stretch.isEmpty() ? stretch.from() : stretch.until().minusNanos(1);
    return times.calendar().floor(last, unit);
  }

  /** One side of pairs, and the unit of time that its rows are cut to. */
  private final class Side {
    private final List<Stretch> stretches;
    private final Grain unit;
    private final TimeRange range;

    Side(List<Stretch> stretches) {
      this.stretches = stretches;
      this.range =
          new TimeRange(
              stretches.stream().map(Stretch::from).min(LocalDateTime::compareTo).orElseThrow(),
              stretches.stream().map(Stretch::until).max(LocalDateTime::compareTo).orElseThrow(),
              true);
      this.unit =
          COARSEST_FIRST.stream()
              .filter(grain -> stretches.stream().allMatch(s -> isWhole(s, grain)))
              .findFirst()
              .or(() -> COARSEST_FIRST.stream().filter(this::isOneToOne).findFirst())
              .orElseGet(this::only);
    }

    private boolean isWhole(Stretch stretch, Grain grain) {
      BusinessCalendar calendar = times.calendar();
      return calendar.isStart(stretch.from(), grain) && calendar.isStart(stretch.until(), grain);
    }

    /** Whether each stretch lies in a unit of its own, so that rows are cut to it. */
    private boolean isOneToOne(Grain grain) {
      boolean inside =
          stretches.stream()
              .allMatch(s -> times.calendar().floor(s.from(), grain).equals(lastUnit(s, grain)));
      long units =
          stretches.stream().map(s -> times.calendar().floor(s.from(), grain)).distinct().count();
      return inside && units == stretches.size();
    }

    private Grain only() {
      if (stretches.size() == 1) {
        return Grain.DAY;
      }
      throw new MingshuException(
          ErrorCode.INVALID_QUERY,
          new Text("这个指标不能按小时切开的时间段计算", "This metric is not defined over parts of days"));
    }

    List<Stretch> stretches() {
      return stretches;
    }

    Grain unit() {
      return unit;
    }

    TimeRange range() {
      return range;
    }

    boolean oneUnitEach() {
      return stretches.stream()
          .allMatch(s -> times.calendar().floor(s.from(), unit).equals(lastUnit(s, unit)));
    }

    /** The stretches that are but a part of their unit, where the range does not cut them. */
    List<Stretch> cut() {
      return stretches.stream()
          .filter(s -> !isWhole(s, unit) && !s.isEmpty())
          .filter(
              s ->
                  (s.from().isAfter(times.calendar().floor(s.from(), unit))
                          && s.from().isAfter(range.from()))
                      || (s.until().isBefore(range.until())
                          && !times.calendar().isStart(s.until(), unit)))
          .toList();
    }
  }
}
