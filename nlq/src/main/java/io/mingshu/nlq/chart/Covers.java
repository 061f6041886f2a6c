package io.mingshu.nlq.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the cheapest covers of a chart by dynamic programming from left to right. */
public final class Covers {
  /** No part explains a character (a Latin word, a number): dearer than any sensible reading. */
  private static final double UNKNOWN_COST = 20;

  private final int width;

  /**
   * @param width how many covers are kept at each place, and returned
   */
  public Covers(int width) {
    this.width = width;
  }

  /** A stretch without a known meaning. */
  public record Unknown() implements Meaning {}

  private static final Unknown UNKNOWN = new Unknown();

  /** A cover of the text up to a place, told by its last edge and what came before. */
  private static final class Partial {
    static final Partial NONE = new Partial();

    final @Nullable Partial before;
    final @Nullable Edge edge;
    final double cost;

    /** The last of them that says something; readings with the same one are the same. */
    final Partial essence;

    private Partial() {
      this.before = null;
      this.edge = null;
      this.cost = 0;
      this.essence = this;
    }

    private Partial(Partial before, @Nullable Edge edge, double cost, boolean saysNothing) {
      this.before = before;
      this.edge = edge;
      this.cost = cost;
      this.essence = saysNothing ? before.essence : this;
    }
  }

  /** At most {@code width} covers, cheapest first; at least one. */
  public List<Cover> of(Chart chart) {
    int length = chart.length();
    List<List<Partial>> reached = new ArrayList<>(length + 1);
    for (int i = 0; i <= length; i++) {
      reached.add(new ArrayList<>(width));
    }
    reached.get(0).add(Partial.NONE);
    for (int position = 0; position < length; position++) {
      List<Partial> here = reached.get(position);
      if (here.isEmpty()) {
        continue;
      }
      if (isSilent(chart.text().codePointAt(position)) || isDash(chart.text(), position)) {
        extend(here, null, 0, reached.get(position + 1));
      } else {
        int end = endOfUnknown(chart.text(), position);
        Edge unknown = new Edge(position, end, UNKNOWN, UNKNOWN_COST);
        extend(here, unknown, UNKNOWN_COST, reached.get(end));
      }
      for (Edge edge : chart.at(position)) {
        if (edge.meaning() instanceof Part part && part.standsAlone()) {
          extend(here, edge, edge.cost(), reached.get(edge.end()));
        }
      }
    }
    return reached.get(length).stream().map(Covers::cover).toList();
  }

  /** Spaces and punctuation say nothing by themselves. */
  private static boolean isSilent(int character) {
    return !Character.isLetterOrDigit(character)
        && Character.getType(character) != Character.OTHER_NUMBER
        && "%％+-<>=≥≤/".indexOf(character) < 0;
  }

  /** Between words, as punctuation; elsewhere it joins or subtracts. */
  private static boolean isDash(String text, int at) {
    boolean twice =
        (at > 0 && text.charAt(at - 1) == '-')
            || (at + 1 < text.length() && text.charAt(at + 1) == '-');
    return text.charAt(at) == '-' && (twice || (isGap(text, at - 1) && isGap(text, at + 1)));
  }

  private static boolean isGap(String text, int at) {
    return at < 0 || at >= text.length() || text.charAt(at) == ' ';
  }

  private static int endOfUnknown(String text, int start) {
    // A rare character is two places wide.
    int end = start + Character.charCount(text.codePointAt(start));
    if (isLatinOrDigit(text.charAt(start))) {
      while (end < text.length() && isLatinOrDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isLatinOrDigit(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private void extend(List<Partial> here, @Nullable Edge edge, double cost, List<Partial> there) {
    boolean saysNothing =
        edge == null || (edge.meaning() instanceof Part part && part.saysNothing());
    for (Partial partial : here) {
      double sum = partial.cost + cost;
      if (there.size() == width && there.get(width - 1).cost <= sum) {
        // The cheapest come first: those that follow are not kept either.
        return;
      }
      keep(there, new Partial(partial, edge, sum, saysNothing));
    }
  }

  // Readings that say the same share the part that says it.
  @SuppressWarnings("ReferenceEquality")
  private void keep(List<Partial> best, Partial partial) {
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i).essence == partial.essence) {
        if (best.get(i).cost <= partial.cost) {
          return;
        }
        best.remove(i);
        break;
      }
    }
    int place = best.size();
    while (place > 0 && best.get(place - 1).cost > partial.cost) {
      place--;
    }
    if (place < width) {
      best.add(place, partial);
      if (best.size() > width) {
        best.remove(width);
      }
    }
  }

  private static Cover cover(Partial last) {
    Deque<Edge> parts = new ArrayDeque<>();
    Deque<Edge> unknown = new ArrayDeque<>();
    Partial at = last;
    while (at != null) {
      Edge edge = at.edge;
      if (edge != null) {
        (edge.meaning() == UNKNOWN ? unknown : parts).addFirst(edge);
      }
      at = at.before;
    }
    return new Cover(List.copyOf(parts), List.copyOf(unknown), last.cost);
  }
}
