package io.mingshu.semantic.behaviour.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths. The pages of a session in order, a page seen several times on end being one; of these the
 * stretch that begins (ends) at the anchor's page, as deep as wanted. A session has one path at
 * most.
 */
public final class NaivePaths {
  private final PathOptions options;

  /** The way of each session, from the anchor on, not yet cut to the depth. */
  private final List<List<String>> ways = new ArrayList<>();

  public NaivePaths(EventLog log, PathOptions options) {
    this.options = options;
    sessions(log).forEach(this::addWay);
  }

  /** The most frequent first; of equally frequent ones, in the order of their pages. */
  public List<PathRow> rows() {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (List<String> way : ways) {
      List<String> path = new ArrayList<>(cut(way));
      if (options.anchor() instanceof PathAnchor.To) {
        Collections.reverse(path);
      }
      counts.merge(path, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry -> new PathRow(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(PathRow::sessions, Comparator.reverseOrder())
                .thenComparing(row -> String.join("\n", row.pages())))
        .toList();
  }

  /** Every node, those nearer to the anchor first. */
  public List<PathNode> nodes() {
    Map<List<String>, Integer> sessions = new LinkedHashMap<>();
    Map<List<String>, Integer> dropped = new LinkedHashMap<>();
    for (List<String> way : ways) {
      for (int depth = 1; depth <= cut(way).size(); depth++) {
        List<String> node = way.subList(0, depth);
        sessions.merge(node, 1, Integer::sum);
        dropped.merge(node, depth == way.size() ? 1 : 0, Integer::sum);
      }
    }
    return sessions.entrySet().stream()
        .map(
            entry ->
                new PathNode(
                    entry.getKey(), entry.getValue(), dropped.getOrDefault(entry.getKey(), 0)))
        .sorted(
            Comparator.comparing((PathNode node) -> node.pages().size())
                .thenComparing(node -> String.join("\n", node.pages())))
        .toList();
  }

  private List<String> cut(List<String> way) {
    return way.subList(0, Math.min(options.depth(), way.size()));
  }

  private List<List<Happening>> sessions(EventLog log) {
    Map<String, List<Happening>> sessions = new LinkedHashMap<>();
    for (Happening event : log.happenings()) {
      event
          .property(options.session())
          .filter(session -> event.property(options.page()).isPresent())
          .ifPresent(
              session -> sessions.computeIfAbsent(session, id -> new ArrayList<>()).add(event));
    }
    return List.copyOf(sessions.values());
  }

  private void addWay(List<Happening> session) {
    List<Happening> merged = merged(session);
    for (int place = 0; place < merged.size(); place++) {
      if (pageOf(merged.get(place)).equals(options.anchor().page())) {
        if (options.period().contains(options.clock().shows(merged.get(place)))) {
          ways.add(way(merged, place));
        }
        return;
      }
    }
  }

  private List<String> way(List<Happening> merged, int anchor) {
    List<String> pages = merged.stream().map(this::pageOf).toList();
    if (options.anchor() instanceof PathAnchor.From) {
      return pages.subList(anchor, pages.size());
    }
    List<String> backwards = new ArrayList<>(pages.subList(0, anchor + 1));
    Collections.reverse(backwards);
    return backwards;
  }

  /** Without repeats: the first view of each run stays. */
  private List<Happening> merged(List<Happening> session) {
    List<Happening> merged = new ArrayList<>();
    String before = "";
    for (Happening event : session) {
      if (!pageOf(event).equals(before)) {
        merged.add(event);
        before = pageOf(event);
      }
    }
    return merged;
  }

  private String pageOf(Happening event) {
    return event.property(options.page()).orElseThrow();
  }
}
