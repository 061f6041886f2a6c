package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a query asks for, all of it, so that the asker sees how a question was taken.
 * Immutable.
 */
public final class QueryWording {
  private final Catalog catalog;
  private final PeriodResolver periods;
  private final PeriodWording periodWording;
  private final FigureWording figures;
  private final BehaviourQueryWording behaviours;

  public QueryWording(Catalog catalog, PeriodResolver periods) {
    this.catalog = catalog;
    this.periods = periods;
    this.periodWording = new PeriodWording(catalog);
    this.figures = new FigureWording(catalog.currency());
    this.behaviours = new BehaviourQueryWording(catalog);
  }

  /**
   * The query in words, with the exact days.
   *
   * @param now the moment of asking on the business clock
   * @param data the days that have data, null where there are none
   * @throws io.mingshu.semantic.error.MingshuException where the period or the comparison is not
   *     defined
   */
  public Text of(SemanticQuery query, LocalDateTime now, @Nullable DayRange data) {
    if (query instanceof BehaviourQuery behaviour) {
      return behaviours.of(behaviour, periods, now, data);
    }
    MetricQuery laterFirst = laterFirst((MetricQuery) query, now, data);
    return new Text(in(Language.ZH, laterFirst, now, data), in(Language.EN, laterFirst, now, data));
  }

  /** Of two named periods the later is the current one, in whichever order they were named. */
  private MetricQuery laterFirst(MetricQuery query, LocalDateTime now, @Nullable DayRange data) {
    Period period = query.period().orElse(catalog.defaultPeriod(query.namedDimensions()));
    if (query.comparison().isPresent()
        && query.comparison().get() instanceof Comparison.With with
        && !periods
            .compare(period, with, now, data)
            .current()
            .equals(periods.resolve(period, now, data))) {
      return query.withPeriod(with.base()).withComparison(new Comparison.With(period));
    }
    return query;
  }

  private String in(
      Language language, MetricQuery query, LocalDateTime now, @Nullable DayRange data) {
    CatalogWords words = new CatalogWords(catalog, language);
    FilterWording filters = new FilterWording(words, figures);
    boolean chinese = words.isChinese();
    List<String> clauses = new ArrayList<>();
    clauses.add(subject(query, words));
    clauses.add(period(query, now, data, language));
    query.filter().ifPresent(f -> clauses.add((chinese ? "只看" : "only ") + filters.filter(f)));
    query.grain().ifPresent(grain -> clauses.add(grain(grain, language)));
    query.accumulation().ifPresent(a -> clauses.add(accumulation(a, language)));
    query.comparisons().forEach(c -> clauses.add(comparison(query, c, now, data, language)));
    query
        .share()
        .ifPresent(
            share -> {
              String over =
                  words.list(share.over().stream().map(words::wholeOf).distinct().toList());
              clauses.add(chinese ? "占全部" + over + "的比例" : "as a share of every " + over);
            });
    if (!query.conditions().isEmpty()) {
      clauses.add((chinese ? "满足 " : "where ") + filters.conditions(query.conditions()));
    }
    query.ranking().ifPresent(r -> clauses.add(ranking(r, query, words, filters)));
    if (query.ranking().isEmpty()) {
      query.ordering().ifPresent(o -> clauses.add(ordering(o, filters, chinese)));
    }
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private static String subject(MetricQuery query, CatalogWords words) {
    String metrics = words.list(query.metrics().stream().map(words::metric).toList());
    List<String> dimensions = query.dimensions();
    if (query.countGroups() && dimensions.isEmpty()) {
      String unit = query.grain().map(words::unit).orElse("");
      return words.isChinese() ? "有多少" + unit : "the number of " + unit + "s";
    }
    if (query.countGroups()) {
      return words.isChinese()
          ? "有多少个" + words.list(dimensions.stream().map(words::dimension).toList())
          : "the number of " + words.list(dimensions.stream().map(words::dimensions).toList());
    }
    if (dimensions.isEmpty()) {
      return metrics;
    }
    return words.grouped(metrics, dimensions);
  }

  private String period(
      MetricQuery query, LocalDateTime now, @Nullable DayRange data, Language language) {
    boolean chinese = language == Language.ZH;
    if (query.period().isEmpty() && query.metrics().stream().allMatch(catalog::isOfCohorts)) {
      return chinese ? "默认最近30天看得全的" : "by default the latest 30 days that can be told about";
    }
    if (new CatalogWords(catalog, language).isHeadcount(query)) {
      return chinese ? "截至提问时" : "as of now";
    }
    Period period = query.period().orElse(catalog.defaultPeriod(query.namedDimensions()));
    String dates = PeriodWording.dates(periods.resolve(period, now, data), language);
    String name = periodWording.words(period, language);
    String preset = query.period().isPresent() ? "" : preset(name, language);
    return chinese ? preset + name + "（" + dates + "）" : preset + name + " (" + dates + ")";
  }

  /** That the period was not asked for; English has "the past 30 days", but "all time". */
  private static String preset(String name, Language language) {
    if (language == Language.ZH) {
      return "默认";
    }
    return name.startsWith("past ") || name.startsWith("last ") ? "by default the " : "by default ";
  }

  private String comparison(
      MetricQuery query,
      Comparison comparison,
      LocalDateTime now,
      @Nullable DayRange data,
      Language language) {
    ComparisonWording wording = new ComparisonWording(periodWording, figures, language);
    if (query.grain().isPresent()) {
      return wording.asked(comparison, true);
    }
    Period period = query.period().orElse(catalog.defaultPeriod(query.namedDimensions()));
    return wording.asked(comparison, periods.base(period, comparison, now, data));
  }

  static String grain(Grain grain, Language language) {
    boolean chinese = language == Language.ZH;
    return switch (grain) {
      case HOUR -> chinese ? "按小时" : "by hour";
      case DAY -> chinese ? "按天" : "by day";
      case WEEK -> chinese ? "按周" : "by week";
      case MONTH -> chinese ? "按月" : "by month";
      case QUARTER -> chinese ? "按季度" : "by quarter";
      case YEAR -> chinese ? "按年" : "by year";
    };
  }

  static String accumulation(Accumulation accumulation, Language language) {
    boolean chinese = language == Language.ZH;
    if (accumulation instanceof Accumulation.Rolling rolling) {
      return chinese
          ? "每期含之前共" + rolling.buckets() + "期"
          : "each over the " + rolling.buckets() + " that end with it";
    }
    return chinese ? "从期初累计" : "running total from the start";
  }

  static String ranking(
      Ranking ranking, MetricQuery query, CatalogWords words, FilterWording filters) {
    boolean chinese = words.isChinese();
    int first = ranking.skip() + 1;
    int last = ranking.skip() + ranking.count();
    String which;
    if (chinese) {
      which = last > 1 && first == 1 ? "取前" + last + "名" : "取第" + span(first, last) + "名";
    } else {
      which = last > 1 && first == 1 ? "the first " + last : "number " + span(first, last);
    }
    String inEach = inEach(ranking, query, words);
    String rest = !ranking.others() ? "" : chinese ? "，其余合为其他" : ", the rest as one";
    String order = order(query, filters, chinese);
    return chinese ? inEach + order + which + rest : inEach + which + " " + order + rest;
  }

  /** The groups or buckets inside which groups are ranked. */
  private static String inEach(Ranking ranking, MetricQuery query, CatalogWords words) {
    List<String> within = ranking.within();
    if (within.isEmpty()) {
      return "";
    }
    boolean chinese = words.isChinese();
    Optional<Grain> bucket =
        query
            .grain()
            .filter(grain -> within.stream().anyMatch(name -> isBucket(name, grain, query)));
    String each =
        bucket
            .map(grain -> (chinese ? "每" : "each ") + words.unit(grain))
            .orElseGet(
                () ->
                    (chinese ? "每个" : "each ")
                        + words.list(within.stream().map(words::dimension).toList()));
    return chinese ? each + "内" : "in " + each + " ";
  }

  private static boolean isBucket(String name, Grain grain, MetricQuery query) {
    return name.equalsIgnoreCase(grain.name()) && !query.dimensions().contains(name);
  }

  /** What the first groups are the first of: of buckets without an ordering, the earliest. */
  private static String order(MetricQuery query, FilterWording filters, boolean chinese) {
    if (query.ordering().isEmpty() && query.grain().isPresent()) {
      return chinese ? "按时间从早到晚" : "in time";
    }
    Ordering ordering =
        query.ordering().orElse(new Ordering(query.metrics().get(0), Measure.VALUE, true));
    String by = filters.measure(ordering.metric(), ordering.measure());
    if (chinese) {
      return "按" + by + (ordering.descending() ? "从高到低" : "从低到高");
    }
    return "by " + by + (ordering.descending() ? " from the highest" : " from the lowest");
  }

  static String ordering(Ordering ordering, FilterWording filters, boolean chinese) {
    String by = filters.measure(ordering.metric(), ordering.measure());
    if (chinese) {
      return "按" + by + (ordering.descending() ? "从高到低" : "从低到高");
    }
    return "ordered by " + by + (ordering.descending() ? " from the highest" : " from the lowest");
  }

  private static String span(int first, int last) {
    return first == last ? String.valueOf(first) : first + "–" + last;
  }
}
