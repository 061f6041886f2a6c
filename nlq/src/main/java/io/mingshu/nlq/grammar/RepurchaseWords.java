package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.RepurchasePart;
import io.mingshu.nlq.lexicon.NumberWord;
import java.util.regex.Matcher;

/**
 * Who buys again within so many days of the first purchase: 首购后30天复购率, 30-day repurchase rate after
 * the first order. 近30天复购率 and 6月30日复购率 are of a period.
 */
final class RepurchaseWords implements Stratum {
  private static final double COST = 0.5;
  private static final int MOST = 400;
  private static final int DAYS_OF_WEEK = 7;

  private static final String FIRST =
      "(?<first>(?:用户|客户|买家|顾客)?(?:首购|首单|首次购买|首次支付|首次付款|首次下单|第一次购买|第一次下单|第一单|首笔订单)(?:的)?(?:用户|买家|客户|客人|顾客|人)?(?:的)?(?:后|之后|以后)?(?:的|在|，|,){0,20})?";
  private static final String NUMBER = "(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})";
  private static final String RATE = "(?:的)?(?:复购|回购|再购|再次购买|重复购买)(?:率|的?(?:比例|占比|比率|人数|用户数))";
  private static final String AGAIN =
      "(?:又|再次|再|还|重新)(?:来)?(?:(?<ordered>下(?:了)?(?:第二)?单)|购买|支付|付款|消费|成交|买|复购|回购)(?:了|过)?(?:的)?(?:用户|买家|客户|人)?";
  private static final Form ZH =
      Form.of(
          FIRST
              + "(?<![近去前过上月到至年~0-9-])"
              + NUMBER
              + "个?(?<u>天|日|周)(?:(?:之内|以内|内|里)?(?:"
              + RATE
              + ")|(?:之内|以内|内)(?<again>"
              + AGAIN
              + "))");

  private static final String EN_NUMBER =
      "(?<n>[0-9]{1,3}|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety)";
  private static final String EN_RATE =
      "(?:repurchase|re-purchase|repeat[- ]purchase|repeat|rebuy|repeat[- ]order|reorder) rate";
  private static final String EN_FIRST =
      "(?<first> (?:of|after|from|since) (?:the |their |a |that )?first (?:purchase|order|payment))?";
  private static final Form EN_BEFORE =
      Form.of(
          "(?<![a-z0-9])(?<!(?:past|last|previous|trailing|rolling|recent|latest) )"
              + EN_NUMBER
              + "[ -](?<u>day|week) "
              + EN_RATE
              + EN_FIRST
              + "(?![a-z0-9])");
  private static final Form EN_BEHIND =
      Form.of(
          "(?<![a-z0-9])"
              + EN_RATE
              + " (?:within|in|inside) "
              + EN_NUMBER
              + " (?<u>day|week)s"
              + EN_FIRST
              + "(?![a-z0-9])");

  @Override
  public void extend(Chart chart) {
    ZH.each(chart.text(), zh -> chinese(chart, zh));
    EN_BEFORE.each(chart.text(), en -> add(chart, en, false));
    EN_BEHIND.each(chart.text(), en -> add(chart, en, false));
  }

  private static void chinese(Chart chart, Matcher found) {
    boolean again = found.group("again") != null;
    String first = found.group("first");
    // 30天内又买的 alone is heard as a window beside whom it is of.
    if (!again || first != null) {
      boolean ordered = again && found.group("ordered") != null;
      add(chart, found, ordered && first != null && !first.contains("单"));
    }
  }

  private static void add(Chart chart, Matcher found, boolean ordered) {
    boolean weeks = found.group("u").startsWith("周") || found.group("u").equals("week");
    boolean first = found.group("first") != null;
    NumberWord.in(chart, found.start("n"), found.end("n"))
        .filter(count -> count.isWholeWithin(1, MOST))
        .map(count -> weeks ? DAYS_OF_WEEK * count.intValue() : count.intValue())
        .map(days -> new RepurchasePart(days, first, ordered))
        .ifPresent(part -> chart.add(new Edge(found.start(), found.end(), part, COST)));
  }
}
