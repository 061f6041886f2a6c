package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a metric is computed, for people: {@code 支付买家数 ÷ 访客数}. Immutable. */
public final class DefinitionWording {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final Catalog catalog;

  public DefinitionWording(Catalog catalog) {
    this.catalog = catalog;
  }

  public Text of(Metric metric) {
    return new Text(
        formula(metric.definition(), Language.ZH), formula(metric.definition(), Language.EN));
  }

  private String formula(MetricDefinition definition, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    if (definition instanceof MetricDefinition.Aggregate aggregate) {
      return aggregate(aggregate, words);
    }
    if (definition instanceof MetricDefinition.Ratio ratio) {
      return words.metric(ratio.numerator()) + " ÷ " + words.metric(ratio.denominator());
    }
    if (definition instanceof MetricDefinition.Derived derived) {
      return arithmetic(derived.formula(), words);
    }
    if (definition instanceof MetricDefinition.PeriodMean mean) {
      String metric = words.metric(mean.metric());
      return chinese
          ? "每" + chineseUnit(mean.unit()) + metric + "的平均"
          : "mean of " + metric + " per whole " + englishUnit(mean.unit());
    }
    if (definition instanceof MetricDefinition.EntityCount count) {
      String condition = withLabels(count.condition(), words);
      String entity = words.dimension(count.entity());
      return chinese
          ? "满足「" + condition + "」的" + entity + "个数"
          : "number of " + words.dimensions(count.entity()) + " with " + condition;
    }
    if (definition instanceof MetricDefinition.FirstTime first) {
      String metric = words.metric(first.metric());
      return chinese
          ? metric + "中，历史上首次发生在本期的"
          : metric + " whose first time ever is in the period";
    }
    if (definition instanceof BehaviourDefinition behaviour) {
      return new BehaviourDefinitionWording(words).of(behaviour);
    }
    MetricDefinition.Cumulative cumulative = (MetricDefinition.Cumulative) definition;
    String metric = words.metric(cumulative.metric());
    return chinese ? metric + "从期初累计" : metric + ", accumulated from the period's start";
  }

  private String aggregate(MetricDefinition.Aggregate aggregate, CatalogWords words) {
    boolean chinese = words.isChinese();
    String fact = words.fact(aggregate.fact());
    String of = aggregate.expression().orElse("");
    String figure =
        switch (aggregate.function()) {
          case SUM -> chinese ? of + " 之和" : "sum of " + of;
          case COUNT -> chinese ? "行数" : "number of rows";
          case COUNT_DISTINCT -> chinese ? of + " 去重数" : "distinct " + of;
          case MIN -> chinese ? of + " 的最小值" : "least " + of;
          case MAX -> chinese ? of + " 的最大值" : "greatest " + of;
          case AVG -> chinese ? of + " 的平均值" : "mean " + of;
        };
    String where =
        aggregate.where().map(w -> (chinese ? "，条件 " : ", where ") + readable(w, words)).orElse("");
    return chinese
        ? fact + "的 " + figure + where + "，时间取 " + aggregate.time()
        : figure + " of " + fact + where + ", placed in time by " + aggregate.time();
  }

  private static String arithmetic(String formula, CatalogWords words) {
    return withLabels(formula, words)
        .replace(" - ", " − ")
        .replace(" * ", " × ")
        .replace(" / ", " ÷ ");
  }

  /** Names of metrics become their labels; words of the expression language stay. */
  private static String withLabels(String expression, CatalogWords words) {
    Matcher names = NAME.matcher(expression);
    return readable(
        names.replaceAll(name -> Matcher.quoteReplacement(words.metric(name.group()))), words);
  }

  private static String readable(String expression, CatalogWords words) {
    boolean chinese = words.isChinese();
    return expression
        .replace(" IS NOT NULL", chinese ? " 有值" : " is present")
        .replace(" IS NULL", chinese ? " 为空" : " is missing")
        .replace(" AND ", chinese ? " 且 " : " and ")
        .replace(" OR ", chinese ? " 或 " : " or ")
        .replace(">=", "≥")
        .replace("<=", "≤");
  }

  private static String chineseUnit(Grain unit) {
    return switch (unit) {
      case HOUR -> "小时";
      case DAY -> "天";
      case WEEK -> "周";
      case MONTH -> "月";
      case QUARTER -> "季度";
      case YEAR -> "年";
    };
  }

  private static String englishUnit(Grain unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
