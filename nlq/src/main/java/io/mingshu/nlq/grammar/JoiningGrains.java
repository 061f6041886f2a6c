package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.JoiningGrain;
import io.mingshu.semantic.query.Grain;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By signup week, 按注册月份: buckets of when people joined. */
final class JoiningGrains implements Stratum {
  private static final double COST = 0.8;

  private static final Pattern ZH =
      Pattern.compile(
          "(?:按照|按)(?:自然)?(日|天|周|月份|月)(?:分批|成批|分成批|分群)|(?:按照|按|分|各|每个?|逐)?(?:用户)?(?:注册|新增|首购|首单|首次付款|首次支付|首次购买|首次下单|第一次付款|第一次购买)(?:的)?(?:时间的)?(日期|日|天|周|月份|月)(?:度)?(?:分批|分组|分群|成批|归组|拆分|拆|来看|看|维度|统计|分|汇总|划分)?");
  private static final Pattern EN =
      Pattern.compile(
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
    for (Pattern pattern : new Pattern[] {ZH, EN}) {
      Matcher matcher = pattern.matcher(chart.text());
      while (matcher.find()) {
        String unit = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        boolean bought =
            matcher.group().contains("首")
                || matcher.group().contains("第一次")
                || matcher.group().contains("first");
        JoiningGrain part = new JoiningGrain(Objects.requireNonNull(UNITS.get(unit)), bought);
        chart.add(new Edge(matcher.start(), matcher.end(), part, COST));
      }
    }
  }
}
