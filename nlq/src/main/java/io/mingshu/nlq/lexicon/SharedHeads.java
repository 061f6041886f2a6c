package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.lexicon.Words.ValueWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** New and returning buyers, men's vs women's clothing: the noun is said with the second alone. */
final class SharedHeads implements Stratum {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![a-z0-9])([a-z']+) (?:and|or|vs|vs\\.|versus|&|against|compared to|compared with) (?=([a-z']+) ([a-z]+))");

  private final Map<String, Meaning> names;

  SharedHeads(Map<String, Meaning> names) {
    this.names = names;
  }

  @Override
  public void extend(Chart chart) {
    List<Edge> found = new ArrayList<>();
    Matcher matcher = PAIR.matcher(chart.text());
    while (matcher.find()) {
      Meaning first = names.get(matcher.group(1) + " " + matcher.group(3));
      Meaning second = names.get(matcher.group(2) + " " + matcher.group(3));
      boolean alike = first != null && second != null && first.getClass().equals(second.getClass());
      if (alike && (first instanceof MetricWord || first instanceof ValueWord)) {
        found.add(new Edge(matcher.start(1), matcher.end(1), first, 1.2));
      }
    }
    found.forEach(chart::add);
  }
}
