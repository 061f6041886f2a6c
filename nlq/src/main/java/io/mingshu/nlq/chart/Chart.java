package io.mingshu.nlq.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;

/**
 * All readings of all stretches found so far. Edges of the same stretch and meaning are kept once,
 * at the lowest cost. Not thread-safe: one chart serves one question.
 */
public final class Chart {
  /** Far more than a sensible question has; past it the chart takes no more. */
  private static final int MOST_EDGES = 20_000;

  private static final int MOST_EDGES_FROM_ONE_PLACE = 64;

  private final String text;
  private final List<List<Edge>> byStart;
  private final Map<Class<? extends Meaning>, BitSet> startsByType = new HashMap<>();
  private final Map<Object, BitSet> startsByKind = new HashMap<>();
  private final BitSet words = new BitSet();
  private int size;

  public Chart(String text) {
    this.text = text;
    this.byStart = new ArrayList<>(text.length() + 1);
    for (int i = 0; i <= text.length(); i++) {
      byStart.add(new ArrayList<>(4));
    }
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public void add(Edge edge) {
    List<Edge> edges = byStart.get(edge.start());
    for (int i = 0; i < edges.size(); i++) {
      Edge known = edges.get(i);
      if (known.end() == edge.end() && known.meaning().equals(edge.meaning())) {
        if (edge.cost() < known.cost()) {
          edges.set(i, edge);
        }
        return;
      }
    }
    if (size < MOST_EDGES && edges.size() < MOST_EDGES_FROM_ONE_PLACE) {
      edges.add(edge);
      Meaning meaning = edge.meaning();
      startsByType.computeIfAbsent(meaning.getClass(), type -> new BitSet()).set(edge.start());
      startsByKind.computeIfAbsent(meaning.kind(), kind -> new BitSet()).set(edge.start());
      size++;
    }
  }

  /** Whether it has any meaning of a type. */
  public boolean has(Class<? extends Meaning> type) {
    for (Class<? extends Meaning> known : startsByType.keySet()) {
      if (type.isAssignableFrom(known)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has any meaning that is likely to fit into a place of a pattern. */
  boolean mayHave(Element element) {
    if (element.kinds().isEmpty()) {
      return has(element.type());
    }
    for (Object kind : element.kinds()) {
      if (startsByKind.containsKey(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Where meanings that are likely to fit into one of these places start, as of now. */
  BitSet startsFor(List<Element> elements) {
    BitSet starts = new BitSet();
    for (Element element : elements) {
      if (element.kinds().isEmpty()) {
        startsByType.forEach(
            (known, places) -> {
              if (element.type().isAssignableFrom(known)) {
                starts.or(places);
              }
            });
      }
      for (Object kind : element.kinds()) {
        BitSet places = startsByKind.get(kind);
        if (places != null) {
          starts.or(places);
        }
      }
    }
    return starts;
  }

  /** Matches of a form that begins where a Latin word does; they may overlap. */
  public void atWords(Form form, Consumer<MatchResult> found) {
    Form.Search search = form.in(text);
    for (int start = words().nextSetBit(0); start >= 0; start = words.nextSetBit(start + 1)) {
      if (search.startsAt(start)) {
        found.accept(search.match());
      }
    }
  }

  private BitSet words() {
    if (words.isEmpty()) {
      boolean inside = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean latin = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (latin && !inside) {
          words.set(i);
        }
        inside = latin || c == '\'';
      }
    }
    return words;
  }

  /** The edges that start exactly here. */
  public List<Edge> at(int position) {
    return byStart.get(position);
  }

  /** The edges that start here or after spaces. */
  public List<Edge> from(int position) {
    return byStart.get(skipSpaces(position));
  }

  public int skipSpaces(int position) {
    int i = position;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
