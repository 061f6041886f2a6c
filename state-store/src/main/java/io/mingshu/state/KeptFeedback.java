package io.mingshu.state;

import java.time.Instant;

/** What somebody said. */
public record KeptFeedback(Instant saidAt, String content) {}
