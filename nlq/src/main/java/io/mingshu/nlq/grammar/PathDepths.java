package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.DepthPart;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.semantic.query.PathQuery.Direction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * How far ways are followed: 三步路径, 前3步, 3-step paths are so many pages with the one that they begin
 * at; 接下来两步, the next 2 pages are so many besides it.
 */
final class PathDepths implements Stratum {
  private static final double COST = 0.5;
  private static final int MOST = 99;

  private static final String ZH_NUMBER = "(?<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})";
  private static final String EN_NUMBER =
      "(?<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten)";
  private static final String ZH_WAYS = "(?:用户|行为|访问|浏览|页面|跳转)?(?:路径|动线|路线|走法)";
  private static final String EN_WAYS =
      "(?:user |page |navigation )?(?:paths?|journeys?|routes?|ways?|flows?)";

  /**
   * A way to say it.
   *
   * @param besides how many pages there are besides those that are counted
   */
  private record Depth(Form words, int besides, Optional<Direction> direction) {}

  private static final List<Depth> DEPTHS =
      List.of(
          pages("(?<![之以])(?:前|头)" + ZH_NUMBER + "(?:步|跳)(?:的)?"),
          pages(ZH_NUMBER + "(?:步|跳|层|个页面)(?:以内|之内|内)?(?:的)?(?=从|" + ZH_WAYS + ")"),
          pages("(?:改成|改为|换成|只看)" + ZH_NUMBER + "(?:步|跳|个页面)$"),
          besides(
              "(?:之后|以后|接下来|接着|后面|随后|往后|后)(?:的)?" + ZH_NUMBER + "(?:步|跳|个页面)(?:的)?",
              Direction.FROM),
          besides("(?:之前|以前|前面)(?:的)?" + ZH_NUMBER + "(?:步|跳|个页面)(?:的)?", Direction.TO),
          pages("(?<![a-z0-9])" + EN_NUMBER + "[- ](?:step|page)s?(?= " + EN_WAYS + "(?![a-z]))"),
          pages("(?<![a-z0-9])(?:in |for )?(?:the )?first " + EN_NUMBER + " steps(?![a-z])"),
          pages("(?<![a-z0-9])(?:make it|only) " + EN_NUMBER + " (?:steps|pages)$"),
          besides(
              "(?<![a-z0-9])(?:the )?next " + EN_NUMBER + " (?:pages|steps|screens)(?![a-z])",
              Direction.FROM),
          besides(
              "(?<![a-z0-9])(?:the )?(?:last|previous) "
                  + EN_NUMBER
                  + " (?:pages|steps|screens)(?= (?:before|leading))",
              Direction.TO));

  /** The top 5 ways from the home page: elsewhere the word means anything. */
  private static final Form WAYS = Form.of("(?<![a-z])ways(?= (?:from|out of|into|leading to) )");

  @Override
  public void extend(Chart chart) {
    DEPTHS.forEach(depth -> depth.words().each(chart.text(), found -> add(chart, depth, found)));
    WAYS.each(
        chart.text(),
        ways -> chart.add(new Edge(ways.start(), ways.end(), AnalysisCue.PATHS.word(), COST)));
  }

  private static Depth pages(String words) {
    return new Depth(Form.of(words), 0, Optional.empty());
  }

  /** With the page that they are seen from. */
  private static Depth besides(String words, Direction direction) {
    return new Depth(Form.of(words), 1, Optional.of(direction));
  }

  private static void add(Chart chart, Depth depth, Matcher found) {
    NumberWord.in(chart, found.start("n"), found.end("n"))
        .filter(count -> count.isWholeWithin(1, MOST))
        .map(count -> new DepthPart(count.intValue() + depth.besides(), depth.direction()))
        .ifPresent(part -> chart.add(new Edge(found.start(), found.end(), part, COST)));
  }
}
