package io.mingshu.nlq.interpret;

import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Part;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.normal.NormalText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of one reading; each is taken by the slot that uses it. What is left stops the answer.
 */
final class Bag {
  private final NormalText text;
  private final List<Edge> all;
  private final Set<Edge> left = new LinkedHashSet<>();

  /** What there ever was in it, so that most questions to it need no walk. */
  private final Set<Class<? extends Meaning>> kinds = new HashSet<>();

  private final Set<Cue> cues = EnumSet.noneOf(Cue.class);
  private final Set<AnalysisCue> analysisCues = EnumSet.noneOf(AnalysisCue.class);

  Bag(Cover cover, NormalText text) {
    this.text = text;
    this.all = cover.parts();
    for (Edge edge : all) {
      if (!(edge.meaning() instanceof FillerWord)) {
        put(edge);
      }
    }
  }

  private void put(Edge edge) {
    left.add(edge);
    kinds.add(edge.meaning().getClass());
    if (edge.meaning() instanceof CueWord word) {
      cues.add(word.cue());
    }
    if (edge.meaning() instanceof AnalysisWord word) {
      analysisCues.add(word.cue());
    }
  }

  /** A part with its place. */
  record Placed<T>(Edge edge, T part) {
    int start() {
      return edge.start();
    }

    int end() {
      return edge.end();
    }
  }

  /** Takes all parts of a kind. */
  <T extends Meaning> List<Placed<T>> take(Class<T> kind) {
    List<Placed<T>> taken = look(kind);
    taken.forEach(placed -> left.remove(placed.edge()));
    return taken;
  }

  /** All parts of a kind that are left, without taking them. */
  <T extends Meaning> List<Placed<T>> look(Class<T> kind) {
    List<Placed<T>> found = new ArrayList<>(2);
    if (!hadAny(kind)) {
      return found;
    }
    for (Edge edge : left) {
      if (kind.isInstance(edge.meaning())) {
        found.add(new Placed<>(edge, kind.cast(edge.meaning())));
      }
    }
    return found;
  }

  private boolean hadAny(Class<? extends Meaning> wanted) {
    for (Class<? extends Meaning> kind : kinds) {
      if (wanted.isAssignableFrom(kind)) {
        return true;
      }
    }
    return false;
  }

  /** All words of a kind for analyses that are left. */
  List<Placed<AnalysisWord>> look(AnalysisCue cue) {
    List<Placed<AnalysisWord>> found = new ArrayList<>(2);
    if (analysisCues.contains(cue)) {
      for (Edge edge : left) {
        if (edge.meaning() instanceof AnalysisWord word && word.cue() == cue) {
          found.add(new Placed<>(edge, word));
        }
      }
    }
    return found;
  }

  /** Takes all words of these kinds; the first of them. */
  Optional<Edge> takeCue(Cue first, Cue... others) {
    Optional<Edge> found = lookCue(first, others);
    if (found.isPresent()) {
      EnumSet<Cue> wanted = EnumSet.of(first, others);
      left.removeIf(edge -> isOneOf(wanted, edge));
    }
    return found;
  }

  /** The first word of these kinds that is left. */
  Optional<Edge> lookCue(Cue first, Cue... others) {
    boolean had = cues.contains(first);
    for (int i = 0; i < others.length && !had; i++) {
      had = cues.contains(others[i]);
    }
    if (!had) {
      return Optional.empty();
    }
    EnumSet<Cue> wanted = EnumSet.of(first, others);
    return left.stream().filter(edge -> isOneOf(wanted, edge)).findFirst();
  }

  private static boolean isOneOf(Set<Cue> wanted, Edge edge) {
    return edge.meaning() instanceof CueWord word && wanted.contains(word.cue());
  }

  void take(Edge edge) {
    left.remove(edge);
  }

  /** Its place among all parts, which are in the order of the text; -1: it is none of them. */
  private int place(Edge edge) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < edge.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return !all.isEmpty() && all.get(low).equals(edge) ? low : -1;
  }

  /** The part that follows one, filler aside. */
  Optional<Edge> after(Edge edge) {
    int place = place(edge);
    return place < 0
        ? Optional.empty()
        : all.subList(place + 1, all.size()).stream().filter(Bag::isNoFiller).findFirst();
  }

  /** The part that stands before one, filler aside. */
  Optional<Edge> before(Edge edge) {
    for (int at = place(edge) - 1; at >= 0; at--) {
      if (isNoFiller(all.get(at))) {
        return Optional.of(all.get(at));
      }
    }
    return Optional.empty();
  }

  private static boolean isNoFiller(Edge edge) {
    return !(edge.meaning() instanceof FillerWord);
  }

  /** Whether one of these words is a part of the reading. */
  boolean says(Set<String> words) {
    return all.stream().anyMatch(edge -> words.contains(typed(edge).toLowerCase(Locale.ROOT)));
  }

  /** The filler word right before a part, as typed. */
  Optional<String> fillerBefore(Edge edge) {
    int at = place(edge) - 1;
    return at >= 0 && all.get(at).meaning() instanceof FillerWord
        ? Optional.of(typed(all.get(at)))
        : Optional.empty();
  }

  /** The filler word right behind a part, as typed. */
  Optional<String> fillerAfter(Edge edge) {
    int at = place(edge) + 1;
    return at > 0 && at < all.size() && all.get(at).meaning() instanceof FillerWord
        ? Optional.of(typed(all.get(at)))
        : Optional.empty();
  }

  /** The first part that is no filler. */
  Optional<Edge> first() {
    return all.stream().filter(Bag::isNoFiller).findFirst();
  }

  /** All parts of the reading, filler and taken ones too. */
  List<Edge> all() {
    return all;
  }

  /** The words of a part, as typed. */
  String typed(Edge edge) {
    return text.typed(edge.start(), edge.end());
  }

  /** The whole text, normalised. */
  String text() {
    return text.text();
  }

  /** What is typed between two parts. */
  String between(Edge first, Edge second) {
    return text.text().substring(first.end(), second.start());
  }

  /** Puts another meaning in the place of a part that is left. */
  void reread(Edge edge, Part meaning) {
    left.remove(edge);
    put(new Edge(edge.start(), edge.end(), meaning, edge.cost()));
  }

  List<Edge> left() {
    return List.copyOf(left);
  }
}
