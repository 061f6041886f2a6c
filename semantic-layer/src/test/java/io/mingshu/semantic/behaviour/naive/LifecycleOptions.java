package io.mingshu.semantic.behaviour.naive;

/**
 * Who is new, stays, returns and falls asleep.
 *
 * @param start what a filter leaves of activity: the activity before of retained and dormant users,
 *     the activity now of new and resurrected ones
 * @param comeBack what counts as activity on the other side: the activity now of retained and
 *     dormant users, the activity before that resurrected ones must not have had. Equal to {@code
 *     start} where one kind of activity is looked at
 * @param clock the zone and the first day of weeks
 * @param unit the intervals
 * @param period whole intervals: all that it touches
 * @param dormantAfter whether to report, for the interval after the last one, who fell asleep in it
 */
public record LifecycleOptions(
    EventMatch start,
    EventMatch comeBack,
    WallClock clock,
    IntervalUnit unit,
    Span period,
    boolean dormantAfter) {}
