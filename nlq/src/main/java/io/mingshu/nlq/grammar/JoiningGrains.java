package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.JoiningGrain;
import io.mingshu.semantic.query.Grain;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;

/** By signup week, 按注册月份: buckets of when people joined. */
final class JoiningGrains implements Stratum {
  private static final double COST = 0.8;

  private static final Form ZH =
      Form.of(
          "(?:按照|按)(?:自然)?(日|天|周|月份|月)(?:分批|成批|分成批|分群)|(?:按照|按|分|各|每个?|逐)?(?:用户)?(?:注册|新增|首购|首单|首次付款|首次支付|首次购买|首次下单|第一次付款|第一次购买)(?:的)?(?:时间的)?(日期|日|天|周|月份|月)(?:度)?(?:分批|分组|分群|成批|归组|拆分|拆|来看|看|维度|统计|分|汇总|划分)?");
  private static final Form EN =
      Form.of(
          "(?<![a-z])(?:(?:one figure |one row |one number |one |split |broken down |grouped |group )?(?:by|per|for each|each|for every)(?: the)? )?"
              + "(?:(?:signup|sign-up|sign up|registration|joining|cohort|first[- ]purchase|first[- ]payment|first[- ]order) (day|week|month)|(day|week|month) of (?:signup|sign-up|registration|joining|(?:their |the )?first (?:purchase|payment|order|paid order)|signing up))(?![a-z])");

  private static final Map<String, Grain> UNITS =
      Map.ofEntries(
          Map.entry("日期", Grain.DAY),
          Map.entry("日", Grain.DAY),
          Map.entry("天", Grain.DAY),
          Map.entry("周", Grain.WEEK),
          Map.entry("月份", Grain.MONTH),
          Map.entry("月", Grain.MONTH),
          Map.entry("day", Grain.DAY),
          Map.entry("week", Grain.WEEK),
          Map.entry("month", Grain.MONTH));

  @Override
  public void extend(Chart chart) {
    ZH.each(chart.text(), match -> add(chart, match));
    EN.each(chart.text(), match -> add(chart, match));
  }

  private static void add(Chart chart, MatchResult match) {
    String unit = match.group(1) != null ? match.group(1) : match.group(2);
    String words = match.group();
    boolean bought = words.contains("首") || words.contains("第一次") || words.contains("first");
    JoiningGrain part = new JoiningGrain(Objects.requireNonNull(UNITS.get(unit)), bought);
    chart.add(new Edge(match.start(), match.end(), part, COST));
  }
}
