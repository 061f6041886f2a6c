package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.StretchPart;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.semantic.query.Grain;
import java.util.Map;
import java.util.regex.Matcher;

/** So long a time from the end of a period on: 双11结束后30天内, in the 30 days after. */
final class StretchWords implements Stratum {
  private static final double COST = 0.6;
  private static final int MOST = 400;

  /** 首购后30天, 加购后7天 begin with what each did, not with the end of a period. */
  private static final Form ZH =
      Form.of(
          "(?<![购单册买付款费交藏览索过了])(?:(?:结束|过)(?:之|以)?后|之后|以后|此后|随后|接下来|后)(?:的)?"
              + "([0-9]{1,3}|[一二两三四五六七八九十]{1,3})\\s?个?(天|日|周|星期|月)(?:之内|以内|内|里|中|期间|当中)?");

  private static final String EN_LENGTH =
      "(?:([0-9]{1,3}|two|three|four|five|six|seven|ten|fourteen|thirty|ninety)[ -])?(day|week|month)s?";
  private static final Form EN =
      Form.of(
          "(?<![a-z])(?:in |within |during |over |for )?the (?:(?:following|next|subsequent) "
              + EN_LENGTH
              + "|"
              + EN_LENGTH
              + " (?:after(?:wards)?|following|that follow(?:ed)?)(?: it| that)?(?: ended| was over)?)(?![a-z0-9])");

  private static final Map<String, Grain> UNITS =
      Map.of(
          "天",
          Grain.DAY,
          "日",
          Grain.DAY,
          "day",
          Grain.DAY,
          "周",
          Grain.WEEK,
          "星期",
          Grain.WEEK,
          "week",
          Grain.WEEK,
          "月",
          Grain.MONTH,
          "month",
          Grain.MONTH);

  @Override
  public void extend(Chart chart) {
    ZH.each(chart.text(), zh -> add(chart, zh, 1));
    EN.each(chart.text(), en -> add(chart, en, en.group(2) != null ? 1 : 3));
  }

  /**
   * @param group that of the number; the unit's is the next
   */
  private static void add(Chart chart, Matcher found, int group) {
    Grain unit = UNITS.get(found.group(group + 1));
    if (found.group(group) == null || unit == null) {
      return;
    }
    NumberWord.in(chart, found.start(group), found.end(group))
        .filter(count -> count.isWholeWithin(1, MOST))
        .map(count -> new StretchPart(count.intValue(), unit))
        .ifPresent(part -> chart.add(new Edge(found.start(), found.end(), part, COST)));
  }
}
