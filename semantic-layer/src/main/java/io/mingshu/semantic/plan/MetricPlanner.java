package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/**
 * The recipe of a metric query: leaves per scope, joined on the asked groups; formulas; conditions;
 * ranking; order. One planner plans one query.
 */
final class MetricPlanner {
  private static final String MEAN = "mean.";
  private static final String RANK = "rank.in.group";
  static final String GROUP_COUNT = "group_count";

  private final MetricQuery query;
  private final Circumstances circumstances;
  private final RelBuilder builder;
  private final Rex rex;
  private final Leaves leaves;
  private final ShareWhole whole;
  private final Joins joins;
  private final Scope current;

  MetricPlanner(
      MetricQuery query,
      Circumstances circumstances,
      RelBuilder builder,
      Leaves leaves,
      ShareWhole whole) {
    this.whole = whole;
    this.query = query;
    this.circumstances = circumstances;
    this.builder = builder;
    this.rex = new Rex(builder);
    this.leaves = leaves;
    this.joins = new Joins(builder);
    this.current =
        new Scope(
            circumstances.rowRange(),
            circumstances.period(),
            query.filter(),
            query.dimensions(),
            circumstances.timeline());
  }

  /** The metrics that are columns: those asked for and those of conditions. */
  static List<String> metrics(MetricQuery query) {
    Set<String> metrics = new LinkedHashSet<>(query.metrics());
    query.conditions().forEach(condition -> metrics.add(condition.metric()));
    return List.copyOf(metrics);
  }

  /** The measures that each metric has as columns, in order. */
  static List<Measure> measures(MetricQuery query) {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.VALUE);
    for (int i = 0; i < query.comparisons().size(); i++) {
      measures.addAll(Measure.ofComparison(i));
    }
    if (query.share().isPresent()) {
      measures.add(Measure.SHARE);
    }
    return measures;
  }

  static String column(String metric, Measure measure) {
    return measure == Measure.VALUE
        ? metric
        : metric + "_" + measure.name().toLowerCase(Locale.ROOT);
  }

  RelNode plan() {
    builder.push(figures());
    means();
    conditions();
    if (query.countGroups()) {
      builder.aggregate(builder.groupKey(), builder.countStar(GROUP_COUNT));
      return builder.build();
    }
    Optional<Ranking> ranking = query.ranking().filter(r -> !r.others());
    boolean withinGroups = ranking.filter(r -> !r.within().isEmpty()).isPresent();
    ranking.filter(r -> withinGroups).ifPresent(this::firstWithinGroups);
    output();
    List<RexNode> order = order(withinGroups ? ranking.get().within() : List.of());
    if (ranking.isPresent() && !withinGroups) {
      builder.sortLimit(ranking.get().skip(), ranking.get().count(), order);
    } else if (!order.isEmpty()) {
      builder.sort(order);
    }
    return builder.build();
  }

  /** One row per group with every figure of every metric under its column's name. */
  private RelNode figures() {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    metrics(query).forEach(metric -> formulas.put(metric, leaves.formula(metric)));
    List<Part> now = leaves.parts(current, formulas.values());
    List<List<Part>> before =
        circumstances.bases().stream().map(base -> basis(base, formulas.values())).toList();
    List<Part> all = new ArrayList<>(now);
    before.forEach(all::addAll);
    List<Part> totals = new ArrayList<>();
    if (query.share().isPresent()) {
      Part total = totals(formulas);
      (total.grouping() ? all : totals).add(total);
    }
    RelNode groups = groups(all);
    Map<String, Formula> overall = new LinkedHashMap<>();
    query.conditions().stream()
        .filter(MetricCondition::overall)
        .forEach(c -> overall.put("overall." + c.metric(), leaves.formula(c.metric())));
    if (!overall.isEmpty()) {
      Scope everything =
          new Scope(
              circumstances.period(),
              circumstances.period(),
              query.filter(),
              List.of(),
              Optional.empty());
      totals.add(new Part(leaves.values(everything, overall), List.of(), Map.of(), false));
    }
    builder.push(joins.fillIn(groups, totals));
    project(formulas, now, before, overall.keySet());
    return builder.build();
  }

  /** The parts of the base period, each for all buckets. */
  private List<Part> basis(Circumstances.Base base, Collection<Formula> formulas) {
    TimeRange range = base.range();
    List<Optional<Timeline>> timelines =
        base.timeline()
            .map(t -> t.withUnitsOnce().stream().map(Optional::of).toList())
            .orElse(List.of(Optional.empty()));
    List<List<Part>> alternatives = new ArrayList<>();
    for (Optional<Timeline> timeline : timelines) {
      Scope scope = new Scope(range, range, query.filter(), query.dimensions(), timeline);
      alternatives.add(leaves.parts(scope, formulas));
    }
    List<Part> whole = new ArrayList<>();
    for (int i = 0; i < alternatives.get(0).size(); i++) {
      int part = i;
      whole.add(leaves.together(alternatives.stream().map(parts -> parts.get(part)).toList()));
    }
    return whole;
  }

  private RelNode groups(List<Part> parts) {
    boolean everyBucket =
        circumstances.timeline().isPresent()
            && (query.dimensions().isEmpty() || query.accumulation().isPresent());
    if (!everyBucket) {
      return joins.join(parts, current.keys());
    }
    RelNode spine = leaves.placement().spine(circumstances.timeline().orElseThrow().labels());
    if (query.dimensions().isEmpty()) {
      return joins.fillIn(spine, parts);
    }
    RelNode joined = joins.join(parts, current.keys());
    builder.push(joined);
    builder.aggregate(builder.groupKey(query.dimensions().toArray(String[]::new)));
    RelNode members = builder.build();
    builder.push(spine).push(members).join(JoinRelType.INNER, builder.literal(true));
    return joins.join(builder.build(), joined, current.keys(), JoinRelType.LEFT);
  }

  /**
   * What shares are of: the metrics without the shared dimensions. Where no shared dimension is
   * asked for, its groups are those of the answer: a region that sold nothing of a category has a
   * share of 0.
   */
  private Part totals(Map<String, Formula> formulas) {
    List<String> shared = query.share().orElseThrow().over();
    List<String> parent =
        query.dimensions().stream().filter(name -> !shared.contains(name)).toList();
    Optional<Filter> filter = whole.of(query, shared);
    Scope scope = current.with(parent).with(filter);
    Map<String, Formula> named = new LinkedHashMap<>();
    formulas.forEach((metric, formula) -> named.put("total." + metric, formula));
    boolean grouping = parent.size() == query.dimensions().size();
    return new Part(leaves.values(scope, named), scope.keys(), Map.of(), grouping);
  }

  private void project(
      Map<String, Formula> formulas, List<Part> now, List<List<Part>> before, Set<String> overall) {
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String key : current.keys()) {
      fields.add(builder.field(key));
      names.add(key);
    }
    formulas.forEach(
        (metric, formula) -> {
          RexNode value = rex.value(formula, leaf -> leaves.column(now, leaf));
          fields.add(value);
          names.add(metric);
          for (int i = 0; i < before.size(); i++) {
            List<Part> base = before.get(i);
            RexNode previous = rex.value(formula, leaf -> leaves.column(base, leaf));
            RexNode difference = builder.call(SqlStdOperatorTable.MINUS, value, previous);
            fields.addAll(List.of(previous, difference, rex.quotient(difference, previous)));
            Measure.ofComparison(i).forEach(measure -> names.add(column(metric, measure)));
          }
          if (query.share().isPresent()) {
            fields.add(rex.quotient(value, builder.field("total." + metric)));
            names.add(column(metric, Measure.SHARE));
          }
        });
    for (String name : overall) {
      fields.add(builder.field(name));
      names.add(name);
    }
    builder.project(fields, names, true);
  }

  /** Beside each group's figures the means over all groups that conditions compare with. */
  private void means() {
    List<String> metrics =
        query.conditions().stream()
            .filter(MetricCondition::mean)
            .map(MetricCondition::metric)
            .distinct()
            .toList();
    if (metrics.isEmpty()) {
      return;
    }
    RelNode groups = builder.build();
    builder.push(groups);
    builder.project(
        metrics.stream().map(metric -> rex.asDouble(builder.field(metric))).toList(),
        metrics,
        true);
    builder.aggregate(
        builder.groupKey(),
        metrics.stream()
            .map(metric -> builder.avg(false, MEAN + metric, builder.field(metric)))
            .toList());
    Part means = new Part(builder.build(), List.of(), Map.of(), false);
    builder.push(joins.fillIn(groups, List.of(means)));
  }

  private void conditions() {
    List<RexNode> conditions = new ArrayList<>();
    for (MetricCondition condition : query.conditions()) {
      RexNode figure = builder.field(column(condition.metric(), condition.measure()));
      RexNode bound =
          condition.overall()
              ? builder.field("overall." + condition.metric())
              : condition.mean()
                  ? builder.field(MEAN + condition.metric())
                  : rex.number(condition.value().orElseThrow());
      conditions.add(leaves.filters().compare(condition, figure, bound));
    }
    if (!conditions.isEmpty()) {
      builder.filter(conditions);
    }
  }

  private void firstWithinGroups(Ranking ranking) {
    List<RexNode> within = new ArrayList<>();
    ranking.within().forEach(name -> within.add(builder.field(key(name))));
    RexNode number =
        builder
            .aggregateCall(SqlStdOperatorTable.ROW_NUMBER)
            .over()
            .partitionBy(within)
            .orderBy(order(ranking.within()))
            .as(RANK);
    List<RexNode> fields = new ArrayList<>(builder.fields());
    fields.add(number);
    builder.project(fields);
    builder.filter(
        builder.call(
            SqlStdOperatorTable.GREATER_THAN, builder.field(RANK), builder.literal(ranking.skip())),
        builder.call(
            SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            builder.field(RANK),
            builder.literal(ranking.skip() + ranking.count())));
  }

  /** A grain's name stands for its bucket. */
  private String key(String name) {
    boolean bucket =
        !query.dimensions().contains(name)
            && query.grain().filter(grain -> name.equals(columnOf(grain))).isPresent();
    return bucket ? Scope.BUCKET : name;
  }

  static String columnOf(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  /** The columns of the answer, in order. */
  private void output() {
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    query
        .grain()
        .ifPresent(
            grain -> {
              RexNode bucket = builder.field(Scope.BUCKET);
              fields.add(grain == Grain.HOUR ? bucket : rex.as(bucket, SqlTypeName.DATE));
              names.add(Scope.BUCKET);
            });
    for (String name : query.dimensions()) {
      fields.add(builder.field(name));
      names.add(name);
    }
    for (String metric : metrics(query)) {
      for (Measure measure : measures(query)) {
        fields.add(builder.field(column(metric, measure)));
        names.add(column(metric, measure));
      }
    }
    builder.project(fields, names, true);
  }

  private List<RexNode> order(List<String> first) {
    List<RexNode> order = new ArrayList<>();
    first.forEach(name -> order.add(builder.nullsLast(builder.field(key(name)))));
    boolean bucketLeads = query.grain().isPresent() && query.ordering().isEmpty();
    if (bucketLeads) {
      order.add(builder.nullsLast(builder.field(Scope.BUCKET)));
    }
    if (!current.keys().isEmpty() && !(bucketLeads && query.dimensions().isEmpty())) {
      Ordering ordering =
          query.ordering().orElse(new Ordering(query.metrics().get(0), Measure.VALUE, true));
      RexNode figure = builder.field(column(ordering.metric(), ordering.measure()));
      order.add(builder.nullsLast(ordering.descending() ? builder.desc(figure) : figure));
    }
    if (query.grain().isPresent() && !bucketLeads) {
      order.add(builder.nullsLast(builder.field(Scope.BUCKET)));
    }
    query.dimensions().forEach(name -> order.add(builder.nullsLast(builder.field(name))));
    return order;
  }
}
