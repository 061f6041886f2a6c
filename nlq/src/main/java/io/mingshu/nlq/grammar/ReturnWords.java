package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.semantic.query.Grain;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which later interval a cohort is looked at in: came back in the following week, 第3周还来的. */
final class ReturnWords implements Stratum {
  private static final double COST = 0.8;

  private static final String EN_SHARE =
      "(?:(?:what|which) (?:share|percentage|proportion|fraction|percent|%)(?: of (?:them|users|people))? |how many (?:of them |users |people )?|and )?";
  private static final String EN_BACK =
      "(?:(?:came|come|comes|coming|were|are|went|is|was)(?: still)? (?:back|active)(?: again)?|returned|returns?|retained|still active|active|stayed)";

  private static final Pattern EN_NEXT =
      Pattern.compile(
          "(?<![a-z])"
              + EN_SHARE
              + EN_BACK
              + "(?: in| on| during)? (?:the |their )?(?:following|next|subsequent) (day|week|month)(?![a-z])");
  private static final Pattern EN_AFTER =
      Pattern.compile(
          "(?<![a-z])" + EN_SHARE + EN_BACK + "(?: in| on| during)? the (day|week|month) after(?![a-z])");
  private static final Pattern ZH_NEXT =
      Pattern.compile(
          "(?:有多少比例|有多少|多少|几成)?(?:人|用户)?(?:在)?(?:次|第二个?|下一个?|后一个?|下个?)(日|天|周|月|星期)(?:里|内)?(?:还|又|再|仍|会)?"
              + "(?:有)?(?:来过|来了|来|回来了|回来|活跃|回访|登录)(?:了)?(?:的)?(?:用户|人)?(?:的)?(?:占比|比例|占多少|有多少|比率|占)?");

  private static final Map<String, Grain> UNITS =
      Map.of(
          "day", Grain.DAY, "日", Grain.DAY, "天", Grain.DAY, "week", Grain.WEEK, "周", Grain.WEEK,
          "星期", Grain.WEEK, "month", Grain.MONTH, "月", Grain.MONTH);

  @Override
  public void extend(Chart chart) {
    for (Pattern pattern : new Pattern[] {EN_NEXT, EN_AFTER, ZH_NEXT}) {
      Matcher matcher = pattern.matcher(chart.text());
      while (matcher.find()) {
        Grain unit = UNITS.get(matcher.group(1));
        if (unit != null) {
          chart.add(new Edge(matcher.start(), matcher.end(), new ReturnPart(1, unit), COST));
        }
      }
    }
  }
}
