package io.mingshu.state;

import java.time.Instant;

/** A board in a list. */
public record BoardSummary(String id, String title, Instant updatedAt, int tiles) {}
