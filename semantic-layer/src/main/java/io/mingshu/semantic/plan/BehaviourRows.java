package io.mingshu.semantic.plan;

import com.google.common.collect.ImmutableList;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/**
 * Relations of what people did, for analyses to read one person after the other: who, when, by what
 * value they are split, and figures. Aggregated by interval where that is all that is needed.
 */
final class BehaviourRows {
  /** Before every interval. */
  static final long LONG_AGO = Long.MIN_VALUE / 2;

  private static final String WHO = "who";
  private static final String WHEN = "at";
  private static final String GROUP = "grouped";

  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Filters filters;
  private final RollupRouter router;
  private final BehaviourScene scene;

  /**
   * @param router to daily totals, where these have sketches of people
   */
  BehaviourRows(
      RelBuilder builder, Rows rows, Filters filters, RollupRouter router, BehaviourScene scene) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = rows;
    this.filters = filters;
    this.router = router;
    this.scene = scene;
  }

  /** A fact with its time, and the stretch of time that is read. */
  record Source(String fact, String time, TimeRange range) {}

  Source log(LocalDateTime from, LocalDateTime until) {
    return new Source(scene.log().fact(), scene.log().time(), new TimeRange(from, until, true));
  }

  RelBuilder builder() {
    return builder;
  }

  /** Begins with the rows of people that count. */
  void push(Source source) {
    push(source, Share.ALL);
  }

  /** The same for a share of people. */
  void push(Source source, Share share) {
    builder.scan(source.fact());
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(rows.within(source.time(), source.range()));
    if (!share.isAll()) {
      conditions.add(
          builder.equals(
              builder.call(SemanticOperators.SHARE, who(source), builder.literal(share.of())),
              builder.literal(share.number())));
    }
    conditions.add(rows.hasValue(who(source)));
    scene.ofPeople().forEach(part -> conditions.add(is(List.of(part), source)));
    builder.filter(conditions);
  }

  /** Begins with what sketches of people are made of: daily totals that have them, or rows. */
  void pushForSketches(Source source, Optional<Filter> condition, List<Filter> more, Grain unit) {
    List<Filter> all = new ArrayList<>(scene.ofPeople());
    condition.ifPresent(all::add);
    all.addAll(more);
    String table = unit == Grain.HOUR ? source.fact() : tableOfSketches(source, all);
    if (table.equals(source.fact())) {
      push(source);
    } else {
      builder.scan(table);
      builder.filter(rows.within(source.time(), source.range()));
    }
    builder.filter(is(all, source));
  }

  /** Remembers that rows are read, whatever daily totals there are. */
  void notRouted(Source source) {
    router.rows(source.fact());
  }

  private String tableOfSketches(Source source, List<Filter> conditions) {
    Optional<String> who =
        scene.catalog().dimension(scene.log().actor()).orElseThrow().source()
                instanceof Dimension.Columns columns
            ? Optional.ofNullable(columns.expressions().get(source.fact()))
            : Optional.empty();
    Leaf.Rows people =
        new Leaf.Rows(source.fact(), source.time(), Function.COUNT_DISTINCT, who, Optional.empty());
    return router.route(scope(conditions, source), List.of(people)).table();
  }

  private Scope scope(List<Filter> conditions, Source source) {
    Optional<Filter> all =
        conditions.isEmpty()
            ? Optional.empty()
            : Optional.of(conditions.size() == 1 ? conditions.get(0) : new Filter.And(conditions));
    return new Scope(source.range(), scene.period(), all, List.of(), Optional.empty());
  }

  RexNode who(Source source) {
    return dimension(scene.log().actor(), source);
  }

  /** Leaves only rows of those who are in a relation of who. */
  void whoIsIn(RelNode people, Source source) {
    builder.filter(RexSubQuery.in(people, ImmutableList.of(who(source))));
  }

  /** Those whose rows the builder holds, and nothing else of them. */
  RelNode everybody(Source source) {
    builder.project(List.of(who(source)), List.of(WHO), true);
    return builder.build();
  }

  /** One of several hashes of who it is. */
  RexNode hashOfWho(Source source, int which) {
    return builder.call(SemanticOperators.HASH, who(source), builder.literal(which));
  }

  RexNode dimension(String name, Source source) {
    return rows.dimension(name, source.fact(), source.time(), source.range());
  }

  /** Whether a row meets all conditions. */
  RexNode is(List<Filter> conditions, Source source) {
    if (conditions.isEmpty()) {
      return builder.literal(true);
    }
    return rex.allOf(filters.conditions(scope(conditions, source), source.fact(), source.time()));
  }

  /** The same for conditions of which one may be left out. */
  RexNode is(Optional<Filter> condition, List<Filter> more, Source source) {
    List<Filter> all = new ArrayList<>(more);
    condition.ifPresent(all::add);
    return is(all, source);
  }

  /** Whether another of the row's times lies in a range. */
  RexNode within(String time, TimeRange range) {
    return rows.within(time, range);
  }

  RexNode within(Source source, LocalDateTime from, LocalDateTime until) {
    return rows.within(source.time(), from, until);
  }

  /** 1 where a condition holds, 0 where not. */
  RexNode flag(RexNode condition) {
    return flag(condition, 1);
  }

  RexNode flag(RexNode condition, long number) {
    return condition.isAlwaysTrue()
        ? builder.literal(number)
        : builder.call(
            SqlStdOperatorTable.CASE, condition, builder.literal(number), builder.literal(0L));
  }

  RexNode one() {
    return builder.literal(1L);
  }

  RexNode zero() {
    return builder.literal(0L);
  }

  RexNode noNumber() {
    return nullOf(SqlTypeName.BIGINT);
  }

  RexNode noText() {
    return nullOf(SqlTypeName.VARCHAR);
  }

  RexNode noneLike(RexNode value) {
    return nullOf(value.getType().getSqlTypeName());
  }

  RexNode and(RexNode a, RexNode b) {
    return builder.and(a, b);
  }

  /** Leaves only rows that have any of the flags. */
  void whereAny(Collection<RexNode> flags) {
    List<RexNode> conditions = new ArrayList<>();
    for (RexNode flag : flags) {
      if (flag instanceof RexLiteral) {
        return;
      }
      conditions.add(((RexCall) flag).getOperands().get(0));
    }
    builder.filter(builder.or(conditions));
  }

  /** How many units a row lies after the one that begins at a time. */
  RexNode unitsSince(LocalDateTime start, Source source, Grain unit) {
    return builder.call(
        SemanticOperators.UNITS_BETWEEN,
        rex.timestamp(start),
        rows.localTime(source.time(), source.range()),
        builder.literal(unit.name()),
        builder.literal(rows.weekShift()));
  }

  /** The start of the unit on the clock in which a row lies. */
  RexNode bucket(Source source, Grain unit) {
    return rows.bucket(source.time(), source.range(), unit);
  }

  RexNode micros(Source source) {
    return builder.call(SemanticOperators.MICROS, rows.comparable(builder.field(source.time())));
  }

  /** The value that people are split by; null without one. */
  RexNode group(Optional<String> dimension, Source source) {
    return dimension
        .map(name -> dimension(name, source))
        .orElseGet(() -> nullOf(SqlTypeName.VARCHAR));
  }

  /** The same as text. */
  RexNode groupText(Optional<String> dimension, Source source) {
    return dimension.map(name -> rex.asText(dimension(name, source))).orElseGet(this::noText);
  }

  private RexNode nullOf(SqlTypeName type) {
    var types = builder.getTypeFactory();
    return builder
        .getRexBuilder()
        .makeNullLiteral(types.createTypeWithNullability(types.createSqlType(type), true));
  }

  /**
   * A row for each person and interval (and group), with the sums of figures. Columns: who, the
   * interval's start on the clock in microseconds, group, figures in order.
   */
  RelNode byInterval(
      Source source, Grain grain, Optional<String> groupBy, Map<String, RexNode> figures) {
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(WHO, WHEN));
    fields.add(who(source));
    fields.add(bucket(source, grain));
    groupBy.ifPresent(
        name -> {
          names.add(GROUP);
          fields.add(dimension(name, source));
        });
    int keys = names.size();
    summed(fields, names, keys, figures);
    builder.project(
        projected(
            builder.call(SemanticOperators.MICROS, builder.field(WHEN)),
            groupBy.isPresent() ? rex.asText(builder.field(GROUP)) : nullOf(SqlTypeName.VARCHAR),
            figures.keySet()),
        named(figures.keySet()),
        true);
    return builder.build();
  }

  /**
   * A row for each person (and group), as if all that they did were of one moment. Columns: who,
   * that moment, group, figures in order, constants in order.
   *
   * @param figures whose sums are taken
   */
  RelNode byPerson(
      Source source,
      long moment,
      Optional<String> groupBy,
      Map<String, RexNode> figures,
      Map<String, RexNode> constants) {
    List<RexNode> keys = new ArrayList<>(List.of(who(source)));
    List<String> names = new ArrayList<>(List.of(WHO));
    groupBy.ifPresent(
        name -> {
          names.add(GROUP);
          keys.add(dimension(name, source));
        });
    summed(keys, names, names.size(), figures);
    List<RexNode> fields =
        projected(
            builder.literal(moment),
            groupBy.isPresent() ? rex.asText(builder.field(GROUP)) : noText(),
            figures.keySet());
    fields.addAll(constants.values());
    List<String> columns = named(figures.keySet());
    columns.addAll(constants.keySet());
    builder.project(fields, columns, true);
    return builder.build();
  }

  /** A row for each person, with the same figures, as if all had been long ago. */
  RelNode longAgo(Source source, RexNode group, Map<String, RexNode> figures) {
    RexNode who = who(source);
    builder.project(List.of(who), List.of(WHO), true);
    builder.aggregate(builder.groupKey(builder.field(WHO)));
    List<RexNode> fields = new ArrayList<>();
    fields.add(builder.field(WHO));
    fields.add(builder.literal(LONG_AGO));
    fields.add(nullOf(group.getType().getSqlTypeName()));
    fields.addAll(figures.values());
    builder.project(fields, named(figures.keySet()), true);
    return builder.build();
  }

  private void summed(
      List<RexNode> fields, List<String> names, int keys, Map<String, RexNode> figures) {
    figures.forEach(
        (name, figure) -> {
          names.add(name);
          fields.add(figure);
        });
    builder.project(fields, names, true);
    builder.aggregate(
        builder.groupKey(builder.fields(names.subList(0, keys))),
        figures.keySet().stream()
            .map(name -> builder.sum(false, name, builder.field(name)))
            .toList());
  }

  private List<RexNode> projected(RexNode when, RexNode group, Iterable<String> figures) {
    List<RexNode> fields = new ArrayList<>();
    fields.add(builder.field(WHO));
    fields.add(when);
    fields.add(group);
    figures.forEach(name -> fields.add(builder.field(name)));
    return fields;
  }

  private static List<String> named(Iterable<String> figures) {
    List<String> names = new ArrayList<>(List.of(WHO, WHEN, GROUP));
    figures.forEach(names::add);
    return names;
  }

  /** A row for each row there is. Columns: who, when in microseconds, group, figures in order. */
  RelNode each(Source source, Optional<String> groupBy, Map<String, RexNode> figures) {
    return each(source, who(source), groupBy, figures);
  }

  /** The same, of something else than people. */
  RelNode each(Source source, RexNode who, Optional<String> groupBy, Map<String, RexNode> figures) {
    return each(source, who, group(groupBy, source), figures);
  }

  /** The same, with something else in the group's place. */
  RelNode each(Source source, RexNode who, RexNode group, Map<String, RexNode> figures) {
    List<RexNode> fields = new ArrayList<>();
    fields.add(who);
    fields.add(micros(source));
    fields.add(group);
    fields.addAll(figures.values());
    builder.project(fields, named(figures.keySet()), true);
    return builder.build();
  }

  /** What puts events of one moment in order. */
  Optional<RexNode> sequence() {
    return scene.log().sequence().map(builder::field);
  }

  /** All of the relations, one person after the other, each in order. */
  RelNode inOrder(List<RelNode> relations, String... further) {
    relations.forEach(builder::push);
    if (relations.size() > 1) {
      builder.union(true, relations.size());
    }
    List<RexNode> order = new ArrayList<>(List.of(builder.field(WHO), builder.field(WHEN)));
    for (String name : further) {
      order.add(builder.field(name));
    }
    builder.sort(order);
    return builder.build();
  }
}
