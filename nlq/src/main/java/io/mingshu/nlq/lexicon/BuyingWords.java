package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That people bought, bought again, did not buy (any more), or bought for the first time. Verbs,
 * negations and endings combine so freely that they are read by their shape.
 */
final class BuyingWords {
  private static final double COST = 1.0;

  private static final String ZH_BUY = "(?:购买|付款|支付|消费|成交|付钱|花钱|买东西|买|付)";
  private static final String ZH_END = "(?:过款|过钱|过东西|了东西|了款|了钱|东西|过|了)?";
  private static final String ZH_WHO = "(?:的)?(?:用户|人|买家|客户|客人|顾客|会员)?";
  private static final String EN_DID = "(?:bought|paid|purchased)";
  private static final String EN_DO =
      "(?:buy|pay|purchase|repurchase|make a purchase|come back to buy|return to buy)";
  private static final String EN_THING = "(?: something| anything)?";
  private static final String EN_WHEN = "(?: in| on| during)?";
  private static final Pattern WHEN = Pattern.compile(" (?:in|on|during)$");
  private static final String EN_WHO =
      "(?:(?:of )?(?:the )?(?:customers|buyers|users|people|shoppers|those) )";

  private static final List<Map.Entry<AnalysisCue, Form>> OPENING =
      List.of(
          zh(
              AnalysisCue.NOT_BOUGHT,
              "(?:就|却|但|后来|之后)?(?:再也没有|再也没|再没有|再没|没再|没有再|一次都没|一单都没|一单也没|没有|没|未|不再)来?(?:复购|回购|"
                  + ZH_BUY
                  + ")"
                  + ZH_END
                  + ZH_WHO),
          en(
              AnalysisCue.NOT_BOUGHT,
              "(?:but |and |who )?(?:didn't|did not|haven't|have not|hadn't|don't|do not|never) (?:"
                  + EN_DO
                  + "|"
                  + EN_DID
                  + ")"
                  + EN_THING
                  + "(?: again| at all)?"
                  + EN_WHEN),
          zh(
              AnalysisCue.BOUGHT_AGAIN,
              "(?:还会|又再|再次|重新|继续|接着|又|再|还|也)来?(?:复购|回购|" + ZH_BUY + ")" + ZH_END + ZH_WHO),
          zh(
              AnalysisCue.BOUGHT_AGAIN,
              "都" + ZH_BUY + ZH_END + "的(?:用户|人|买家|客户|客人|顾客|会员|(?=有多少|占多少))"),
          en(AnalysisCue.BOUGHT_AGAIN, "(?:who |that )?" + EN_DID + EN_THING + " in both"),
          en(
              AnalysisCue.BOUGHT_AGAIN,
              "(?:(?:bought|paid|purchased|buy|pay|purchase|buying|paying)"
                  + EN_THING
                  + " again|(?:also|again|still) "
                  + EN_DID
                  + "|repurchased?|rebought|(?:made|make) (?:another|a second|a further|one more|a repeat) purchase"
                  + "|(?:came|come) back (?:to buy(?: again)?|and bought|and paid|to purchase))"
                  + EN_WHEN));

  private static final List<Map.Entry<AnalysisCue, Form>> FURTHER =
      List.of(
          zh(AnalysisCue.BOUGHT, ZH_BUY + ZH_END + ZH_WHO),
          en(
              AnalysisCue.BOUGHT,
              "(?:who |that )?(?:" + EN_DID + EN_THING + "|made a purchase)" + EN_WHEN),
          zh(
              AnalysisCue.FIRST_PURCHASE,
              "(?:首次|第一次|头一次|头一回)" + ZH_BUY + ZH_END + "(?:的)?(?:那批|这批)?" + ZH_WHO),
          en(
              AnalysisCue.FIRST_PURCHASE,
              EN_WHO
                  + "?whose (?:very )?first(?:-ever| ever)? (?:paid )?(?:purchase|order|payment)"
                  + " (?:was|fell|came|happened|landed|is)(?: in that month| in that week| on that day| in the month| in| on| during)?"),
          en(AnalysisCue.FIRST_PURCHASE, EN_WHO + "?who first " + EN_DID + EN_WHEN),
          en(
              AnalysisCue.FIRST_PURCHASE,
              EN_WHO
                  + "?who (?:made|placed|had) (?:their|a) (?:very )?first(?:-ever| ever)? (?:paid )?(?:purchase|order|payment)"
                  + EN_WHEN));

  private BuyingWords() {}

  private static Map.Entry<AnalysisCue, Form> zh(AnalysisCue cue, String words) {
    return Map.entry(cue, Form.of(words));
  }

  private static Map.Entry<AnalysisCue, Form> en(AnalysisCue cue, String words) {
    return Map.entry(cue, Form.of("(?<![a-z0-9'])" + words + "(?![a-z0-9'])"));
  }

  /** Those that say by themselves that an analysis is meant. */
  static void opening(Chart chart) {
    extend(chart, OPENING);
  }

  /** Those that are heard beside others. */
  static void further(Chart chart) {
    extend(chart, FURTHER);
  }

  private static void extend(Chart chart, List<Map.Entry<AnalysisCue, Form>> words) {
    for (Map.Entry<AnalysisCue, Form> form : words) {
      form.getValue().each(chart.text(), match -> add(chart, match, form.getKey()));
    }
  }

  private static void add(Chart chart, MatchResult match, AnalysisCue cue) {
    chart.add(new Edge(match.start(), match.end(), cue.word(), COST));
    Matcher when = WHEN.matcher(match.group());
    if (when.find()) {
      // "Paid again in the following month": the preposition may belong to what follows.
      chart.add(new Edge(match.start(), match.start() + when.start(), cue.word(), COST));
    }
  }
}
