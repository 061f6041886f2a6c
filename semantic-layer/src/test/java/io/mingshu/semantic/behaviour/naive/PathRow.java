package io.mingshu.semantic.behaviour.naive;

import java.util.List;

/** A whole path, in order of time, with how many sessions took it. */
public record PathRow(List<String> pages, int sessions) {
  public PathRow {
    pages = List.copyOf(pages);
  }
}
