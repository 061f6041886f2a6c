package io.mingshu.nlq.chart;

import java.util.List;

/** Rules that are applied one after the other; later ones see what earlier ones built. */
public record Rules(List<Rule> rules) implements Stratum {
  public Rules {
    rules = List.copyOf(rules);
  }

  public static Rules of(Rule... rules) {
    return new Rules(List.of(rules));
  }

  @Override
  public void extend(Chart chart) {
    for (Rule rule : rules) {
      rule.apply(chart);
    }
  }
}
