package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * How people ask: 麻烦给下, 帮我拉一下; and how English asks politely: "might I trouble you for", "would you
 * be so kind as to tell me", "I'd be ever so grateful for". Built of parts, because people combine
 * them freely; each part is a form of address and can say nothing about a shop.
 */
final class Courtesy implements Stratum {
  private static final double COST = 0.8;

  private static final String MODAL = "(?:could|can|would|will|might|may)";
  private static final String SOFT =
      "(?: please| possibly| perhaps| kindly| maybe| just| by any chance| also| then| at all){0,20}";
  private static final String SO = "(?: ever so| so very| very| so| most| really| truly| quite)?";
  private static final String TELL =
      "(?:(?:tell|show|give|get|find|say|send|fetch|look up|work out|let)(?: me| us)?(?: know| have)?)";
  private static final String TELLING =
      "(?:telling|showing|giving|getting|finding|sending|fetching|looking up|working out)(?: me| us)?";
  private static final String THE = "(?: the| a| an| a look at)?";

  /** Not before what the 下 belongs to: 下单, 下降. */
  private static final String ZH_GET =
      "(?:给|发|拉|报|列|查|看|算|调|说|讲|出|捞|跑|理|盘|数|弄|搞|整|拿|统计|汇总|分析|提供|整理|导出?)"
          + "(?:给)?(?:我|我们|老板|领导)?(?:看)?(?:一下子?|下子|下|个|一份|一版)(?![单降滑跌半周个线月])";

  private static final List<Form> ENGLISH =
      List.of(
          form(MODAL + " you" + SOFT + "(?: be able to" + SOFT + ")? " + TELL),
          form(
              MODAL
                  + " you"
                  + SOFT
                  + " be"
                  + SO
                  + " (?:kind|good|nice)(?: as to| to)?(?: "
                  + TELL
                  + ")?"),
          form(MODAL + " you" + SOFT + " mind(?: " + TELLING + ")?"),
          form(
              MODAL
                  + " (?:i|we)"
                  + SOFT
                  + " (?:trouble|bother) you"
                  + SOFT
                  + " (?:for|to "
                  + TELL
                  + ")"
                  + THE),
          form(
              MODAL
                  + " (?:i|we)"
                  + SOFT
                  + " (?:ask|enquire|inquire)(?: you)?"
                  + SOFT
                  + "(?: for| about| after)?"
                  + THE),
          form(MODAL + " (?:i|we)" + SOFT + " (?:have|see|get|know)" + THE),
          form(MODAL + " you" + SOFT),
          form(
              "(?:i|we)(?:'d| would| should)"
                  + SOFT
                  + "(?: be)?"
                  + SO
                  + " (?:grateful|thankful|obliged|glad|pleased|happy|delighted)"
                  + "(?: for(?: an overview of| a look at)?| to (?:know|see|have|learn|hear)| if you (?:could|would|can) "
                  + TELL
                  + ")?"
                  + THE),
          form(
              "(?:i|we)(?:'d| would| should)"
                  + SO
                  + " (?:love|like|appreciate|welcome)(?: to (?:know|see|have|learn|hear|get|find out)| it if you (?:could|would) "
                  + TELL
                  + ")?"
                  + THE),
          form(
              "(?:i|we) (?:was|were|am|'m)? ?(?:just )?(?:wondering|curious)(?: whether you could tell me| if you could tell me)?"),
          form(
              "if (?:it|that|this)(?:'s| is| was|'s not| isn't| is not| wasn't)(?: not)?"
                  + "(?: too much(?: to ask| trouble| bother)?| possible| ok| okay| alright| all right| convenient| handy)"),
          form(
              "if (?:you|i|we)(?: would| could| can| may| might| don't| do not){0,20}(?: be)?"
                  + SO
                  + "(?: kind| good| please| mind| ask| be so bold)(?: as to "
                  + TELL
                  + ")?(?: me| asking)?"),
          form("if you (?:would|could|can|please|don't mind|have a (?:moment|minute|second))"),
          form(
              "(?:i|we)(?: do| really| truly)? hope (?:this|that|it|i)(?:'s| is|'m| am)?(?:n't| not)? (?:a |too much )?(?:bother|bothering you|trouble|nuisance|ok|okay|alright)"),
          form(
              "(?:sorry|apologies|pardon me|forgive me)(?: to| for)?(?: bother| bothering| trouble| troubling| ask| asking)?(?: you)?(?: again)?(?:,? but)?"),
          form(
              "(?:lovely|wonderful|brilliant|excellent|splendid|marvellous|marvelous|superb|fantastic|terrific|amazing|great stuff|nice one|well done)"),
          form(
              "(?:that's|that is|this is|this's|very|most|so|really|extremely)"
                  + SO
                  + " (?:helpful|useful|kind of you|good of you|lovely|interesting|clear)"),
          form(
              "(?:thanks|thank you|many thanks|thx|ta)(?: kindly| so much| ever so much| very much| a lot| a million| in advance| again| indeed){0,20}(?: for (?:that|this|your help|the help))?"),
          form(
              "(?:at your (?:earliest )?convenience|when(?:ever)? you (?:can|get a (?:chance|moment|minute)|have a (?:moment|minute|second)))"),
          form("for me" + SOFT));

  private static final List<Form> CHINESE =
      List.of(
          Form.of(
              "(?:麻烦|劳烦|烦请|有劳|劳驾|请|拜托|辛苦)(?:您|你|各位|大家)?(?:帮|替|给)?(?:我|我们|咱们?|老板|领导)?(?:忙)?"
                  + ZH_GET),
          Form.of("(?:帮|替|给)(?:我|我们|咱们?|老板|领导)(?:忙)?" + ZH_GET));

  private static Form form(String words) {
    return Form.of(words + "(?![a-z0-9'])");
  }

  @Override
  public void extend(Chart chart) {
    for (Form form : ENGLISH) {
      chart.atWords(form, match -> add(chart, match));
    }
    for (Form form : CHINESE) {
      form.each(chart.text(), match -> add(chart, match));
    }
  }

  private static void add(Chart chart, MatchResult match) {
    chart.add(new Edge(match.start(), match.end(), new FillerWord(), COST));
  }
}
