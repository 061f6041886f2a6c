package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.plan.algebra.Scalars;
import io.mingshu.semantic.plan.algebra.SemanticOperators;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilder.AggCall;

/**
 * Aggregates leaves in a scope. Leaves of the same rows share one scan; whole metrics can be had in
 * a scope of their own ({@link #values}), which is how conditions on entities, means and shares are
 * built from the same few shapes.
 */
final class Leaves {
  private static final String COUNTED = "counted";
  private static final String FIRST = "first";
  private static final String COUNTS = ".counts";

  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Filters filters;
  private final Joins joins;
  private final Placement placement;
  private final MetricExpander expander;
  private final WholeUnits wholeUnits;
  private final Capabilities capabilities;
  private final RollupRouter router;
  private final JoinedRows joinedRows;
  private final Meetings meetings;
  private int columns;

  Leaves(
      RelBuilder builder,
      Rows rows,
      MetricExpander expander,
      WholeUnits wholeUnits,
      Capabilities capabilities,
      RollupRouter router,
      BehaviourTimes times) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = rows;
    this.filters = new Filters(builder, rows, this);
    this.joins = new Joins(builder);
    this.placement = new Placement(builder, rows);
    this.expander = expander;
    this.wholeUnits = wholeUnits;
    this.capabilities = capabilities;
    this.router = router;
    this.joinedRows = new JoinedRows(builder, rows, filters, placement, times, router);
    this.meetings = new Meetings(builder, rows, filters, placement, times, router);
  }

  Formula formula(String metric) {
    return expander.formula(metric);
  }

  Placement placement() {
    return placement;
  }

  Rows rows() {
    return rows;
  }

  Filters filters() {
    return filters;
  }

  /** One row per group, with the value of each formula under its name. */
  RelNode values(Scope scope, Map<String, Formula> formulas) {
    List<Part> parts = parts(scope, formulas.values());
    builder.push(joins.join(parts, scope.keys()));
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String key : scope.keys()) {
      fields.add(builder.field(key));
      names.add(key);
    }
    formulas.forEach(
        (name, formula) -> {
          fields.add(rex.value(formula, leaf -> column(parts, leaf)));
          names.add(name);
        });
    builder.project(fields, names, true);
    return builder.build();
  }

  /** The column of the builder's current relation that holds a leaf. */
  RexNode column(List<Part> parts, Leaf leaf) {
    return parts.stream()
        .filter(part -> part.columns().containsKey(leaf))
        .findFirst()
        .map(part -> builder.field(String.valueOf(part.columns().get(leaf))))
        .orElseThrow(() -> new IllegalStateException(leaf.toString()));
  }

  /** The relations that hold the leaves of the formulas. */
  List<Part> parts(Scope scope, Collection<Formula> formulas) {
    Set<Leaf> all = new LinkedHashSet<>();
    Set<Leaf> grouping = new LinkedHashSet<>();
    for (Formula formula : formulas) {
      all.addAll(formula.leaves());
      grouping.addAll(formula.grouping());
    }
    boolean overlaps = hasWindows(scope);
    Map<String, List<Leaf.Rows>> shared = new LinkedHashMap<>();
    List<Part> parts = new ArrayList<>(meetings.parts(scope, all, grouping, this::newColumn));
    for (Leaf leaf : all) {
      boolean makesGroups = grouping.contains(leaf);
      if (leaf instanceof Leaf.Rows aggregate) {
        boolean alone =
            aggregate.function() == Function.COUNT_DISTINCT
                && (overlaps || !capabilities.distinctBesideOthers());
        String source =
            aggregate.fact() + '|' + aggregate.time() + '|' + makesGroups + (alone ? leaf : "");
        shared.computeIfAbsent(source, s -> new ArrayList<>()).add(aggregate);
      } else if (leaf instanceof Leaf.Entities entities) {
        parts.add(entities(scope, entities, makesGroups));
      } else if (leaf instanceof Leaf.First first) {
        parts.add(first(scope, first, makesGroups));
      } else if (leaf instanceof Leaf.Mean mean) {
        parts.add(mean(scope, mean, makesGroups));
      } else if (leaf instanceof Leaf.OfJoined joined) {
        parts.add(joinedRows.part(scope, joined, newColumn(), makesGroups));
      }
    }
    for (List<Leaf.Rows> leaves : shared.values()) {
      parts.add(
          overlaps && leaves.get(0).function() == Function.COUNT_DISTINCT
              ? distinctOverlapping(scope, leaves.get(0), grouping.contains(leaves.get(0)))
              : aggregated(scope, leaves, grouping.contains(leaves.get(0))));
    }
    return parts;
  }

  /** One part of the same leaves for different buckets. */
  Part together(List<Part> parts) {
    Part first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    List<Leaf> inOrder = List.copyOf(first.columns().keySet());
    for (Part part : parts) {
      builder.push(part.relation());
      List<String> columns = new ArrayList<>(part.keys());
      inOrder.forEach(leaf -> columns.add(String.valueOf(part.columns().get(leaf))));
      builder.project(builder.fields(columns), columns, true);
    }
    builder.union(true, parts.size());
    return new Part(builder.build(), first.keys(), first.columns(), first.grouping());
  }

  private static boolean hasWindows(Scope scope) {
    return scope.timeline().filter(t -> t.kind() == Timeline.Kind.WINDOWS).isPresent();
  }

  private String newColumn() {
    return "v" + ++columns;
  }

  /** Pushes the rows of a scope that any of the conditions lets through. */
  private void push(Scope scope, String fact, String time, List<Optional<String>> wheres) {
    push(scope, fact, fact, time, wheres);
  }

  private void push(
      Scope scope, String table, String fact, String time, List<Optional<String>> wheres) {
    builder.scan(table);
    List<RexNode> conditions = new ArrayList<>(rows.conditions(scope, fact, time));
    if (wheres.stream().allMatch(Optional::isPresent)) {
      List<RexNode> any =
          wheres.stream().flatMap(Optional::stream).distinct().map(rows::scalar).toList();
      conditions.add(any.size() == 1 ? any.get(0) : builder.or(any));
    }
    conditions.addAll(filters.conditions(scope, fact, time));
    builder.filter(conditions);
  }

  /** How many of the source's rows in the scope have no value of a dimension. */
  RelNode withoutValue(Scope scope, Leaf.Rows source, List<String> dimensions) {
    push(scope, source.fact(), source.time(), List.of(source.where()));
    return countWithoutValue(source, dimensions, scope.range());
  }

  /** How many of all rows of the source's fact that may count have no value of a dimension. */
  RelNode everWithoutValue(Scope scope, Leaf.Rows source, List<String> dimensions) {
    builder.scan(source.fact());
    source.where().map(rows::scalar).ifPresent(builder::filter);
    return countWithoutValue(source, dimensions, scope.range());
  }

  private RelNode countWithoutValue(Leaf.Rows source, List<String> dimensions, TimeRange range) {
    builder.filter(
        builder.or(
            dimensions.stream()
                .map(
                    name -> rows.hasNone(rows.dimension(name, source.fact(), source.time(), range)))
                .toList()));
    builder.aggregate(builder.groupKey(), builder.countStar("found"));
    return builder.build();
  }

  private Part aggregated(Scope scope, List<Leaf.Rows> leaves, boolean grouping) {
    Leaf.Rows source = leaves.get(0);
    Reading reading = router.route(scope, leaves);
    List<Optional<String>> wheres = reading.wheres();
    push(scope, reading.table(), source.fact(), source.time(), wheres);
    List<RexNode> fields = new ArrayList<>(rows.keys(scope, source.fact(), source.time()));
    List<String> names = new ArrayList<>(scope.keys());
    Map<Leaf, String> columnOf = new LinkedHashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      Reading.Figure figure = reading.figures().get(i);
      String column = newColumn();
      columnOf.put(leaves.get(i), column);
      figure
          .expression()
          .ifPresent(
              expression -> {
                fields.add(rows.scalar(expression));
                names.add(column);
              });
      figure
          .where()
          .filter(where -> wheres.size() > 1)
          .ifPresent(
              where -> {
                fields.add(rows.scalar(where));
                names.add(column + COUNTS);
              });
    }
    if (fields.isEmpty()) {
      fields.add(rex.zero());
      names.add(COUNTED);
    }
    builder.project(fields, names, true);
    List<AggCall> calls = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      String column = String.valueOf(columnOf.get(leaves.get(i)));
      AggCall call = call(reading.figures().get(i), column);
      calls.add(
          (names.contains(column + COUNTS) ? call.filter(builder.field(column + COUNTS)) : call)
              .as(column));
    }
    builder.aggregate(builder.groupKey(scope.keys().toArray(String[]::new)), calls);
    scope
        .timeline()
        .filter(t -> t.kind() != Timeline.Kind.DIRECT)
        .ifPresent(t -> relabel(scope, t, columnOf));
    return new Part(builder.build(), scope.keys(), columnOf, grouping);
  }

  private AggCall call(Reading.Figure figure, String operand) {
    return switch (figure.function()) {
      case COUNT ->
          figure.expression().isPresent()
              ? builder.count(builder.field(operand))
              : builder.countStar(null);
      case COUNT_DISTINCT ->
          figure.estimated()
              ? builder.aggregateCall(SemanticOperators.ESTIMATED_DISTINCT, builder.field(operand))
              : builder.count(true, null, builder.field(operand));
      case SUM -> builder.sum(builder.field(operand));
      case MIN -> builder.min(builder.field(operand));
      case MAX -> builder.max(builder.field(operand));
      case AVG -> throw new IllegalArgumentException("an average is a sum over a count");
    };
  }

  /** From units of time to the buckets that they belong to. */
  private void relabel(Scope scope, Timeline timeline, Map<Leaf, String> columnOf) {
    builder.push(placement.placed(builder.build(), timeline, false));
    if (timeline.kind() == Timeline.Kind.WINDOWS) {
      List<AggCall> calls = new ArrayList<>();
      columnOf.forEach((leaf, column) -> calls.add(again((Leaf.Rows) leaf, column).as(column)));
      builder.aggregate(builder.groupKey(scope.keys().toArray(String[]::new)), calls);
    } else {
      List<String> kept = new ArrayList<>(scope.keys());
      kept.addAll(columnOf.values());
      builder.project(builder.fields(kept), kept, true);
    }
  }

  /** Sums of sums and counts, least of least, most of most. */
  private AggCall again(Leaf.Rows leaf, String column) {
    return switch (leaf.function()) {
      case MIN -> builder.min(builder.field(column));
      case MAX -> builder.max(builder.field(column));
      default -> builder.sum(builder.field(column));
    };
  }

  private Part distinctOverlapping(Scope scope, Leaf.Rows leaf, boolean grouping) {
    String column = newColumn();
    pushDistinct(scope, leaf, false);
    Timeline timeline = scope.timeline().orElseThrow();
    String[] keys = scope.keys().toArray(String[]::new);
    if (timeline.runsFromOneStart()) {
      // Each thing counts from its first unit on: far fewer rows than all things of all windows.
      List<String> thing = new ArrayList<>(scope.dimensions());
      thing.add(COUNTED);
      builder.aggregate(
          builder.groupKey(thing.toArray(String[]::new)),
          builder.min(Scope.BUCKET, builder.field(Scope.BUCKET)));
      builder.aggregate(
          builder.groupKey(keys), builder.count(false, column, builder.field(COUNTED)));
      builder.push(placement.placed(builder.build(), timeline, false));
      builder.aggregate(builder.groupKey(keys), builder.sum(builder.field(column)).as(column));
    } else {
      builder.push(placement.placed(builder.build(), timeline, false));
      builder.aggregate(
          builder.groupKey(keys), builder.count(true, column, builder.field(COUNTED)));
    }
    return new Part(builder.build(), scope.keys(), Map.of(leaf, column), grouping);
  }

  /** Pushes one row per group and counted thing. */
  private void pushDistinct(Scope scope, Leaf.Rows leaf, boolean present) {
    push(scope, leaf.fact(), leaf.time(), List.of(leaf.where()));
    RexNode counted = rows.scalar(leaf.expression().orElseThrow());
    if (present) {
      builder.filter(builder.isNotNull(counted));
    }
    List<RexNode> fields = new ArrayList<>(rows.keys(scope, leaf.fact(), leaf.time()));
    fields.add(rows.scalar(leaf.expression().orElseThrow()));
    List<String> names = new ArrayList<>(scope.keys());
    names.add(COUNTED);
    builder.project(fields, names, true);
    builder.aggregate(builder.groupKey(names.toArray(String[]::new)));
  }

  private Part first(Scope scope, Leaf.First first, boolean grouping) {
    Leaf.Rows leaf = first.counted();
    String column = newColumn();
    pushDistinct(scope, leaf, true);
    RelNode counted = builder.build();
    if (scope.timeline().isPresent()) {
      counted = placement.placed(counted, scope.timeline().get(), true);
    }
    RelNode both = joins.join(counted, history(leaf), List.of(COUNTED), JoinRelType.INNER);
    builder.push(both);
    boolean ofDays = builder.field(FIRST).getType().getSqlTypeName() == SqlTypeName.DATE;
    RexNode from =
        scope.timeline().isPresent()
            ? builder.field(ofDays ? Placement.FROM : Placement.FROM_UTC)
            : rows.bound(scope.range().from(), ofDays);
    RexNode isFirst =
        builder.call(
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, rows.comparable(builder.field(FIRST)), from);
    boolean overlaps = hasWindows(scope);
    AggCall call =
        overlaps ? builder.count(true, null, builder.field(COUNTED)) : builder.countStar(null);
    builder.aggregate(
        builder.groupKey(scope.keys().toArray(String[]::new)), call.filter(isFirst).as(column));
    return new Part(builder.build(), scope.keys(), Map.of(first, column), grouping);
  }

  /** When each counted thing had its first row, whatever is asked now. */
  private RelNode history(Leaf.Rows leaf) {
    builder.scan(leaf.fact());
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(builder.isNotNull(builder.field(leaf.time())));
    leaf.where().map(rows::scalar).ifPresent(conditions::add);
    builder.filter(conditions);
    builder.aggregate(
        builder.groupKey(builder.alias(rows.scalar(leaf.expression().orElseThrow()), COUNTED)),
        builder.min(FIRST, builder.field(leaf.time())));
    return builder.build();
  }

  private Part entities(Scope scope, Leaf.Entities entities, boolean grouping) {
    List<String> dimensions = new ArrayList<>(scope.dimensions());
    if (!dimensions.contains(entities.entity())) {
      dimensions.add(entities.entity());
    }
    Map<String, Formula> formulas = new LinkedHashMap<>();
    expander.metricsOf(entities).forEach(metric -> formulas.put(metric, formula(metric)));
    builder.push(values(scope.with(dimensions), formulas));
    RexNode holds = Scalars.over(builder).translate(expander.expression(entities.condition()));
    String column = newColumn();
    builder.aggregate(
        builder.groupKey(scope.keys().toArray(String[]::new)),
        builder.countStar(null).filter(holds).as(column));
    return new Part(builder.build(), scope.keys(), Map.of(entities, column), grouping);
  }

  private Part mean(Scope scope, Leaf.Mean mean, boolean grouping) {
    String column = newColumn();
    WholeUnits.Plan plan = wholeUnits.plan(scope, mean, expander.sources(mean.metric()));
    Map<String, Formula> metric = Map.of(column, formula(mean.metric()));
    List<RelNode> alternatives = new ArrayList<>();
    plan.plain().ifPresent(plain -> alternatives.add(plainMean(plain, metric, column)));
    plan.units()
        .ifPresent(
            units -> alternatives.add(meanOver(units, scope, plan.unitsOf(), metric, column)));
    alternatives.forEach(builder::push);
    if (alternatives.size() > 1) {
      builder.union(true, alternatives.size());
    }
    return new Part(builder.build(), scope.keys(), Map.of(mean, column), grouping);
  }

  private RelNode plainMean(Scope plain, Map<String, Formula> metric, String column) {
    builder.push(values(plain, metric));
    List<RexNode> fields = new ArrayList<>();
    plain.keys().forEach(key -> fields.add(builder.field(key)));
    fields.add(rex.asDouble(builder.field(column)));
    List<String> names = new ArrayList<>(plain.keys());
    names.add(column);
    builder.project(fields, names, true);
    return builder.build();
  }

  private RelNode meanOver(
      Scope units,
      Scope scope,
      List<WholeUnits.UnitOf> unitsOf,
      Map<String, Formula> metric,
      String column) {
    List<String> keys = scope.keys();
    builder.push(values(units, metric));
    boolean sameCount = scope.timeline().isEmpty();
    if (!sameCount) {
      RelNode perUnit = placement.renamed(builder.build(), Scope.BUCKET, Placement.UNIT);
      builder.push(
          joins.join(
              perUnit, placement.unitsOf(unitsOf), List.of(Placement.UNIT), JoinRelType.INNER));
    }
    AggCall sum = builder.sum(rex.zeroIfMissing(builder.field(column))).as(column);
    builder.aggregate(
        builder.groupKey(keys.toArray(String[]::new)),
        sameCount
            ? List.of(sum)
            : List.of(sum, builder.max(Placement.UNITS, builder.field(Placement.UNITS))));
    RexNode count = sameCount ? unitCount(scope, unitsOf) : builder.field(Placement.UNITS);
    List<RexNode> fields = new ArrayList<>();
    keys.forEach(key -> fields.add(builder.field(key)));
    fields.add(rex.quotient(builder.field(column), count));
    List<String> names = new ArrayList<>(keys);
    names.add(column);
    builder.project(fields, names, true);
    return builder.build();
  }

  /** Mondays are fewer than days: by day of the week, each has its own number of them. */
  private RexNode unitCount(Scope scope, List<WholeUnits.UnitOf> units) {
    DayParts parts = wholeUnits.dayParts();
    Optional<String> dimension =
        units.get(0).unit() == Grain.DAY ? parts.among(scope.dimensions()) : Optional.empty();
    if (dimension.isEmpty()) {
      return builder.literal(units.size());
    }
    RexNode value = builder.field(dimension.get());
    boolean isBoolean = value.getType().getSqlTypeName() == SqlTypeName.BOOLEAN;
    List<RexNode> cases = new ArrayList<>();
    parts
        .counts(dimension.get(), units.stream().map(unit -> unit.start().toLocalDate()).toList())
        .forEach(
            (text, count) -> {
              RexNode constant =
                  isBoolean
                      ? builder.literal(Boolean.valueOf(text))
                      : rex.number(new BigDecimal(text));
              cases.add(builder.equals(value, constant));
              cases.add(builder.literal(count));
            });
    cases.add(builder.literal(0));
    return builder.call(SqlStdOperatorTable.CASE, cases);
  }
}
