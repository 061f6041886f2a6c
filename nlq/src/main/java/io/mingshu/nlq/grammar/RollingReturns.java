package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery.Return;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** 30日滚动留存, rolling D7 retention: of those who came back on that day or on any later one. */
final class RollingReturns implements Stratum {
  private static final double COST = 0.6;
  private static final int MOST = 400;

  private static final String EN_ROLLING =
      "(?:rolling|unbounded|open-ended|on[- ]or[- ]after)(?: \\(?on[- ]or[- ]after\\)?)?";
  private static final Form ZH =
      Form.of(
          "(?:第?(?<n>[0-9]{1,3})(?<u>[日天周月])(?:的)?(?:滚动|开放式|无界)留存率?|(?:滚动|开放式|无界)(?:的)?第?(?<n2>[0-9]{1,3})(?<u2>[日天周月])留存率?)");
  private static final Form EN =
      Form.of(
          "(?<![a-z0-9])(?:(?:d|(?<u>day|week|month)[ -]?)(?<n>[0-9]{1,3})|(?<n3>[0-9]{1,3})[ -](?<u3>day|week|month)) "
              + EN_ROLLING
              + " retention(?: rate)?(?![a-z0-9])"
              + "|(?<![a-z0-9])"
              + EN_ROLLING
              + " (?:(?:d|(?<u2>day|week|month)[ -]?)(?<n2>[0-9]{1,3})|(?<n4>[0-9]{1,3})[ -](?<u4>day|week|month)) retention(?: rate)?(?![a-z0-9])");

  private static final Map<String, Grain> UNITS =
      Map.of("周", Grain.WEEK, "月", Grain.MONTH, "week", Grain.WEEK, "month", Grain.MONTH);

  @Override
  public void extend(Chart chart) {
    ZH.each(chart.text(), zh -> add(chart, zh, any(zh, "n", "n2"), any(zh, "u", "u2")));
    EN.each(
        chart.text(),
        en -> add(chart, en, any(en, "n", "n2", "n3", "n4"), any(en, "u", "u2", "u3", "u4")));
  }

  private static void add(Chart chart, Matcher found, String number, String unit) {
    int first = Integer.parseInt(number);
    if (first > 0 && first <= MOST) {
      ReturnPart part =
          new ReturnPart(
              List.of(Return.inOrAfter(first)), UNITS.getOrDefault(unit, Grain.DAY), true);
      chart.add(new Edge(found.start(), found.end(), part, COST));
    }
  }

  /** The group of these that took part; empty: none did. */
  private static String any(Matcher matcher, String... groups) {
    for (String group : groups) {
      String found = matcher.group(group);
      if (found != null) {
        return found;
      }
    }
    return "";
  }
}
