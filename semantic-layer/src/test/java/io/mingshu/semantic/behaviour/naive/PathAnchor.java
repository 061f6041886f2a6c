package io.mingshu.semantic.behaviour.naive;

/** Where paths begin or end. */
public sealed interface PathAnchor {
  String page();

  /** What comes after a page: from the first time in a session that it is seen. */
  record From(String page) implements PathAnchor {}

  /** What leads to a page: up to the first time in a session that it is seen. */
  record To(String page) implements PathAnchor {}
}
