package io.mingshu.state;

import java.time.Instant;

/** A thread in a list. */
public record ThreadSummary(String id, String title, Instant updatedAt, int turns) {}
