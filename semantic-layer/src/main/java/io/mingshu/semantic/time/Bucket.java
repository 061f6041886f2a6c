package io.mingshu.semantic.time;

import java.time.LocalDateTime;

/**
 * A calendar unit of a period.
 *
 * @param start its calendar start, which labels it even where it lies before the period
 * @param from its first moment inside the period
 * @param until the first moment after its part inside the period
 * @param whole whether all of it lies inside the period
 */
public record Bucket(LocalDateTime start, LocalDateTime from, LocalDateTime until, boolean whole) {}
