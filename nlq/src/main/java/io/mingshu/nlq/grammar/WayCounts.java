package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.AnalysisParts.WaysPart;
import io.mingshu.nlq.lexicon.NumberWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many ways are wanted: 前5条, the 10. */
final class WayCounts implements Stratum {
  private static final double COST = 0.9;
  private static final int MOST = 1_000;
  private static final Pattern NOUN = Pattern.compile("\\s?条(?:的)?");
  private static final Pattern TOP = Pattern.compile("(?:前|top |the )$");

  @Override
  public void extend(Chart chart) {
    List<Edge> found = new ArrayList<>();
    for (int at = 0; at < chart.length(); at++) {
      for (Edge edge : chart.at(at)) {
        if (edge.meaning() instanceof NumberWord number && number.isWholeWithin(1, MOST)) {
          Matcher noun = NOUN.matcher(chart.text()).region(edge.end(), chart.length());
          Matcher top = StepPhrases.before(TOP, chart.text(), at);
          int start = top.find() ? top.start() : at;
          if (noun.lookingAt()) {
            found.add(new Edge(start, noun.end(), new WaysPart(number.intValue()), COST));
          }
        }
      }
    }
    found.forEach(chart::add);
  }
}
