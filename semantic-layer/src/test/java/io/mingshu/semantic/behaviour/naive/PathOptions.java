package io.mingshu.semantic.behaviour.naive;

/**
 * Ways through pages.
 *
 * @param anchor where paths begin or end
 * @param depth the most pages of a path, the anchor's among them
 * @param page the property that holds the page; events without it are no part of a path
 * @param session the property that holds the session; events without it are left out
 * @param clock the zone of the period
 * @param period when the anchor's page must be seen; the rest of the session may lie outside
 */
public record PathOptions(
    PathAnchor anchor, int depth, String page, String session, WallClock clock, Span period) {}
