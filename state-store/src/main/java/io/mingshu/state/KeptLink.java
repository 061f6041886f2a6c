package io.mingshu.state;

import java.time.Instant;

/** What a link leads to. */
public record KeptLink(Instant createdAt, String content) {}
