package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.lexicon.Words.ValueWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New and returning buyers, men's vs women's clothing: the noun is said with the second alone. */
final class SharedHeads implements Stratum {
  private static final Form PAIR =
      Form.of(
          "(?<![a-z0-9])([a-z']+) (?:and|or|vs|vs\\.|versus|&|against|compared to|compared with) (?=([a-z']+) ([a-z]+))");

  private static final String ITEM =
      "(?:[dwm] ?[0-9]{1,3}|[0-9]{1,3} ?[日天周月]|[次隔][日周月]|day[- ][0-9]{1,3}|[0-9]{1,3}[- ]day)";
  private static final Pattern NUMBER = Pattern.compile(ITEM);
  private static final Form NUMBERED =
      Form.of(
          "(?<![a-z0-9第近前])((?:"
              + ITEM
              + "(?: ?[、,/&+和与及] ?| and |, and )){1,20})("
              + ITEM
              + ")( ?(?:的?留存率?|retention(?: rate)?|ltv|生命周期价值))");

  private final Map<String, Meaning> names;

  SharedHeads(Map<String, Meaning> names) {
    this.names = names;
  }

  @Override
  public void extend(Chart chart) {
    List<Edge> found = new ArrayList<>();
    PAIR.each(chart.text(), pair -> paired(pair, found));
    NUMBERED.each(chart.text(), list -> numbered(chart, list, found));
    found.forEach(chart::add);
  }

  private void paired(MatchResult pair, List<Edge> found) {
    Meaning first = names.get(pair.group(1) + " " + pair.group(3));
    Meaning second = names.get(pair.group(2) + " " + pair.group(3));
    boolean alike = first != null && second != null && first.getClass().equals(second.getClass());
    if (alike && (first instanceof MetricWord || first instanceof ValueWord)) {
      found.add(new Edge(pair.start(1), pair.end(1), first, 1.2));
    }
  }

  /** D1、D7、D30留存, 3日和7日留存率: the last says of what. */
  private void numbered(Chart chart, MatchResult list, List<Edge> found) {
    String head = list.group(3);
    Matcher item = NUMBER.matcher(chart.text()).region(list.start(), list.start(2));
    List<Edge> items = new ArrayList<>();
    boolean all = true;
    while (item.find()) {
      @Nullable Meaning meaning = named(item.group(), head);
      all &= meaning instanceof MetricWord;
      if (meaning != null) {
        items.add(new Edge(item.start(), item.end(), meaning, 1.2));
      }
    }
    if (all) {
      found.addAll(items);
    }
  }

  private @Nullable Meaning named(String number, String head) {
    Meaning together = names.get(number + head);
    return together == null ? names.get(number + " " + head.strip()) : together;
  }
}
