package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Analyses of behaviour in words: what is asked, and what came of it. Immutable. */
final class BehaviourQueryWording {
  private final Catalog catalog;
  private final PeriodWording periods;
  private final FigureWording figures;

  BehaviourQueryWording(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodWording(catalog);
    this.figures = new FigureWording(catalog.currency());
  }

  /** What is asked, with the exact days. */
  Text of(
      BehaviourQuery query, PeriodResolver resolver, LocalDateTime now, @Nullable DayRange data) {
    Period period =
        query
            .period()
            .or(query::usualPeriod)
            .orElse(catalog.defaultPeriod(query.namedDimensions()));
    TimeRange range = resolver.resolve(period, now, data);
    Comparison comparison = query.comparison().orElse(null);
    if (comparison == null || isSeries(query)) {
      Optional<TimeRange> later = later(query, range, resolver, now, data);
      return of(query, new When(period, range, Optional.empty(), later));
    }
    PeriodResolver.Compared both = resolver.compare(period, comparison, now, data);
    Optional<TimeRange> later = later(query, both.current(), resolver, now, data);
    boolean turned = comparison instanceof Comparison.With && !both.current().equals(range);
    if (turned) {
      // The later period is the one that is asked about.
      Period current = ((Comparison.With) comparison).base();
      return of(
          query.withComparison(Optional.of(new Comparison.With(period))),
          new When(current, both.current(), Optional.of(both.base()), later));
    }
    return of(query, new When(period, both.current(), Optional.of(both.base()), later));
  }

  /**
   * When a question takes place.
   *
   * @param base what it is compared with
   * @param later the second of two stretches of time
   */
  private record When(
      Period period, TimeRange range, Optional<TimeRange> base, Optional<TimeRange> later) {}

  private static Optional<TimeRange> later(
      BehaviourQuery query,
      TimeRange period,
      PeriodResolver resolver,
      LocalDateTime now,
      @Nullable DayRange data) {
    return query instanceof RetentionQuery retention
        ? retention.within().map(stretch -> resolver.stretch(stretch, period, now, data))
        : Optional.empty();
  }

  /** Whether each interval is compared with one of its own. */
  private static boolean isSeries(BehaviourQuery query) {
    return query.buckets().isPresent()
        && query.comparison().filter(Comparison.With.class::isInstance).isEmpty();
  }

  private Text of(BehaviourQuery query, When when) {
    return new Text(asked(query, when, Language.ZH), asked(query, when, Language.EN));
  }

  private String asked(BehaviourQuery query, When when, Language language) {
    String dates = PeriodWording.dates(when.range(), language);
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    List<String> clauses = new ArrayList<>();
    clauses.add(subject(query, words, when.later()));
    String preset = query.period().isPresent() ? "" : chinese ? "默认" : "by default ";
    String first = when.later().isPresent() ? retentions(words).first() : "";
    String name = preset + first + periods.words(when.period(), language);
    clauses.add(chinese ? name + "（" + dates + "）" : name + " (" + dates + ")");
    String only = when.later().isPresent() ? retentions(words).only() : chinese ? "只看" : "only ";
    query.filter().ifPresent(f -> clauses.add(only + new FilterWording(words, figures).filter(f)));
    ComparisonWording comparison = new ComparisonWording(periods, figures, language);
    query
        .comparison()
        .map(
            c ->
                when.base()
                    .map(days -> comparison.asked(c, days))
                    .orElseGet(() -> comparison.asked(c, true)))
        .ifPresent(clauses::add);
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private EventWording events(CatalogWords words) {
    return new EventWording(catalog, words, figures);
  }

  private String subject(BehaviourQuery query, CatalogWords words, Optional<TimeRange> later) {
    EventWording events = events(words);
    if (query instanceof FunnelQuery funnel) {
      return new FunnelWording(catalog, words, events).of(funnel);
    }
    String analysis = analysis(query, words, events, later);
    return query
        .groupBy()
        .map(words::dimension)
        .map(by -> words.isChinese() ? analysis + "，按" + by + "拆分" : analysis + ", by " + by)
        .orElse(analysis);
  }

  private String analysis(
      BehaviourQuery query, CatalogWords words, EventWording events, Optional<TimeRange> later) {
    boolean chinese = words.isChinese();
    if (query instanceof RetentionQuery retention) {
      return retentions(words).of(retention, later);
    }
    if (query instanceof PathQuery path) {
      String page =
          catalog
              .behaviour()
              .flatMap(log -> log.page())
              .map(dimension -> words.values(dimension, List.of(path.page())))
              .orElse(path.page());
      boolean from = path.direction() == PathQuery.Direction.FROM;
      String count = chinese ? "，前" + path.count() + "条" : ", the top " + path.count();
      String depth =
          path.depth() == PathQuery.USUAL_DEPTH
              ? ""
              : chinese ? "，最多" + path.depth() + "个页面" : ", " + path.depth() + " pages at most";
      return (chinese
              ? (from ? "从" + page + "出发的路径" : "到" + page + "的路径")
              : (from ? "paths from " : "paths to ") + page)
          + depth
          + (path.view() == PathQuery.View.PATHS ? count : "");
    }
    if (query instanceof LifecycleQuery lifecycle) {
      return lifecycle(lifecycle, words, events);
    }
    if (query instanceof StickinessQuery stickiness) {
      return stickiness(stickiness, words, events);
    }
    ConversionQuery conversion = (ConversionQuery) query;
    String base = events.of(conversion.base());
    String conversions = events.of(conversion.conversion());
    String days =
        conversion
            .windowDays()
            .map(n -> chinese ? "，" + n + "天内" : " within " + n + " days")
            .orElse("");
    return chinese
        ? "从" + base + "到" + conversions + "的转化" + days
        : "conversions from " + base + " to " + conversions + days;
  }

  private static String lifecycle(LifecycleQuery query, CatalogWords words, EventWording events) {
    boolean chinese = words.isChinese();
    String unit = words.unit(query.grain()).replace("个", "");
    List<String> clauses = new ArrayList<>();
    clauses.add(
        chinese
            ? "用户生命周期（按" + unit + "：新、留存、回流、沉默）"
            : "user lifecycle by " + unit + " (new, retained, resurrected, dormant)");
    query.activity().ifPresent(event -> clauses.add(active(event, words, events)));
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private static String stickiness(StickinessQuery query, CatalogWords words, EventWording events) {
    boolean chinese = words.isChinese();
    String unit = words.unit(query.unit());
    List<String> clauses = new ArrayList<>();
    clauses.add(
        chinese ? "活跃" + unit + "数的分布" : "how many users are active in how many " + unit + "s");
    query.activity().ifPresent(event -> clauses.add(active(event, words, events)));
    if (query.occurrences() > 1) {
      clauses.add(atLeast(query.occurrences(), unit, words));
    }
    if (query.cumulative()) {
      clauses.add(chinese ? "累计（至少这么多）" : "that many or more");
    }
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private static String active(Filter event, CatalogWords words, EventWording events) {
    return (words.isChinese() ? "活跃指" : "active meaning ") + events.of(event);
  }

  static String atLeast(int occurrences, String unit, CatalogWords words) {
    return words.isChinese()
        ? "每" + unit + "至少" + occurrences + "次"
        : "at least " + occurrences + " times in a " + unit;
  }

  private RetentionWording retentions(CatalogWords words) {
    return new RetentionWording(words, events(words), periods);
  }

  /** What came of it, in short; the figures stand in the table. */
  String sentence(BehaviourQuery query, QueryResult result, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    String dates = PeriodWording.dates(result.period(), language);
    String subject = subject(query, words, Optional.empty());
    if (result.rows().isEmpty()) {
      return chinese
          ? subject + "，" + dates + "：没有符合条件的数据。"
          : subject + ", " + dates + ": no data match.";
    }
    String opening = subject + (chinese ? "，" : ", ") + dates;
    ComparisonWording comparison = new ComparisonWording(periods, figures, language);
    Optional<String> found = new BehaviourSentence(result, words, figures, comparison).of(query);
    if (found.isPresent()) {
      return opening + (chinese ? "：" : ": ") + found.get() + (chinese ? "。" : ".");
    }
    String base =
        query
            .comparison()
            .map(
                c ->
                    (chinese ? "，" : ", ")
                        + (isSeries(query)
                            ? comparison.asked(c, true)
                            : comparison.asked(c, result.bases().get(0))))
            .orElse("");
    int rows = result.rows().size();
    return chinese
        ? opening + base + "：共 " + rows + " 行，见下。"
        : opening + base + ": " + rows + (rows == 1 ? " row" : " rows") + ", shown below.";
  }
}
