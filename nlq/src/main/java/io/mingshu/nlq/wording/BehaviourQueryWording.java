package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Period period = query.period().or(query::usualPeriod).orElse(catalog.defaultPeriod());
    var range = resolver.resolve(period, now, data);
    return new Text(
        asked(query, period, PeriodWording.dates(range, Language.ZH), Language.ZH),
        asked(query, period, PeriodWording.dates(range, Language.EN), Language.EN));
  }

  private String asked(BehaviourQuery query, Period period, String dates, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    List<String> clauses = new ArrayList<>();
    clauses.add(subject(query, words));
    String preset = query.period().isPresent() ? "" : chinese ? "默认" : "by default ";
    String name = preset + periods.words(period, language);
    clauses.add(chinese ? name + "（" + dates + "）" : name + " (" + dates + ")");
    query.filter().ifPresent(f -> clauses.add((chinese ? "只看" : "only ") + event(f, words)));
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private String event(Filter filter, CatalogWords words) {
    return new FilterWording(words, figures).filter(filter);
  }

  private String event(Optional<Filter> filter, CatalogWords words) {
    return filter
        .map(wanted -> event(wanted, words))
        .orElse(words.isChinese() ? "任何行为" : "any event");
  }

  private String subject(BehaviourQuery query, CatalogWords words) {
    boolean chinese = words.isChinese();
    if (query instanceof FunnelQuery funnel) {
      return funnel(funnel, words);
    }
    if (query instanceof RetentionQuery retention) {
      String start =
          retention.cohorts() == RetentionQuery.Cohorts.SIGNUP
              ? chinese ? "注册" : "signup"
              : event(retention.start(), words);
      String comeBack = event(retention.comeBack(), words);
      String unit = words.unit(retention.unit());
      return chinese
          ? "按" + unit + "的留存（从" + start + "到" + comeBack + "）"
          : "retention by " + unit + " (from " + start + " to " + comeBack + ")";
    }
    if (query instanceof PathQuery path) {
      String page =
          catalog
              .behaviour()
              .flatMap(log -> log.page())
              .map(dimension -> words.values(dimension, List.of(path.page())))
              .orElse(path.page());
      boolean from = path.direction() == PathQuery.Direction.FROM;
      return chinese
          ? (from ? "从" + page + "出发的路径" : "到" + page + "的路径")
          : (from ? "paths from " : "paths to ") + page;
    }
    if (query instanceof LifecycleQuery lifecycle) {
      String unit = words.unit(lifecycle.grain());
      return chinese ? "用户生命周期（按" + unit + "）" : "user lifecycle by " + unit;
    }
    if (query instanceof StickinessQuery stickiness) {
      String unit = words.unit(stickiness.unit());
      return chinese ? "活跃" + unit + "数的分布" : "how many users are active in how many " + unit + "s";
    }
    ConversionQuery conversion = (ConversionQuery) query;
    String base = event(conversion.base(), words);
    String conversions = event(conversion.conversion(), words);
    String days =
        conversion
            .windowDays()
            .map(n -> chinese ? "，" + n + "天内" : " within " + n + " days")
            .orElse("");
    return chinese
        ? "从" + base + "到" + conversions + "的转化" + days
        : "conversions from " + base + " to " + conversions + days;
  }

  private String funnel(FunnelQuery query, CatalogWords words) {
    boolean chinese = words.isChinese();
    String steps =
        query.steps().isEmpty()
            ? query
                .funnel()
                .flatMap(catalog::funnel)
                .map(
                    known ->
                        known.label().in(words.language())
                            + " ("
                            + known.steps().stream()
                                .map(step -> step.label().in(words.language()))
                                .collect(Collectors.joining(" → "))
                            + ")")
                .orElse("")
            : query.steps().stream()
                .map(step -> step.name().orElseGet(() -> event(step.event(), words)))
                .collect(Collectors.joining(" → "));
    String how =
        switch (query.order()) {
          case ORDERED -> "";
          case STRICT -> chinese ? "，中间不隔其他行为" : ", one right after the other";
          case ANY -> chinese ? "，不分先后" : ", in any order";
        };
    String session = query.sameSession() ? chinese ? "，同一会话内" : ", in one session" : "";
    return (chinese ? "漏斗 " : "funnel ") + steps + how + session;
  }

  /** What came of it, in short; the figures stand in the table. */
  String sentence(BehaviourQuery query, QueryResult result, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    String dates = PeriodWording.dates(result.period(), language);
    String subject = subject(query, words);
    if (result.rows().isEmpty()) {
      return chinese
          ? subject + "，" + dates + "：没有符合条件的数据。"
          : subject + ", " + dates + ": no data match.";
    }
    int rows = result.rows().size();
    return chinese
        ? subject + "，" + dates + "：共 " + rows + " 行，见表。"
        : subject
            + ", "
            + dates
            + ": "
            + rows
            + (rows == 1 ? " row" : " rows")
            + ", see the table.";
  }
}
