package io.mingshu.semantic.behaviour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths: the pages of a session in order, a page seen several times on end being one; of these the
 * stretch that begins (or ends) where the anchor's page is first seen.
 */
public final class PathFold {
  private final String anchor;
  private final boolean towards;
  private final int depth;
  private final Node root = new Node();
  private long nodes;

  private @Nullable String session;
  private String before = "";
  private final List<String> way = new ArrayList<>();
  private boolean found;
  private boolean inside;
  private boolean goesOn;

  /**
   * @param towards whether ways end at the anchor, not begin there
   * @param depth the most pages of a way
   */
  public PathFold(String anchor, boolean towards, int depth) {
    this.anchor = anchor;
    this.towards = towards;
    this.depth = depth;
  }

  /**
   * A way from the anchor, seen from it: forwards in time, or backwards where ways end there.
   *
   * @param sessions how many sessions go it
   * @param dropped how many of them go no further; not those cut off by the depth
   */
  public record Way(List<String> pages, long sessions, long dropped) {
    public Way {
      pages = List.copyOf(pages);
    }
  }

  /**
   * A page that was seen. Rows of a session follow each other, in order.
   *
   * @param counts whether it was seen in the period
   */
  public void accept(String of, String page, boolean counts) {
    if (!of.equals(session)) {
      endOfSession();
      session = of;
    }
    if (page.equals(before)) {
      return;
    }
    before = page;
    if (found) {
      follow(page);
    } else if (page.equals(anchor)) {
      found = true;
      inside = counts;
      way.add(page);
    } else if (towards) {
      way.add(page);
      if (way.size() > depth) {
        way.remove(0);
      }
    }
  }

  private void follow(String page) {
    if (towards) {
      return;
    }
    if (way.size() < depth) {
      way.add(page);
    } else {
      goesOn = true;
    }
  }

  private void endOfSession() {
    if (found && inside) {
      if (towards) {
        goesOn = way.size() > depth;
        if (goesOn) {
          way.remove(0);
        }
        Collections.reverse(way);
      }
      add();
    }
    way.clear();
    before = "";
    found = false;
    goesOn = false;
  }

  private void add() {
    Node node = root;
    for (String page : way) {
      node = node.next.computeIfAbsent(page, p -> newNode());
      node.sessions++;
    }
    node.ended++;
    if (!goesOn) {
      node.dropped++;
    }
  }

  private Node newNode() {
    nodes++;
    Bounds.requireFigures(nodes * depth);
    return new Node();
  }

  /** Whole ways, the most frequent first; of equally frequent ones, in the order of their pages. */
  public List<Way> ways() {
    endOfSession();
    List<Way> ways = new ArrayList<>();
    root.collect(new ArrayList<>(), ways, true);
    ways.sort(
        Comparator.comparing(Way::sessions, Comparator.reverseOrder())
            .thenComparing(way -> String.join("\n", inTime(way.pages()))));
    return ways;
  }

  /** Every beginning of a way, those nearer to the anchor first. */
  public List<Way> nodes() {
    endOfSession();
    List<Way> all = new ArrayList<>();
    root.collect(new ArrayList<>(), all, false);
    all.sort(
        Comparator.comparing((Way node) -> node.pages().size())
            .thenComparing(node -> String.join("\n", node.pages())));
    return all;
  }

  /** The pages of a way as they were seen. */
  public List<String> inTime(List<String> pages) {
    if (!towards) {
      return pages;
    }
    List<String> reversed = new ArrayList<>(pages);
    Collections.reverse(reversed);
    return reversed;
  }

  private static final class Node {
    private final Map<String, Node> next = new TreeMap<>();
    private long sessions;
    private long ended;
    private long dropped;

    void collect(List<String> pages, List<Way> into, boolean whole) {
      if (!pages.isEmpty() && (!whole || ended > 0)) {
        into.add(new Way(pages, whole ? ended : sessions, dropped));
      }
      next.forEach(
          (page, node) -> {
            pages.add(page);
            node.collect(pages, into, whole);
            pages.remove(pages.size() - 1);
          });
    }
  }
}
