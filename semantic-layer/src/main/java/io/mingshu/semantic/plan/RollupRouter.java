package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Source;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides from which table leaves are read: a fact's rows, or a rollup that holds all they need.
 * Remembers why. One router routes one query.
 */
final class RollupRouter {
  private final Catalog catalog;
  private final MetricExpander expander;
  private final List<Rollup> rollups;
  private final Principal principal;
  private final Estimation estimation;
  private final Map<String, Source> sources;
  private boolean estimated;

  /**
   * @param rollups those that the engine has
   */
  RollupRouter(
      Catalog catalog,
      MetricExpander expander,
      List<Rollup> rollups,
      Principal principal,
      Estimation estimation) {
    this(catalog, expander, rollups, principal, estimation, new LinkedHashMap<>());
  }

  private RollupRouter(
      Catalog catalog,
      MetricExpander expander,
      List<Rollup> rollups,
      Principal principal,
      Estimation estimation,
      Map<String, Source> sources) {
    this.catalog = catalog;
    this.expander = expander;
    this.rollups = rollups;
    this.principal = principal;
    this.estimation = estimation;
    this.sources = sources;
  }

  /** The same for figures that decide who counts, and so are never estimates. */
  RollupRouter exactly() {
    return new RollupRouter(catalog, expander, rollups, principal, Estimation.NONE, sources);
  }

  /** The tables read so far and why. */
  List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** Whether a figure so far is an estimate. */
  boolean estimates() {
    return estimated;
  }

  /** How to read leaves of one fact and time. */
  Reading route(Scope scope, List<Leaf.Rows> leaves) {
    Leaf.Rows first = leaves.get(0);
    List<Reading.Figure> asked = leaves.stream().map(leaf -> figure(scope, leaf)).toList();
    estimated |= asked.stream().anyMatch(Reading.Figure::estimated);
    Fact fact = fact(first.fact());
    List<Rollup> candidates =
        rollups.stream()
            .filter(r -> r.fact().equals(fact.name()) && r.time().equals(first.time()))
            .sorted(Comparator.comparingInt(r -> r.keeps().size()))
            .toList();
    Set<String> obstacles = new LinkedHashSet<>();
    for (Rollup rollup : candidates) {
      Optional<String> obstacle = obstacle(rollup, scope, asked);
      if (obstacle.isEmpty()) {
        note(
            rollup.name(),
            "每日汇总表：保留了 " + String.join("、", rollup.keeps()) + "，且只问整天",
            "daily totals: they keep "
                + String.join(", ", rollup.keeps())
                + ", and whole days are asked");
        return new Reading(rollup.name(), asked.stream().map(f -> fromRollup(rollup, f)).toList());
      }
      obstacles.add(obstacle.get());
    }
    String all = String.join(", ", obstacles);
    note(
        fact.table(),
        obstacles.isEmpty() ? "逐条数据" : "逐条数据：没有汇总表含有 " + all,
        obstacles.isEmpty() ? "rows" : "rows: no daily totals have " + all);
    return new Reading(fact.name(), asked);
  }

  /** Remembers that rows of a fact are read, whatever rollups there are. */
  void rows(String fact) {
    note(fact(fact).table(), "逐条数据", "rows");
  }

  /** Whether some rows of a fact do not count, or the asker may not see all of it. */
  boolean hidesRows(String fact) {
    return fact(fact).where().isPresent()
        || principal.rowFilters().containsKey(fact)
        || principal.masked().containsKey(fact);
  }

  private void note(String table, String zh, String en) {
    sources.putIfAbsent(table, new Source(table, new Text(zh, en)));
  }

  private Fact fact(String name) {
    return catalog.facts().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private Reading.Figure figure(Scope scope, Leaf.Rows leaf) {
    boolean estimate =
        leaf.function() == Function.COUNT_DISTINCT
            && estimation.facts().contains(leaf.fact())
            && scope.dimensions().stream().noneMatch(this::isEntity);
    return new Reading.Figure(leaf.function(), leaf.expression(), leaf.where(), estimate);
  }

  /** Of one user or order there is so little that a sketch only costs. */
  private boolean isEntity(String dimension) {
    return catalog.dimension(dimension).filter(Dimension::entity).isPresent();
  }

  /** What a rollup lacks; empty where it has all that is needed. */
  private Optional<String> obstacle(Rollup rollup, Scope scope, List<Reading.Figure> figures) {
    if (!wholeDays(scope)) {
      return Optional.of("hours");
    }
    if (principal.masked().containsKey(rollup.fact())) {
      return Optional.of("masked columns");
    }
    List<String> conditions = new ArrayList<>();
    fact(rollup.fact()).where().ifPresent(conditions::add);
    Optional.ofNullable(principal.rowFilters().get(rollup.fact())).ifPresent(conditions::add);
    for (Reading.Figure figure : figures) {
      figure.where().filter(where -> !holdsThroughout(rollup, where)).ifPresent(conditions::add);
      Optional<String> lacking = lacking(rollup, figure);
      if (lacking.isPresent()) {
        return lacking;
      }
    }
    for (String condition : conditions) {
      for (String column : expander.identifiers(condition)) {
        if (!rollup.keeps().contains(column)) {
          return Optional.of(column);
        }
      }
    }
    for (String dimension : scope.dimensions()) {
      if (!keeps(rollup, dimension)) {
        return Optional.of(dimension);
      }
    }
    return scope.filter().flatMap(filter -> lacking(rollup, filter));
  }

  private Optional<String> lacking(Rollup rollup, Reading.Figure figure) {
    String expression = figure.expression().orElse("");
    boolean has =
        switch (figure.function()) {
          case COUNT -> expression.isEmpty();
          case SUM -> rollup.sums().contains(expression);
          case COUNT_DISTINCT -> figure.estimated() && rollup.distinct().contains(expression);
          default -> false;
        };
    if (has) {
      return Optional.empty();
    }
    return Optional.of(
        figure.function() == Function.COUNT_DISTINCT && !figure.estimated()
            ? "exact distinct " + expression
            : expression);
  }

  private Optional<String> lacking(Rollup rollup, Filter filter) {
    if (filter instanceof Filter.And and) {
      return and.parts().stream().flatMap(part -> lacking(rollup, part).stream()).findFirst();
    }
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().flatMap(part -> lacking(rollup, part).stream()).findFirst();
    }
    String dimension;
    if (filter instanceof Filter.In in) {
      dimension = in.dimension();
    } else if (filter instanceof Filter.Range range) {
      dimension = range.dimension();
    } else if (filter instanceof Filter.IsNull isNull) {
      dimension = isNull.dimension();
    } else if (filter instanceof Filter.Top top) {
      dimension = top.dimension();
    } else {
      return Optional.of(((Filter.EntityHas) filter).entity());
    }
    return keeps(rollup, dimension) ? Optional.empty() : Optional.of(dimension);
  }

  private boolean keeps(Rollup rollup, String name) {
    Dimension.Source source = catalog.dimension(name).orElseThrow().source();
    if (source instanceof Dimension.TimePart part) {
      return part.part() != Dimension.Part.HOUR_OF_DAY;
    }
    String expression =
        source instanceof Dimension.Columns columns
            ? columns.expressions().get(rollup.fact())
            : null;
    return expression != null && rollup.keeps().containsAll(expander.identifiers(expression));
  }

  /** Rows without the rollup's time are not in it. */
  private static boolean holdsThroughout(Rollup rollup, String where) {
    return where.replace("\"", "").strip().equalsIgnoreCase(rollup.time() + " IS NOT NULL");
  }

  private static boolean wholeDays(Scope scope) {
    return isMidnight(scope.range().from())
        && isMidnight(scope.range().until())
        && scope
            .timeline()
            .filter(
                t ->
                    t.grain() == Grain.HOUR
                        || t.slots().stream()
                            .anyMatch(
                                slot ->
                                    !isMidnight(slot.unit().from())
                                        || !isMidnight(slot.unit().until())))
            .isEmpty();
  }

  private static boolean isMidnight(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static Reading.Figure fromRollup(Rollup rollup, Reading.Figure figure) {
    Optional<String> where = figure.where().filter(w -> !holdsThroughout(rollup, w));
    return figure.function() == Function.COUNT
        ? new Reading.Figure(Function.SUM, Optional.of(Rollup.ROW_COUNT), where, false)
        : new Reading.Figure(figure.function(), figure.expression(), where, figure.estimated());
  }
}
