package io.mingshu.semantic.behaviour.naive;

import java.util.OptionalInt;

/**
 * How many of one kind of events lead to another.
 *
 * @param base what may lead to a conversion (a visit)
 * @param conversion what counts as one (a purchase)
 * @param clock whose calendar days are counted
 * @param period the days of base events that are shown; conversions may lie after them
 * @param windowDays a conversion on the day of its base event or on one of the following days,
 *     fewer than that many after it: with 7, from the same day to the sixth after it. Empty for any
 *     later day
 */
public record ConversionOptions(
    EventMatch base, EventMatch conversion, WallClock clock, Span period, OptionalInt windowDays) {}
