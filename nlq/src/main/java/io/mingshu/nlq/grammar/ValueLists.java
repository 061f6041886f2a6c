package io.mingshu.nlq.grammar;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values of one dimension side by side or joined by and, or, 、: one filter. Lists are followed to
 * their end, so that a long one makes few edges.
 */
final class ValueLists implements Stratum {
  private static final int LONGEST = 40;
  private static final double JOINING_COST = 0.2;

  @Override
  public void extend(Chart chart) {
    List<Edge> lists = new ArrayList<>();
    for (int start = 0; start < chart.length(); start++) {
      for (Edge edge : chart.at(start)) {
        if (edge.meaning() instanceof FilterPart first && !first.negated()) {
          follow(chart, edge, first).ifPresent(lists::add);
        }
      }
    }
    lists.forEach(chart::add);
  }

  private static Optional<Edge> follow(Chart chart, Edge first, FilterPart head) {
    Set<String> codes = new LinkedHashSet<>(head.codes());
    boolean ask = head.ask();
    int mentions = 1;
    Edge last = first;
    double cost = first.cost();
    for (int followed = 1; followed < LONGEST; followed++) {
      Optional<Edge> next = next(chart, last.end(), head.dimension());
      if (next.isEmpty()) {
        break;
      }
      last = next.get();
      FilterPart part = (FilterPart) last.meaning();
      // A word in brackets that says the same again is no further value.
      mentions += codes.addAll(part.codes()) ? 1 : 0;
      ask |= part.ask();
      cost += JOINING_COST;
    }
    if (last.equals(first) || isOneName(chart, first.start(), last.end(), head.dimension())) {
      return Optional.empty();
    }
    FilterPart list = new FilterPart(head.dimension(), List.copyOf(codes), false, mentions, ask);
    return Optional.of(new Edge(first.start(), last.end(), list, cost));
  }

  /** Home appliances are neither home furnishings nor appliances. */
  private static boolean isOneName(Chart chart, int start, int end, String dimension) {
    return chart.at(start).stream()
        .filter(edge -> edge.end() == end)
        .anyMatch(
            edge ->
                edge.meaning() instanceof FilterPart part
                    && part.dimension().equals(dimension)
                    && part.mentions() == 1);
  }

  /** The longest value of the same dimension that follows, after at most two separators. */
  private static Optional<Edge> next(Chart chart, int position, String dimension) {
    Optional<Edge> direct = longest(chart, skipMarks(chart, position), dimension);
    if (direct.isPresent()) {
      return direct;
    }
    for (Edge joint : chart.from(position)) {
      if (isJoint(joint)) {
        Optional<Edge> after = longest(chart, skipMarks(chart, joint.end()), dimension);
        if (after.isPresent()) {
          return after;
        }
        for (Edge second : chart.from(joint.end())) {
          if (isJoint(second) || isArticle(second)) {
            Optional<Edge> beyond = longest(chart, skipMarks(chart, second.end()), dimension);
            if (beyond.isPresent()) {
              return beyond;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Edge> longest(Chart chart, int position, String dimension) {
    Edge best = null;
    for (Edge edge : chart.at(position)) {
      if (edge.meaning() instanceof FilterPart part
          && !part.negated()
          && part.dimension().equals(dimension)
          && (best == null || edge.length() > best.length())) {
        best = edge;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int skipMarks(Chart chart, int position) {
    int i = position;
    while (i < chart.length() && " ()[]\"'".indexOf(chart.text().charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isJoint(Edge edge) {
    return edge.meaning() instanceof CueWord word
        && (word.cue() == Cue.AND || word.cue() == Cue.OR);
  }

  private static boolean isArticle(Edge edge) {
    return edge.meaning() instanceof CueWord word
        && (word.cue() == Cue.THE || word.cue() == Cue.OF);
  }
}
