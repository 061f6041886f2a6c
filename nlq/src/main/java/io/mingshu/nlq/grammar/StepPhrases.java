package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.BaseStep;
import io.mingshu.nlq.grammar.AnalysisParts.GoalStep;
import io.mingshu.nlq.lexicon.Words.StepWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 加购的用户里，…完成支付的占多少; of users who searched, what share … ordered: a funnel of two steps. */
final class StepPhrases implements Stratum {
  private static final double COST = 0.5;

  private static final int LOOK_BACK = 60;

  private static final String WHO = "(?:用户|人|顾客|客户|买家|访客|会员)";
  private static final String EN_WHO =
      "(?:users|people|shoppers|customers|buyers|visitors|those|everyone|everybody)";

  private static final Pattern ZH_BASE =
      Pattern.compile(
          "\\s*(?:行为)?(?:了|过|过了|了的)?(?:商品)?的?(?:这些|那些|这部分)?"
              + WHO
              + "(?:(?:里面|里头|里|中|当中|之中|中间)[,，]?|[,，])");
  private static final Pattern EN_BASE =
      Pattern.compile(
          "(?:of|among|out of|for|from|how many(?: of)?|(?:share|percentage|percent|proportion|%|number) of|do)\\s(?:the |all |all the )?"
              + EN_WHO
              + "\\s(?:who|that|which)(?: have| had)?\\s$");

  private static final Pattern ZH_GOAL_BEFORE =
      Pattern.compile(
          "(?:有?多少比例|有?百分之多少|占比多少|有?多少|有?几成|有)?(?:的?"
              + WHO
              + ")?(?:会|能)?(?:在)?(?:最终|最后|又|再|还|接着|随后|后来|后续|之后|真的|真正)?(?:完成了|完成|进行了|进行|去)?$");
  private static final Pattern ZH_GOAL_AFTER =
      Pattern.compile("\\s*(?:了)?(?:的)?(?:" + WHO + ")?(?:的)?(?:占了多少|占多少|占比|比例|占)?");
  private static final Pattern EN_GOAL_BEFORE =
      Pattern.compile(
          "(?:(?:what|which) (?:share|percentage|proportion|fraction|percent|%)|how many|what %)?\\s?(?:of them )?"
              + "(?:(?:then|later|also|actually|eventually|finally|went on to|go on to|goes on to|ended up|end up|did|complete|completed|made|make|managed to|proceed to|proceeded to|got to|get to|reached|reach)(?: a| the)?\\s){0,20}$");

  private static final Pattern ZH_NOT =
      Pattern.compile("(?:却|但|就|后来)?(?:没有|没|未|不|再也没|再没|一次都没)(?:再|有|再有)?(?:去|来)?$");
  private static final Pattern EN_NOT =
      Pattern.compile(
          "(?:but |and )?(?:who )?(?:didn't|did not|don't|do not|haven't|have not|never|no longer)(?: then| ever)?\\s$");

  /** Had searched: before, rather than then. */
  private static final Pattern BEFORE_THAT =
      Pattern.compile(
          "(?:had|have|has|having|previously|already|之前|先|已经|曾经|曾)\\s*(?:already |previously )?$|\\b(?:what|which|as a|the|their)\\s*$");

  @Override
  public void extend(Chart chart) {
    String text = chart.text();
    List<Edge> steps = new ArrayList<>();
    for (int at = 0; at < chart.length(); at++) {
      for (Edge edge : chart.at(at)) {
        if (edge.meaning() instanceof StepWord) {
          steps.add(edge);
        }
      }
    }
    List<Edge> found = new ArrayList<>();
    for (Edge step : steps) {
      Matcher behind = ZH_BASE.matcher(text).region(step.end(), text.length());
      Matcher before = before(EN_BASE, text, step.start());
      if (behind.lookingAt()) {
        boolean had = text.startsWith("有过", Math.max(0, step.start() - 2));
        found.add(base(step.start() - (had ? 2 : 0), behind.end(), step));
      } else if (before.find()) {
        found.add(base(before.start(), step.end(), step));
      }
    }
    if (found.isEmpty()) {
      return;
    }
    found.forEach(chart::add);
    int firstEnd = found.stream().mapToInt(Edge::end).min().orElseThrow();
    for (Edge step : steps) {
      if (step.start() >= firstEnd) {
        goal(text, step).ifPresent(chart::add);
      } else if (step.end() <= found.get(0).start()) {
        goal(text, step).ifPresent(chart::add);
      }
    }
  }

  /** Within the few words before a place. */
  static Matcher before(Pattern pattern, String text, int place) {
    return pattern
        .matcher(text)
        .region(Math.max(0, place - LOOK_BACK), place)
        .useTransparentBounds(true);
  }

  private static Edge base(int start, int end, Edge step) {
    return new Edge(start, end, new BaseStep((StepWord) step.meaning()), COST);
  }

  private static Optional<Edge> goal(String text, Edge step) {
    Matcher zh = before(ZH_GOAL_BEFORE, text, step.start());
    Matcher en = before(EN_GOAL_BEFORE, text, step.start());
    int start = step.start();
    if (zh.find()) {
      start = Math.min(start, zh.start());
    }
    if (en.find()) {
      start = Math.min(start, en.start());
    }
    Matcher zhNot = before(ZH_NOT, text, step.start());
    Matcher enNot = before(EN_NOT, text, step.start());
    boolean not = zhNot.find();
    if (not) {
      start = Math.min(start, zhNot.start());
    } else if (enNot.find()) {
      not = true;
      start = Math.min(start, enNot.start());
    }
    Matcher behind = ZH_GOAL_AFTER.matcher(text).region(step.end(), text.length());
    int end = behind.lookingAt() ? behind.end() : step.end();
    if (before(BEFORE_THAT, text, start).find()) {
      return Optional.empty();
    }
    return Optional.of(new Edge(start, end, new GoalStep((StepWord) step.meaning(), not), COST));
  }
}
