package io.mingshu.semantic.engine.druid;

/** A piece of a table. A later version of an interval replaces the earlier ones as a whole. */
record Segment(Interval interval, String version, long partition) {}
