package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Derived;
import io.mingshu.semantic.catalog.MetricDefinition.EntityCount;
import io.mingshu.semantic.catalog.MetricDefinition.FirstTime;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.catalog.MetricDefinition.Ratio;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Metrics that follow from declared ones and need no declaration of their own: {@code gmv/day} is
 * the mean of GMV over whole days, {@code orders/buyers} the orders for each buyer, {@code
 * retention_d1/cohort_users} the users that a retention is of. The part after the slash is a
 * calendar unit, a metric that counts distinct things, or one of the {@link CohortFigures}. Where
 * the catalog declares the same figure, its own name stands for it.
 */
final class ComposedMetrics {
  private static final char OF = '/';

  private static final Map<Grain, Text> MEANS =
      Map.of(
          Grain.DAY, new Text("日均", "per day"),
          Grain.WEEK, new Text("周均", "per week"),
          Grain.MONTH, new Text("月均", "per month"),
          Grain.QUARTER, new Text("季均", "per quarter"),
          Grain.YEAR, new Text("年均", "per year"));

  private static final Map<Grain, Text> UNITS =
      Map.of(
          Grain.DAY, new Text("日", "days"),
          Grain.WEEK, new Text("周", "weeks"),
          Grain.MONTH, new Text("月", "months"),
          Grain.QUARTER, new Text("季度", "quarters"),
          Grain.YEAR, new Text("年", "years"));

  private static final Set<Function> TOTALS =
      Set.of(Function.SUM, Function.COUNT, Function.COUNT_DISTINCT);

  private final List<Metric> declared;

  ComposedMetrics(List<Metric> declared) {
    this.declared = declared;
  }

  /** The metric that a name such as {@code gmv/day} stands for. */
  Optional<Metric> named(String name) {
    int at = name.indexOf(OF);
    if (at < 0) {
      return Optional.empty();
    }
    Optional<Metric> figure = declared(name.substring(0, at));
    String per = name.substring(at + 1);
    Optional<Metric> behind = figure.flatMap(m -> CohortFigures.of(m, per));
    if (behind.isPresent()) {
      return behind;
    }
    Optional<Metric> mean =
        figure.flatMap(m -> unit(per).filter(u -> canBeMeaned(m)).map(u -> mean(name, m, u)));
    return mean.or(
        () -> figure.flatMap(m -> declared(per).flatMap(counted -> ratio(name, m, counted))));
  }

  /** The name of a metric's mean over whole calendar units; empty where it has none. */
  Optional<String> mean(String metric, Grain unit) {
    return declared(metric)
        .filter(m -> MEANS.containsKey(unit) && canBeMeaned(m))
        .map(m -> nameOf(new PeriodMean(metric, unit), composed(metric, unit)));
  }

  /** The name of a figure for each of the things that another metric counts. */
  Optional<String> ratio(String metric, String counted) {
    String name = metric + OF + counted;
    return named(name).map(m -> nameOf(new Ratio(metric, counted), name));
  }

  private String nameOf(MetricDefinition definition, String otherwise) {
    return declared.stream()
        .filter(m -> m.definition().equals(definition))
        .map(Metric::name)
        .findFirst()
        .orElse(otherwise);
  }

  private static String composed(String metric, Grain unit) {
    return metric + OF + unit.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Metric> declared(String name) {
    return declared.stream().filter(m -> m.name().equals(name)).findFirst();
  }

  private static Optional<Grain> unit(String name) {
    return Arrays.stream(Grain.values())
        .filter(g -> MEANS.containsKey(g) && g.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Totals have a mean over time; rates, means and extremes do not. */
  private boolean canBeMeaned(Metric metric) {
    MetricDefinition definition = metric.definition();
    if (definition instanceof Aggregate aggregate) {
      return TOTALS.contains(aggregate.function());
    }
    if (definition instanceof Derived derived) {
      Expression formula = Expression.parse(derived.formula());
      return UnitChecks.isLinear(formula.node())
          && formula.identifiers().stream()
              .allMatch(part -> declared(part).filter(this::canBeMeaned).isPresent());
    }
    return definition instanceof FirstTime || definition instanceof EntityCount;
  }

  private static Metric mean(String name, Metric metric, Grain unit) {
    Text per = text(MEANS, unit);
    Text units = text(UNITS, unit);
    return new Metric(
        name,
        new Text(per.zh() + metric.label().zh(), metric.label().en() + " " + per.en()),
        Terms.NONE,
        new Text(
            metric.label().zh() + "在时间段内每个完整自然" + units.zh() + "的平均值，没有数据的按 0 计",
            "Mean of "
                + metric.label().en()
                + " over the whole calendar "
                + units.en()
                + " in the period; those without rows count 0"),
        metric.unit(),
        new PeriodMean(metric.name(), unit));
  }

  private static Text text(Map<Grain, Text> texts, Grain unit) {
    return texts.getOrDefault(unit, Text.same(""));
  }

  private static Unit ratioUnit(Metric metric, Metric counted) {
    if (metric.unit() == Unit.CURRENCY) {
      return Unit.CURRENCY;
    }
    boolean part =
        metric.definition() instanceof FirstTime first && first.metric().equals(counted.name());
    return part ? Unit.PERCENT : Unit.NUMBER;
  }

  private Optional<Metric> ratio(String name, Metric metric, Metric counted) {
    boolean counts =
        counted.definition() instanceof Aggregate aggregate
            && aggregate.function() == Function.COUNT_DISTINCT;
    if (!counts || metric.equals(counted) || !canBeMeaned(metric)) {
      return Optional.empty();
    }
    return Optional.of(
        new Metric(
            name,
            new Text(
                metric.label().zh() + " ÷ " + counted.label().zh(),
                metric.label().en() + " ÷ " + counted.label().en()),
            Terms.NONE,
            new Text(
                metric.label().zh() + "除以" + counted.label().zh(),
                metric.label().en() + " divided by " + counted.label().en()),
            ratioUnit(metric, counted),
            new Ratio(metric.name(), counted.name())));
  }
}
