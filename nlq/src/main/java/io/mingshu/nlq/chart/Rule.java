package io.mingshu.nlq.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins neighbouring edges (spaces between them do not matter) into one with a meaning of its own.
 * The attachment may refuse: then the rule does not hold.
 */
public final class Rule {
  /** A joined phrase is likelier than its words side by side. */
  private static final double JOINING_GAIN = 0.6;

  private final List<Element> pattern;
  private final Function<Match, Optional<? extends Meaning>> attachment;
  private final double weight;

  /** Without a meaning for each of these places it holds nowhere. */
  private final List<Element> needed = new ArrayList<>();

  /** It holds only where a meaning for one of these places starts. */
  private final List<Element> first = new ArrayList<>();

  private Rule(
      List<Element> pattern,
      Function<Match, Optional<? extends Meaning>> attachment,
      double weight) {
    this.pattern = pattern;
    this.attachment = attachment;
    this.weight = weight;
    for (Element element : pattern) {
      if (needed.isEmpty()) {
        first.add(element);
      }
      if (!element.isOptional()) {
        needed.add(element);
      }
    }
  }

  /** A pattern without its meaning yet. */
  public record Pattern(List<Element> elements) {
    public Pattern {
      elements = List.copyOf(elements);
    }

    public Rule gives(Function<Match, ? extends Meaning> attachment) {
      return new Rule(elements, match -> Optional.of(attachment.apply(match)), 0);
    }

    public Rule mayGive(Function<Match, Optional<? extends Meaning>> attachment) {
      return new Rule(elements, attachment, 0);
    }
  }

  public static Pattern when(Element... elements) {
    return new Pattern(List.of(elements));
  }

  /** The same rule, less likely (or likelier, where negative). */
  public Rule costing(double more) {
    return new Rule(pattern, attachment, weight + more);
  }

  /** Applies the rule at every place of the chart. */
  void apply(Chart chart) {
    for (Element element : needed) {
      if (!chart.mayHave(element)) {
        return;
      }
    }
    BitSet starts = chart.startsFor(first);
    for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
      extend(chart, start, start, 0, new @Nullable Edge[pattern.size()]);
    }
  }

  private void extend(Chart chart, int start, int position, int place, @Nullable Edge[] edges) {
    if (place == pattern.size()) {
      complete(chart, start, position, edges);
      return;
    }
    Element element = pattern.get(place);
    boolean first = position == start;
    List<Edge> candidates = first ? chart.at(position) : chart.from(position);
    // By index: completing a rule may add to the very list that is walked.
    int known = candidates.size();
    for (int i = 0; i < known; i++) {
      Edge edge = candidates.get(i);
      if (element.accepts(edge.meaning())) {
        edges[place] = edge;
        extend(chart, start, edge.end(), place + 1, edges);
        edges[place] = null;
      }
    }
    if (element.isOptional()) {
      extend(chart, start, position, place + 1, edges);
    }
  }

  private void complete(Chart chart, int start, int end, @Nullable Edge[] edges) {
    int filled = 0;
    double cost = weight;
    for (Edge edge : edges) {
      if (edge != null) {
        filled++;
        cost += edge.cost();
      }
    }
    if (filled == 0) {
      return;
    }
    double joined = Math.max(0.1, cost - JOINING_GAIN * (filled - 1));
    attachment
        .apply(new Match(pattern, edges))
        .ifPresent(meaning -> chart.add(new Edge(start, end, meaning, joined)));
  }
}
