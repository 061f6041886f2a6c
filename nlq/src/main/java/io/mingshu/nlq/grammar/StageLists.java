package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.AnalysisCue;
import java.util.regex.MatchResult;

/** 新增、留存、回流、沉默用户; new, retained, resurrected and dormant users: all stages of a lifecycle. */
final class StageLists implements Stratum {
  private static final double COST = 0.6;
  private static final int STAGES = 4;

  private static final String ZH_STAGE = "(?:新增|新来|新|留存|回流|复活|沉默|沉睡)(?:的)?(?:用户数?|人数)?";
  private static final String EN_STAGE =
      "(?:new|retained|returning|resurrected|reactivated|dormant|lapsed)(?: users)?";
  private static final Form ZH = Form.of(list(ZH_STAGE, "\\s?(?:[、,，/]|和|与|及|以及|还有)\\s?"));
  private static final Form EN =
      Form.of("(?<![a-z])" + list(EN_STAGE, "(?: ?, ?and |[ ]?,[ ]?| and | ?/ ?)") + "(?![a-z])");

  private static String list(String stage, String joint) {
    return stage + "(?:" + joint + stage + "){" + (STAGES - 1) + "}";
  }

  @Override
  public void extend(Chart chart) {
    ZH.each(chart.text(), list -> add(chart, list));
    EN.each(chart.text(), list -> add(chart, list));
  }

  private static void add(Chart chart, MatchResult list) {
    chart.add(new Edge(list.start(), list.end(), AnalysisCue.LIFECYCLE.word(), COST));
  }
}
