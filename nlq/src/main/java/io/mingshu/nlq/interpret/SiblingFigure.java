package io.mingshu.nlq.interpret;

import io.mingshu.nlq.lexicon.ChineseNumerals;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same figure for another number of days, after one that has such a number: 那30日的呢, and day 30?
 * Elsewhere these words are dates. Immutable.
 */
final class SiblingFigure {
  private static final Pattern ZH =
      Pattern.compile(
          "(?:那么|那|再看看?|再来|换成|改成|然后|和|还有)?\\s?(?:d|第)?\\s?([0-9]{1,3}|[一二三四五六七八九十]{1,3})\\s?(?:日|天)?(?:的|后的|留存|留存率|的留存|的留存率|ltv){0,20}(?:是多少|多少|怎么样|如何)?(?:呢|吧)?\\s?[?？。!！]*");
  private static final Pattern EN =
      Pattern.compile(
          "(?:(?:and|ok|now|so),? )?(?:what about |how about |and |switch to |change to |for )?(?:the )?(?:day|d)?[- ]?([0-9]{1,3})(?:[- ]?(?:days?|d))?(?: retention| one| ltv)?(?: instead)?\\s?[?.!]*");

  private final Catalog catalog;

  SiblingFigure(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The figure's name in place of the number of days; the text itself where it is no such one. */
  NormalText named(NormalText text, SemanticQuery before) {
    return number(text.text().strip())
        .flatMap(days -> sibling(before, days))
        .map(name -> text.with(0, text.text().length(), "那" + name + "呢"))
        .orElse(text);
  }

  private static Optional<Integer> number(String text) {
    Matcher zh = ZH.matcher(text);
    if (zh.matches() && text.chars().anyMatch(c -> "日天第d留".indexOf(c) >= 0)) {
      String digits = zh.group(1);
      return (Character.isDigit(digits.charAt(0))
              ? Optional.of(new BigDecimal(digits))
              : ChineseNumerals.parse(digits))
          .map(BigDecimal::intValue);
    }
    Matcher en = EN.matcher(text);
    return en.matches() && text.contains("d")
        ? Optional.of(Integer.valueOf(en.group(1)))
        : Optional.empty();
  }

  private Optional<String> sibling(SemanticQuery before, int days) {
    return before instanceof MetricQuery query && query.metrics().size() == 1
        ? catalog
            .metric(query.metrics().get(0))
            .flatMap(metric -> sibling(metric, days))
            .map(metric -> metric.label().zh())
        : Optional.empty();
  }

  private Optional<Metric> sibling(Metric metric, int days) {
    return catalog.metrics().stream().filter(other -> isSibling(metric, other, days)).findFirst();
  }

  private static boolean isSibling(Metric metric, Metric other, int days) {
    if (metric.definition() instanceof BehaviourDefinition.Retention one
        && other.definition() instanceof BehaviourDefinition.Retention two) {
      return two.after() == days
          && one.unit() == two.unit()
          && one.cohort().equals(two.cohort())
          && one.activity().equals(two.activity())
          && one.figure() == two.figure();
    }
    return metric.definition() instanceof BehaviourDefinition.LifetimeValue value
        && other.definition() instanceof BehaviourDefinition.LifetimeValue more
        && more.days() == days
        && value.cohort().equals(more.cohort());
  }
}
