package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.Nearest;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that is wrong with a query, at once. */
final class QueryValidator {
  private static final int MOST_DAYS_OF_MEAN = 100;

  private final Catalog catalog;
  private final MetricExpander expander;
  private final List<QueryProblem> problems = new ArrayList<>();

  QueryValidator(Catalog catalog, MetricExpander expander) {
    this.catalog = catalog;
    this.expander = expander;
  }

  static List<QueryProblem> validate(MetricQuery query, Catalog catalog, MetricExpander expander) {
    QueryValidator validator = new QueryValidator(catalog, expander);
    validator.check(query);
    return validator.problems();
  }

  private void check(MetricQuery query) {
    if (query.metrics().isEmpty()) {
      invalid("metrics", "没有指标", "The query has no metric");
    }
    List<String> metrics = MetricPlanner.metrics(query).stream().filter(this::isKnown).toList();
    if (new HashSet<>(query.metrics()).size() < query.metrics().size()
        || new HashSet<>(query.dimensions()).size() < query.dimensions().size()) {
      invalid("metrics", "指标或维度重复", "A metric or dimension is named twice");
    }
    for (String name : query.dimensions()) {
      known(name).ifPresent(dimension -> grouping(dimension, metrics, query.countGroups()));
    }
    FilterValidator filters = new FilterValidator(this, metrics);
    query.filter().ifPresent(filters::check);
    query.filter().ifPresent(filters::reach);
    query.share().ifPresent(share -> filters.sharing(query, share.over()));
    query.conditions().forEach(condition -> condition(condition, query));
    query.ordering().ifPresent(ordering -> ordering(ordering, query));
    query.ranking().ifPresent(ranking -> ranking(ranking, query, metrics));
    period(query);
    accumulation(query, metrics);
    meansOverDays(query, metrics);
    behaviour(query, metrics);
    headcount(query, metrics);
    if (query.countGroups() && query.dimensions().isEmpty() && query.grain().isEmpty()) {
      invalid("countGroups", "没有可以计数的分组", "There are no groups to count");
    }
  }

  List<QueryProblem> problems() {
    return problems.stream().distinct().toList();
  }

  boolean isKnown(String name) {
    if (catalog.metric(name).isPresent()) {
      return true;
    }
    problems.add(
        new QueryProblem(
            ErrorCode.UNKNOWN_METRIC,
            name,
            new Text("没有指标 " + name, "There is no metric " + name),
            Nearest.to(name, catalog.metrics().stream().map(Metric::name).toList()).stream()
                .toList()));
    return false;
  }

  boolean isDefined(String metric) {
    return catalog.metric(metric).isPresent();
  }

  Optional<Dimension> defined(String dimension) {
    return catalog.dimension(dimension);
  }

  Optional<Dimension> known(String name) {
    Optional<Dimension> dimension = catalog.dimension(name);
    if (dimension.isEmpty()) {
      problems.add(
          new QueryProblem(
              ErrorCode.UNKNOWN_DIMENSION,
              name,
              new Text("没有维度 " + name, "There is no dimension " + name),
              Nearest.to(name, catalog.dimensions().stream().map(Dimension::name).toList()).stream()
                  .toList()));
    }
    return dimension;
  }

  void grouping(Dimension dimension, List<String> metrics, boolean onlyCounted) {
    if (dimension.personal() && !onlyCounted) {
      problems.add(
          new QueryProblem(
              ErrorCode.INCOMPATIBLE_DIMENSION,
              dimension.name(),
              new Text(
                  "不能按" + dimension.label().zh() + "拆分：不展示个人数据",
                  "Personal data are not shown: no breakdown by " + dimension.label().en()),
              List.of()));
    }
    belongs(dimension, metrics);
  }

  /** Every fact of every metric must have the dimension. */
  void belongs(Dimension dimension, List<String> metrics) {
    for (String metric : metrics) {
      boolean has =
          expander.sources(metric).stream().allMatch(rows -> dimension.belongsTo(rows.fact()));
      if (!has) {
        Metric lacking = expander.metric(metric);
        problems.add(
            new QueryProblem(
                ErrorCode.INCOMPATIBLE_DIMENSION,
                dimension.name(),
                new Text(
                    lacking.label().zh() + "没有维度“" + dimension.label().zh() + "”",
                    lacking.label().en() + " has no dimension " + dimension.label().en()),
                dimensionsOf(metric)));
      }
    }
  }

  private List<String> dimensionsOf(String metric) {
    return catalog.dimensions().stream()
        .filter(d -> !d.personal())
        .filter(d -> expander.sources(metric).stream().allMatch(rows -> d.belongsTo(rows.fact())))
        .map(Dimension::name)
        .toList();
  }

  private void condition(MetricCondition condition, MetricQuery query) {
    long bounds =
        Stream.of(condition.value().isPresent(), condition.overall(), condition.mean())
            .filter(given -> given)
            .count();
    if (bounds != 1) {
      invalid(
          condition.metric(),
          "条件要么和一个数比，要么和整体或各组的平均比",
          "A condition compares with a number, with the overall figure or with the mean of the"
              + " groups");
    }
    if (condition.mean() && query.dimensions().isEmpty() && query.grain().isEmpty()) {
      invalid(condition.metric(), "没有分组就没有各组的平均", "Without groups there is no mean of them");
    }
    if ((condition.overall() || condition.mean()) && condition.measure() != Measure.VALUE) {
      invalid(
          condition.metric(),
          "只有指标本身可以和整体或平均比",
          "Only the metric itself can be compared with the overall figure or the mean");
    }
    measure(condition.metric(), condition.measure(), query);
  }

  private void ordering(Ordering ordering, MetricQuery query) {
    if (!MetricPlanner.metrics(query).contains(ordering.metric())) {
      problems.add(
          new QueryProblem(
              ErrorCode.INVALID_QUERY,
              ordering.metric(),
              new Text(
                  "排序用的指标 " + ordering.metric() + " 不在查询里",
                  "The query is ordered by " + ordering.metric() + ", which it does not have"),
              query.metrics()));
    }
    measure(ordering.metric(), ordering.measure(), query);
  }

  private void measure(String metric, Measure measure, MetricQuery query) {
    if (!MetricPlanner.measures(query).contains(measure)) {
      invalid(
          metric,
          "没有对比或占比，就没有 " + measure,
          "Without a comparison or share there is no " + measure + " of " + metric);
    }
  }

  private void ranking(Ranking ranking, MetricQuery query, List<String> metrics) {
    if (ranking.count() < 1 || ranking.skip() < 0) {
      invalid("ranking", "排名至少要有一名", "A ranking has at least one place");
    }
    if (query.dimensions().isEmpty() && query.grain().isEmpty()) {
      invalid("ranking", "没有可以排名的分组", "There are no groups to rank");
    }
    String bucket = query.grain().map(MetricPlanner::columnOf).orElse("");
    for (String name : ranking.within()) {
      if (!query.dimensions().contains(name) && !name.equals(bucket)) {
        invalid(name, name + " 不在分组里", "The groups have no " + name + " to rank within");
      }
    }
    if (query.countGroups()) {
      invalid("ranking", "计数分组时不能再排名", "Groups are either ranked or counted");
    }
    if (ranking.others()) {
      boolean additive = metrics.stream().allMatch(m -> expander.formula(m).additive());
      boolean simple =
          ranking.within().isEmpty()
              && ranking.skip() == 0
              && query.dimensions().size() == 1
              && query.grain().isEmpty()
              && isText(query.dimensions().get(0));
      if (!additive || !simple) {
        invalid(
            "ranking",
            "只有可加的指标按一个维度排名时才能合并“其他”",
            "A rest row needs metrics that can be summed and a ranking over one dimension");
      }
    }
  }

  private boolean isText(String dimension) {
    return catalog
        .dimension(dimension)
        .filter(d -> Filters.valueType(d) == Dimension.ValueType.STRING)
        .isPresent();
  }

  private void period(MetricQuery query) {
    if (query.period().orElse(catalog.defaultPeriod()) instanceof Period.Campaign campaign
        && catalog.calendarEntry(campaign.name()).isEmpty()) {
      invalid(
          campaign.name(),
          "日历里没有活动 " + campaign.name(),
          "The calendar has no campaign " + campaign.name());
    }
    boolean named = query.comparisons().stream().anyMatch(Comparison.With.class::isInstance);
    boolean twice = query.secondComparison().isPresent();
    if (twice && (named || query.comparison().isEmpty() || sameTwice(query))) {
      invalid(
          "secondComparison",
          "两种对比要各不相同，且都不指定另一个时间",
          "Two comparisons differ, and neither names a period of its own");
    }
    if (query.grain().isPresent() && query.comparison().orElse(null) instanceof Comparison.With) {
      invalid(
          "comparison", "有时间粒度时不能和另一个指定的时间比", "A named base period does not go with a time grain");
    }
  }

  private static boolean sameTwice(MetricQuery query) {
    return query.comparison().equals(query.secondComparison());
  }

  private void accumulation(MetricQuery query, List<String> metrics) {
    if (query.accumulation().isEmpty()) {
      return;
    }
    if (query.grain().isEmpty()) {
      invalid("accumulation", "累计需要时间粒度", "Accumulation needs a time grain");
    }
    if (query.comparison().isPresent()) {
      invalid("accumulation", "累计值不能再作对比", "Accumulated values cannot be compared");
    }
    long cumulative = metrics.stream().filter(expander::isCumulative).count();
    if (cumulative > 0 && cumulative < metrics.size()) {
      invalid(
          "metrics",
          "按时间看时，累计指标和普通指标不能放在一起",
          "Over time, cumulative metrics do not go together with others");
    }
    for (String metric : metrics) {
      boolean mean =
          expander.formula(metric).leaves().stream().anyMatch(l -> l instanceof Leaf.Mean);
      if (mean && !isMovingAverage(query, metric)) {
        invalid(
            metric,
            expander.metric(metric).label().zh() + "是平均值，不能累计",
            expander.metric(metric).label().en() + " is a mean and does not accumulate");
      }
    }
  }

  /** Means of the days in windows of days move along with them. */
  private boolean isMovingAverage(MetricQuery query, String metric) {
    return expander.metric(metric).definition() instanceof MetricDefinition.PeriodMean mean
        && mean.unit() == Grain.DAY
        && query.grain().filter(grain -> grain == Grain.DAY).isPresent()
        && query.accumulation().orElse(null) instanceof Accumulation.Rolling rolling
        && rolling.buckets() > 1
        && rolling.buckets() <= MOST_DAYS_OF_MEAN;
  }

  /** Who comes back is seen over days or longer, and once. */
  private void behaviour(MetricQuery query, List<String> metrics) {
    for (String metric : metrics) {
      Set<Leaf> leaves = expander.formula(metric).leaves();
      boolean meets = leaves.stream().anyMatch(Leaf.Meeting.class::isInstance);
      boolean joined = leaves.stream().anyMatch(Leaf.OfJoined.class::isInstance);
      Text label = expander.metric(metric).label();
      if ((meets || joined) && query.accumulation().isPresent()) {
        invalid(metric, label.zh() + "不能累计", label.en() + " does not accumulate");
      }
      if (meets && query.grain().filter(grain -> grain == Grain.HOUR).isPresent()) {
        invalid(metric, label.zh() + "不能按小时看", label.en() + " is not seen by the hour");
      }
    }
  }

  /** How many people there are is of no time: a period would tell who came in it. */
  private void headcount(MetricQuery query, List<String> metrics) {
    boolean plain =
        query.period().filter(period -> !(period instanceof Period.All)).isEmpty()
            && query.grain().isEmpty()
            && query.comparisons().isEmpty()
            && metrics.stream().allMatch(expander::isHeadcount);
    if (!plain && metrics.stream().anyMatch(expander::isHeadcount)) {
      invalid(
          "period",
          "用户总数不分时间，也不和其他指标放在一起",
          "The number of all users is of no period and stands alone");
    }
  }

  /** Which days a mean is over must be plain to see. */
  private void meansOverDays(MetricQuery query, List<String> metrics) {
    DayParts parts = new DayParts(catalog);
    boolean hidden =
        query.filter().filter(parts::isHidden).isPresent()
            || (query.grain().isPresent() && parts.among(query.dimensions()).isPresent());
    if (hidden && metrics.stream().anyMatch(this::isMeanOfDays)) {
      invalid(
          "filter",
          "按天平均时，星期几或是否周末只能作整体条件，或不分时间段的分组",
          "With a mean over days, the day of the week is a condition on all rows or a group without"
              + " time buckets");
    }
  }

  private boolean isMeanOfDays(String metric) {
    return expander.formula(metric).leaves().stream()
        .anyMatch(leaf -> leaf instanceof Leaf.Mean mean && mean.unit() == Grain.DAY);
  }

  void invalid(String subject, String zh, String en) {
    add(new QueryProblem(ErrorCode.INVALID_QUERY, subject, new Text(zh, en), List.of()));
  }

  void add(QueryProblem problem) {
    problems.add(problem);
  }
}
