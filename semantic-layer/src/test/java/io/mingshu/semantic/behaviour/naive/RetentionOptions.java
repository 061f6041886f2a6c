package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who comes back, and when.
 *
 * @param start what puts a user into a cohort
 * @param comeBack what counts as coming back
 * @param cohorts which of the start events do
 * @param clock the zone and the first day of weeks
 * @param unit the intervals that cohorts are cut into and that returns are counted in
 * @param period when start events must happen; an interval of which only a part lies inside has the
 *     start events of that part
 * @param columns the figures of each cohort
 * @param occurrences how many events an interval needs to count as a return; the start needs one
 * @param seenUntil the end of what is known. Later events count for nothing, and a column whose
 *     last interval is not over by then (the first one, where there is no last) is not mature: it
 *     is left out
 * @param unfinished whether it is mature as soon as that interval has begun
 * @param groups by which property of events cohorts are split, if at all
 */
public record RetentionOptions(
    EventMatch start,
    EventMatch comeBack,
    Cohorts cohorts,
    WallClock clock,
    IntervalUnit unit,
    Span period,
    List<ComeBack> columns,
    int occurrences,
    LocalDateTime seenUntil,
    boolean unfinished,
    Optional<RetentionGroups> groups) {
  public RetentionOptions {
    columns = List.copyOf(columns);
  }

  /** All start events of the period, one return event enough, cohorts not split. */
  public static RetentionOptions of(
      EventMatch start,
      EventMatch comeBack,
      WallClock clock,
      IntervalUnit unit,
      Span period,
      LocalDateTime seenUntil,
      ComeBack... columns) {
    return new RetentionOptions(
        start,
        comeBack,
        Cohorts.EACH_INTERVAL,
        clock,
        unit,
        period,
        List.of(columns),
        1,
        seenUntil,
        false,
        Optional.empty());
  }

  public RetentionOptions withCohorts(Cohorts other) {
    return new RetentionOptions(
        start,
        comeBack,
        other,
        clock,
        unit,
        period,
        columns,
        occurrences,
        seenUntil,
        unfinished,
        groups);
  }

  public RetentionOptions withOccurrences(int atLeast) {
    return new RetentionOptions(
        start,
        comeBack,
        cohorts,
        clock,
        unit,
        period,
        columns,
        atLeast,
        seenUntil,
        unfinished,
        groups);
  }

  public RetentionOptions withGroups(RetentionGroups by) {
    return new RetentionOptions(
        start,
        comeBack,
        cohorts,
        clock,
        unit,
        period,
        columns,
        occurrences,
        seenUntil,
        unfinished,
        Optional.of(by));
  }
}
