package io.mingshu.semantic.behaviour.naive;

/**
 * In how many intervals users are active.
 *
 * @param activity what counts as being active
 * @param clock the zone and the first day of weeks
 * @param unit the intervals that are counted
 * @param period events outside it don't count, even where their interval reaches into it
 * @param occurrences how many events an interval needs to count as active
 * @param cumulative whether a row counts the users with that many active intervals <em>or more</em>
 */
public record StickinessOptions(
    EventMatch activity,
    WallClock clock,
    IntervalUnit unit,
    Span period,
    int occurrences,
    boolean cumulative) {}
