package io.mingshu.semantic.behaviour.naive;

import java.util.List;

/**
 * A node of the tree of paths, seen from the anchor.
 *
 * @param pages the pages from the anchor's to this one: forwards in time from a start page,
 *     backwards from an end page
 * @param sessions how many sessions go this way
 * @param dropped how many of them go no further: the session ends here (begins here, before an end
 *     page). Those cut off by the depth of paths are not dropped
 */
public record PathNode(List<String> pages, int sessions, int dropped) {
  public PathNode {
    pages = List.copyOf(pages);
  }
}
