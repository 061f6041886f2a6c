package io.mingshu.state;

import java.time.Instant;

/**
 * A board.
 *
 * @param version grows with every change
 * @param tiles how many there are in the content
 * @param content what is on it, as whoever keeps it writes it
 */
public record KeptBoard(
    String id, String title, int version, Instant updatedAt, int tiles, String content) {}
