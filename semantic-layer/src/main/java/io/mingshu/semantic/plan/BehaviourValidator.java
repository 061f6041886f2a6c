package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** All that is wrong with a question about behaviour, at once. */
final class BehaviourValidator {
  private static final int MOST_STEPS = 10;
  private static final int MOST_STEPS_IN_ANY_ORDER = 8;
  private static final int MOST_EXCLUSIONS = 5;
  private static final int MOST_RETURNS = 400;
  private static final int MOST_INTERVAL = 5_000;
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_PATHS = 1_000;
  private static final int MOST_BINS = 100;

  private final Catalog catalog;
  private final QueryValidator problems;
  private final FilterValidator filters;

  private BehaviourValidator(Catalog catalog, MetricExpander expander) {
    this.catalog = catalog;
    this.problems = new QueryValidator(catalog, expander);
    this.filters = new FilterValidator(problems, List.of());
  }

  static List<QueryProblem> validate(
      BehaviourQuery query, Catalog catalog, MetricExpander expander) {
    BehaviourValidator validator = new BehaviourValidator(catalog, expander);
    Optional<BehaviourLog> log = catalog.behaviour();
    if (log.isEmpty()) {
      validator.invalid(
          "behaviour",
          "这份目录没有说明哪张表是用户行为，不能做留存、漏斗、路径这类分析",
          "The catalog names no log of behaviour, which retention, funnels and paths need");
    } else {
      validator.check(query, log.get());
    }
    return validator.problems.problems();
  }

  private void check(BehaviourQuery query, BehaviourLog log) {
    query.filter().ifPresent(filter -> filter(filter, log.fact()));
    query.filter().ifPresent(filters::reach);
    if (query.period().orElse(catalog.defaultPeriod()) instanceof Period.Campaign campaign) {
      campaign(campaign);
    }
    comparison(query);
    if (query instanceof RetentionQuery retention) {
      retention(retention, log);
    } else if (query instanceof FunnelQuery funnel) {
      funnel(funnel, log);
    } else if (query instanceof PathQuery path) {
      path(path, log);
    } else if (query instanceof LifecycleQuery lifecycle) {
      lifecycle.activity().ifPresent(activity -> event(activity, log));
      lifecycle.groupBy().ifPresent(name -> grouping(name, log.fact()));
    } else if (query instanceof StickinessQuery stickiness) {
      stickiness.activity().ifPresent(activity -> event(activity, log));
      stickiness.groupBy().ifPresent(name -> grouping(name, log.fact()));
      atLeastOne("occurrences", stickiness.occurrences());
    } else if (query instanceof ConversionQuery conversion) {
      conversion(conversion, log);
    }
  }

  private void comparison(BehaviourQuery query) {
    if (query.comparison().isEmpty()) {
      return;
    }
    if (query.comparison().get() instanceof Comparison.With with
        && with.base() instanceof Period.Campaign campaign) {
      campaign(campaign);
    }
    if (query instanceof RetentionQuery retention && !retention.pooled()) {
      invalid(
          "comparison",
          "留存要各批合并计算（pooled）才能和另一段时间比",
          "Retention is compared with all cohorts together (pooled)");
    }
    if (query instanceof FunnelQuery funnel && funnel.shown() instanceof View.TimeToConvert) {
      invalid(
          "comparison",
          "用时的分档随时间不同，不能对比；可以对比每一步的用时中位数",
          "The classes of times differ from period to period; compare the medians of the steps");
    }
  }

  private void campaign(Period.Campaign campaign) {
    if (catalog.calendarEntry(campaign.name()).isEmpty()) {
      invalid(
          campaign.name(),
          "日历里没有活动 " + campaign.name(),
          "The calendar has no campaign " + campaign.name());
    }
  }

  private void retention(RetentionQuery query, BehaviourLog log) {
    query.start().ifPresent(start -> event(start, log));
    query.comeBack().ifPresent(comeBack -> event(comeBack, log));
    query.groupBy().ifPresent(name -> grouping(name, log.fact()));
    atLeastOne("occurrences", query.occurrences());
    if (query.returns().size() > MOST_RETURNS) {
      invalid("returns", "留存的列太多", "There are too many columns of returns");
    }
    for (RetentionQuery.Return column : query.returns()) {
      int last = column.last().orElse(column.first());
      boolean cohort = column.first() == 0 && last == 0;
      if ((!cohort && column.first() < 1) || last < column.first() || last > MOST_INTERVAL) {
        invalid(
            "returns",
            "留存从开始之后的第 1 期算起，且不能倒过来",
            "People come back in period 1 or later, and the first period is not after the last");
      }
    }
    query.within().ifPresent(stretch -> stretch(query, stretch));
    if (query.cohorts() == RetentionQuery.Cohorts.SIGNUP) {
      signup(query, log);
    }
  }

  /** One stretch of time for everybody; whether it follows the period is for the clock to say. */
  private void stretch(RetentionQuery query, ReturnStretch stretch) {
    boolean inIntervals =
        !query.returns().isEmpty() || query.unfinished() || query.unit() != Grain.DAY;
    if (inIntervals || !query.pooled()) {
      invalid(
          "within",
          "在另一段时间里回来的（within）合并计算（pooled），没有 unit、returns 和 unfinished",
          "Who came back in another stretch of time (within) is of all together (pooled), without"
              + " unit, returns or unfinished");
    }
    if (query.period().isEmpty()) {
      invalid("period", "两段时间要说明前一段", "Of two stretches of time the first must be named");
    }
    if (stretch instanceof ReturnStretch.During during
        && during.period() instanceof Period.Campaign campaign) {
      campaign(campaign);
    }
    if (stretch instanceof ReturnStretch.During during && during.period() == null) {
      invalid("within", "没有说明后一段时间", "It is not said when people come back");
    }
    if (stretch instanceof ReturnStretch.After after
        && (after.count() < 1 || after.count() > MOST_DAYS || after.unit() == null)) {
      invalid("within", "之后的时间至少一天", "The time after the period has at least one day");
    }
    if (stretch instanceof ReturnStretch.During && query.comparison().isPresent()) {
      invalid(
          "comparison",
          "指定了回来的时间段，不能再和另一段时间比；用“之后多少天”就可以",
          "Who came back in a named stretch of time cannot be compared; in so many days after the"
              + " period they can");
    }
  }

  private void signup(RetentionQuery query, BehaviourLog log) {
    if (log.people().isEmpty()) {
      invalid("cohorts", "这份目录没有注册用户的表", "The catalog names no fact of people who signed up");
      return;
    }
    if (query.start().isPresent()) {
      invalid("start", "按注册分组时没有起始行为", "Cohorts by signup have no start event");
    }
    String people = log.people().get().fact();
    query.groupBy().ifPresent(name -> grouping(name, people));
    query.filter().ifPresent(filter -> belongs(filter, people));
  }

  private void funnel(FunnelQuery query, BehaviourLog log) {
    if (query.funnel().isPresent() && catalog.funnel(query.funnel().get()).isEmpty()) {
      invalid(
          query.funnel().get(),
          "没有漏斗 " + query.funnel().get(),
          "There is no funnel " + query.funnel().get());
      return;
    }
    int steps = query.steps().size();
    int most = query.order() == Order.ANY ? MOST_STEPS_IN_ANY_ORDER : MOST_STEPS;
    if (steps < 2 || steps > most) {
      invalid("steps", "漏斗要有 2 到 " + most + " 步", "A funnel has 2 to " + most + " steps");
    }
    query.steps().forEach(step -> event(step.event(), log));
    query.exclusions().forEach(exclusion -> event(exclusion.event(), log));
    exclusions(query, steps);
    query
        .breakdown()
        .ifPresent(
            breakdown -> {
              grouping(breakdown.dimension(), log.fact());
              isStep(breakdown.step().orElse(1), steps);
              if (breakdown.everyStep() && breakdown.step().isPresent()) {
                invalid("breakdown", "要么取某一步的值，要么各步相同", "Either one step's value, or every step's");
              }
            });
    if (query.window().filter(window -> window.count() < 1).isPresent()
        || query.limit().filter(length -> length.toDays() > MOST_DAYS).isPresent()) {
      invalid("window", "转化窗口的长度无效", "The window has no valid length");
    }
    if (query.sameSession() && log.session().isEmpty()) {
      invalid("sameSession", "数据里没有会话", "The log knows no sessions");
    }
    view(query.shown(), steps);
  }

  private void exclusions(FunnelQuery query, int steps) {
    if (!query.exclusions().isEmpty() && query.order() != Order.ORDERED) {
      invalid(
          "exclusions",
          "只有按顺序的漏斗才能排除中间的行为",
          "Only funnels in order can exclude what lies in between");
    }
    if (query.exclusions().size() > MOST_EXCLUSIONS) {
      invalid("exclusions", "排除的行为太多", "There are too many exclusions");
    }
    for (FunnelQuery.Exclusion exclusion : query.exclusions()) {
      if (exclusion.after() < 1
          || exclusion.before() <= exclusion.after()
          || exclusion.before() > steps) {
        invalid("exclusions", "排除的行为要在两步之间", "An exclusion lies between two steps");
      }
    }
  }

  private void view(View view, int steps) {
    if (view instanceof View.Trend trend) {
      isStep(trend.toStep().orElse(steps), steps);
      if (trend.grain() == null) {
        invalid("view", "趋势没有时间粒度", "The trend has no grain");
      }
    } else if (view instanceof View.TimeToConvert times) {
      isStep(times.from(), steps);
      isStep(times.to(), steps);
      if (times.from() >= times.to()) {
        invalid("view", "用时要从前一步算到后一步", "Times are from a step to a later one");
      }
      if (times.bins().filter(bins -> bins < 1 || bins > MOST_BINS).isPresent()) {
        invalid("view", "分段数在 1 到 100 之间", "There are 1 to 100 bins");
      }
    }
  }

  private void isStep(int number, int steps) {
    if (number < 1 || number > steps) {
      invalid("steps", "没有第 " + number + " 步", "There is no step " + number);
    }
  }

  private void path(PathQuery query, BehaviourLog log) {
    if (log.page().isEmpty() || log.session().isEmpty()) {
      invalid("page", "数据里没有页面或会话", "The log knows no pages, or no sessions");
      return;
    }
    filter(new Filter.In(log.page().get(), List.of(query.page()), false), log.fact());
    if (query.depth() < 2 || query.depth() > PathQuery.MOST_DEPTH) {
      invalid(
          "depth",
          "路径深度在 2 到 " + PathQuery.MOST_DEPTH + " 之间",
          "Paths are 2 to " + PathQuery.MOST_DEPTH + " pages deep");
    }
    query
        .groupBy()
        .ifPresent(
            name -> {
              grouping(name, log.fact());
              if (log.page().filter(name::equals).isPresent()) {
                invalid("groupBy", "路径不能按页面拆分，它本身就是页面", "Paths consist of pages already");
              }
            });
    if (query.count() < 1 || query.count() > MOST_PATHS) {
      invalid("count", "路径要有 1 到 1000 条", "There are 1 to 1000 paths");
    }
  }

  private void conversion(ConversionQuery query, BehaviourLog log) {
    if (query.base() == null || query.conversion() == null) {
      invalid("base", "要有基础行为和转化行为", "There is a base event and a conversion");
      return;
    }
    event(query.base(), log);
    event(query.conversion(), log);
    query.groupBy().ifPresent(name -> grouping(name, log.fact()));
    if (query.windowDays().filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
      invalid("windowDays", "转化窗口至少一天", "The window has at least one day");
    }
    if (query.grain().filter(grain -> grain == Grain.HOUR).isPresent()) {
      invalid("grain", "这种转化只看整天", "Such conversions are of whole days");
    }
  }

  /** What an event is; nothing that looks at more than the event itself. */
  private void event(Filter filter, BehaviourLog log) {
    if (filter == null) {
      invalid("event", "没有说明是什么行为", "It is not said which events");
    } else if (isChosen(filter)) {
      invalid("event", "一个行为只看它自己的维度", "What an event is depends on its own dimensions only");
    } else {
      filter(filter, log.fact());
    }
  }

  private static boolean isChosen(Filter filter) {
    List<Filter> parts =
        filter instanceof Filter.And and
            ? and.parts()
            : filter instanceof Filter.Or or ? or.parts() : List.of();
    return filter instanceof Filter.EntityHas
        || filter instanceof Filter.Top
        || parts.stream().anyMatch(BehaviourValidator::isChosen);
  }

  private void filter(Filter filter, String fact) {
    filters.check(filter);
    belongs(filter, fact);
  }

  private void belongs(Filter filter, String fact) {
    for (String name : filter.dimensions()) {
      catalog.dimension(name).ifPresent(dimension -> belongs(dimension, fact));
    }
  }

  private void grouping(String name, String fact) {
    Optional<Dimension> dimension = problems.known(name);
    dimension.ifPresent(
        found -> {
          problems.grouping(found, List.of(), false);
          belongs(found, fact);
        });
  }

  private void belongs(Dimension dimension, String fact) {
    if (!dimension.belongsTo(fact)) {
      Text label = catalog.fact(fact).orElseThrow().label();
      problems.add(
          new QueryProblem(
              ErrorCode.INCOMPATIBLE_DIMENSION,
              dimension.name(),
              new Text(
                  label.zh() + "没有维度“" + dimension.label().zh() + "”",
                  label.en() + " have no dimension " + dimension.label().en()),
              catalog.dimensions().stream()
                  .filter(d -> !d.personal() && d.belongsTo(fact))
                  .map(Dimension::name)
                  .toList()));
    }
  }

  private void atLeastOne(String subject, int number) {
    if (number < 1) {
      invalid(subject, "次数至少是 1", "At least one event is needed");
    }
  }

  private void invalid(String subject, String zh, String en) {
    problems.invalid(subject, zh, en);
  }
}
