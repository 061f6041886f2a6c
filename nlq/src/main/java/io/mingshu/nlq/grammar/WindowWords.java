package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.WindowWord;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.query.FunnelQuery.Window.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** How long people have: 24小时内, within 3 days, a 7-day window. */
final class WindowWords implements Stratum {
  /** Far cheaper than a period of the same words: it only counts beside steps. */
  private static final double COST = 0.3;

  private static final String ZH_NUMBER = "([0-9]{1,4}|[一二两三四五六七八九十]{1,3}|半)";
  private static final String EN_NUMBER =
      "([0-9]{1,4}|an?|one|two|three|four|five|six|seven|ten|twelve|half an)";
  private static final String EN_UNIT = "(second|sec|minute|min|hour|hr|day|week|h|d)s?";

  private static final Form ZH =
      Form.of(
          "(?<![近去前第0-9一二三四五六七八九十])(?:在|限|窗口(?:期)?(?:是|为)?|限定)?(?:的)?"
              + ZH_NUMBER
              + "\\s?个?(秒|分钟|小时|钟头|天|日|周|星期)"
              + "(?:(?:之内|以内|内)(?:的)?(?:(?:转化)?窗口(?:期)?)?|(?:的)?(?:转化)?(?:窗口(?:期)?|window)(?:内)?)(?:的)?(?:(?:全部|都)?(?:走完全程|走完|跑完|走通|走到底|完成(?=的|[，,。；; ]|$))(?:的)?)?");

  /** 加购到支付的7天转化率, the 7-day conversion from cart to payment. */
  private static final Form ZH_RATE =
      Form.of(
          "(?<![近去前第这那头0-9一二三四五六七八九十])(?:的)?" + ZH_NUMBER + "\\s?个?(秒|分钟|小时|钟头|天|日|周)(?:的)?(?=转化)");

  private static final Form EN_RATE =
      Form.of(
          "(?<![a-z0-9])(?:the )?([0-9]{1,4}|one|two|three|seven|thirty)[ -](minute|min|hour|hr|day|week)(?= conversion| cvr)");

  /** 窗口7天: the number behind. */
  private static final Form ZH_BEHIND =
      Form.of(
          "(?:转化)?窗口(?:期)?(?:就|都|也)?(?:改成|改为|换成|调成|放宽到|放宽成|缩短到|缩短成|收紧到|收紧成|收到|缩到|缩成|拉长到|延长到|放到|调到|设为|设成|定为|定在|卡在|卡|限|给|用|取|是|为|按|:|：)?\\s?"
              + ZH_NUMBER
              + "\\s?个?(秒|分钟|小时|钟头|天|日|周|星期)");

  private static final Form EN =
      Form.of(
          "(?<![a-z0-9])(?:within|inside|in under|in less than) (?:the |a )?"
              + EN_NUMBER
              + "[ -]?"
              + EN_UNIT
              + "(?: (?:conversion )?window)?(?![a-z0-9])");
  private static final Form EN_WINDOW =
      Form.of(
          "(?<![a-z0-9])(?:(?:with|in|within|using|at|on|and) )?(?:an? |the )?"
              + EN_NUMBER
              + "[ -]?"
              + EN_UNIT
              + " (?:conversion )?window(?![a-z0-9])");
  private static final Form EN_BEHIND =
      Form.of(
          "(?<![a-z0-9])(?:(?:with|in|using|tighten|tightening|shorten|shortening|widen|widening|extend|extending|change|changing|set|setting|make|making|narrow|loosen|reduce|increase|cut) )?(?:an? |the )?(?:conversion )?window(?: of|:| is| to| at| down to| up to| =)? "
              + EN_NUMBER
              + "[ -]?"
              + EN_UNIT
              + "(?![a-z0-9])");

  private static final List<Form> FORMS =
      List.of(ZH, ZH_RATE, ZH_BEHIND, EN, EN_RATE, EN_WINDOW, EN_BEHIND);

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("秒", Unit.SECOND),
          Map.entry("second", Unit.SECOND),
          Map.entry("sec", Unit.SECOND),
          Map.entry("分钟", Unit.MINUTE),
          Map.entry("minute", Unit.MINUTE),
          Map.entry("min", Unit.MINUTE),
          Map.entry("小时", Unit.HOUR),
          Map.entry("钟头", Unit.HOUR),
          Map.entry("hour", Unit.HOUR),
          Map.entry("hr", Unit.HOUR),
          Map.entry("h", Unit.HOUR),
          Map.entry("天", Unit.DAY),
          Map.entry("日", Unit.DAY),
          Map.entry("day", Unit.DAY),
          Map.entry("d", Unit.DAY),
          Map.entry("周", Unit.WEEK),
          Map.entry("星期", Unit.WEEK),
          Map.entry("week", Unit.WEEK));

  @Override
  public void extend(Chart chart) {
    for (Form form : FORMS) {
      form.each(chart.text(), match -> add(chart, match));
    }
  }

  private static void add(Chart chart, MatchResult match) {
    count(chart, match.start(1), match.end(1))
        .flatMap(count -> window(count, match.group(2)))
        .ifPresent(
            window ->
                chart.add(new Edge(match.start(), match.end(), new WindowWord(window), COST)));
  }

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal(9_999);

  private static Optional<BigDecimal> count(Chart chart, int start, int end) {
    String typed = chart.text().substring(start, end);
    if (typed.equals("a") || typed.equals("an")) {
      return Optional.of(BigDecimal.ONE);
    }
    if (typed.equals("半") || typed.equals("half an")) {
      return Optional.of(HALF);
    }
    return NumberWord.in(chart, start, end).map(NumberWord::value);
  }

  private static Optional<Window> window(BigDecimal count, String unitWord) {
    Unit unit = UNITS.get(unitWord);
    if (unit == null || count.signum() <= 0 || count.compareTo(MOST) > 0) {
      return Optional.empty();
    }
    if (count.compareTo(HALF) == 0) {
      return switch (unit) {
        case HOUR -> Optional.of(new Window(30, Unit.MINUTE));
        case DAY -> Optional.of(new Window(12, Unit.HOUR));
        default -> Optional.empty();
      };
    }
    return count.stripTrailingZeros().scale() <= 0
        ? Optional.of(new Window(count.intValueExact(), unit))
        : Optional.empty();
  }
}
