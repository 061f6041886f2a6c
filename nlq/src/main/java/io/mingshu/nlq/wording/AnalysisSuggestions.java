package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What could be asked next about an analysis of behaviour: the whole question again, split or
 * compared. Only what has plain words is offered. Immutable.
 */
final class AnalysisSuggestions {
  private static final int SPLITS = 2;
  private static final int MOST_VALUES = 6;

  private final Catalog catalog;
  private final PeriodWording periods;

  AnalysisSuggestions(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodWording(catalog);
  }

  List<String> of(BehaviourQuery query, Language language) {
    if (query.filter().isPresent() || query.comparison().isPresent()) {
      return List.of();
    }
    return subject(query)
        .map(subject -> of(query, subject.in(language), new CatalogWords(catalog, language)))
        .orElse(List.of());
  }

  private List<String> of(BehaviourQuery query, String subject, CatalogWords words) {
    Period period =
        query
            .period()
            .or(query::usualPeriod)
            .orElse(catalog.defaultPeriod(query.namedDimensions()));
    List<String> questions = new ArrayList<>();
    String by = words.isChinese() ? "按" : " by ";
    dimensions(query)
        .forEach(
            dimension ->
                questions.add(asked(subject + by + words.dimension(dimension), period, words)));
    if (isComparable(query, period)) {
      String split = query.groupBy().map(name -> by + words.dimension(name)).orElse("");
      questions.add(
          words.isChinese()
              ? asked(subject + split + "环比", period, words)
              : asked(subject + split, period, words) + " vs the previous period");
    }
    return List.copyOf(questions);
  }

  private String asked(String what, Period period, CatalogWords words) {
    String when = period instanceof Period.All ? "" : periods.phrase(period, words.language());
    if (words.isChinese()) {
      return when + what;
    }
    String capitalised = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    return when.isEmpty() ? capitalised : capitalised + " " + when;
  }

  private static boolean isComparable(BehaviourQuery query, Period period) {
    boolean always = period instanceof Period.All || period instanceof Period.Campaign;
    return !always && !(query instanceof RetentionQuery);
  }

  /** What people have, with few enough values to be seen at a glance. */
  private List<String> dimensions(BehaviourQuery query) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    return catalog.dimensions().stream()
        .filter(d -> log.isOfPeople(d) && d.belongsTo(log.fact()) && !d.personal() && !d.entity())
        .filter(d -> d.values().size() > 1 && d.values().size() <= MOST_VALUES)
        .filter(d -> query.groupBy().isEmpty())
        .sorted(Comparator.comparing((Dimension d) -> -d.values().size()))
        .map(Dimension::name)
        .limit(SPLITS)
        .toList();
  }

  /** What it is called in a question that means just it; empty where that takes more words. */
  private Optional<Text> subject(BehaviourQuery query) {
    BehaviourQuery plain = query.withGroup(Optional.empty());
    if (query instanceof FunnelQuery funnel) {
      return funnel(funnel);
    }
    if (query instanceof LifecycleQuery lifecycle) {
      LifecycleQuery usual = LifecycleQuery.by(lifecycle.grain());
      return plain.equals(usual.within(Optional.empty(), query.period()))
          ? grain(lifecycle.grain(), "生命周期", "user lifecycle")
          : Optional.empty();
    }
    if (query instanceof StickinessQuery histogram) {
      StickinessQuery usual = StickinessQuery.by(histogram.unit());
      return plain.equals(usual.within(Optional.empty(), query.period()))
          ? activity(histogram.unit())
          : Optional.empty();
    }
    if (query instanceof PathQuery path) {
      PathQuery usual = PathQuery.of(path.direction(), path.page());
      return plain.equals(usual.within(Optional.empty(), query.period()))
          ? Optional.of(page(path))
          : Optional.empty();
    }
    if (query instanceof RetentionQuery retention) {
      RetentionQuery usual = RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, retention.unit());
      return plain.equals(usual.within(Optional.empty(), query.period()))
          ? grain(retention.unit(), "注册用户留存矩阵", "signup retention matrix")
          : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Text> funnel(FunnelQuery query) {
    boolean plain =
        query.order() == FunnelQuery.Order.ORDERED
            && !query.sameSession()
            && query.window().isEmpty()
            && query.exclusions().isEmpty()
            && query.shown().equals(new FunnelQuery.View.Steps(false));
    if (!plain) {
      return Optional.empty();
    }
    if (query.funnel().isPresent()) {
      return query.funnel().flatMap(catalog::funnel).map(Funnel::label);
    }
    return query.steps().stream().allMatch(step -> step.event() instanceof Filter.In)
        ? Optional.of(
            new Text(steps(query, Language.ZH) + "漏斗", "funnel " + steps(query, Language.EN)))
        : Optional.empty();
  }

  private String steps(FunnelQuery query, Language language) {
    EventWording events =
        new EventWording(
            catalog, new CatalogWords(catalog, language), new FigureWording(catalog.currency()));
    return query.steps().stream()
        .map(step -> events.of(step.event()))
        .collect(Collectors.joining(language == Language.ZH ? "→" : " → "));
  }

  private static Optional<Text> grain(Grain grain, String zh, String en) {
    return switch (grain) {
      case DAY -> Optional.of(new Text("每日" + zh, "daily " + en));
      case WEEK -> Optional.of(new Text("每周" + zh, "weekly " + en));
      case MONTH -> Optional.of(new Text("每月" + zh, "monthly " + en));
      default -> Optional.empty();
    };
  }

  private static Optional<Text> activity(Grain unit) {
    return switch (unit) {
      case DAY -> Optional.of(new Text("用户活跃天数分布", "distribution of active days"));
      case WEEK -> Optional.of(new Text("用户活跃周数分布", "distribution of active weeks"));
      default -> Optional.empty();
    };
  }

  private Text page(PathQuery query) {
    String dimension = catalog.behaviour().flatMap(BehaviourLog::page).orElseThrow();
    String zh = new CatalogWords(catalog, Language.ZH).value(dimension, query.page());
    String en = new CatalogWords(catalog, Language.EN).value(dimension, query.page());
    return query.direction() == PathQuery.Direction.FROM
        ? new Text("从" + zh + "出发的路径", "paths from the " + en)
        : new Text("到" + zh + "的路径", "paths to the " + en);
  }
}
