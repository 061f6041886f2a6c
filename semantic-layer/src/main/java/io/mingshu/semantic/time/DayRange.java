package io.mingshu.semantic.time;

import java.time.LocalDate;

/** Business days, both ends included. */
public record DayRange(LocalDate first, LocalDate last) {}
