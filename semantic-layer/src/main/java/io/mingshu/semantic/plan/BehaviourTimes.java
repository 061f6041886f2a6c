package io.mingshu.semantic.plan;

import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which stretches of time figures of who comes back look at. What is not over by the end of
 * yesterday, or not inside the data, is not looked at: nobody is lost because nobody could be seen.
 */
final class BehaviourTimes {
  private final BusinessCalendar calendar;
  private final Buckets buckets;
  private final LocalDate today;
  private final DataRange data;
  private final UnaryOperator<TimeRange> before;

  /**
   * @param today the day of asking, which is not over
   * @param before what lies just before the period, or before what it is compared with
   */
  BehaviourTimes(
      BusinessCalendar calendar, LocalDate today, DataRange data, UnaryOperator<TimeRange> before) {
    this.calendar = calendar;
    this.buckets = new Buckets(calendar);
    this.today = today;
    this.data = data;
    this.before = before;
  }

  BusinessCalendar calendar() {
    return calendar;
  }

  /** From the first moment until before the second. */
  record Stretch(LocalDateTime from, LocalDateTime until) {
    boolean isEmpty() {
      return !from.isBefore(until);
    }
  }

  /**
   * Two stretches that belong together.
   *
   * @param label the bucket of the answer; absent where it has none
   */
  record Pair(Optional<LocalDateTime> label, Stretch start, Stretch other) {}

  /** When those of a span joined who can be told about: its units are over and inside the data. */
  Stretch told(Leaf.Span span) {
    Grain unit = span.unit();
    LocalDateTime until =
        calendar.plus(calendar.floor(seenUntil(span.fact()), unit), -span.last(), unit);
    LocalDateTime first =
        data.of(span.fact())
            .map(days -> days.first().atStartOfDay())
            .map(day -> calendar.isStart(day, unit) ? day : next(day, unit))
            .map(start -> calendar.plus(start, -span.first(), unit))
            .orElse(until);
    return new Stretch(first, until);
  }

  /** The part of a range of which can be told. */
  Stretch told(TimeRange range, Leaf.Span span) {
    return common(new Stretch(range.from(), range.until()), told(span));
  }

  /** When something may have happened to those who joined in a stretch. */
  Stretch happening(Stretch joined, Leaf.Span span) {
    if (joined.isEmpty()) {
      return joined;
    }
    LocalDateTime last = calendar.floor(joined.until().minusNanos(1), span.unit());
    return new Stretch(
        calendar.plus(calendar.floor(joined.from(), span.unit()), span.first(), span.unit()),
        calendar.plus(last, span.last() + 1L, span.unit()));
  }

  /** The pairs of a scope; none where nothing can be told. */
  List<Pair> pairs(Scope scope, Leaf.Meeting meeting) {
    List<Pair> pairs = new ArrayList<>();
    if (scope.timeline().isEmpty()) {
      Stretch whole = new Stretch(scope.range().from(), scope.range().until());
      pairs.addAll(
          meeting.stretches() instanceof Leaf.Beside beside
              ? List.of(beside(Optional.empty(), whole, before(scope.range()), beside))
              : pairs(Optional.empty(), whole, meeting));
      return pairs;
    }
    Timeline timeline = scope.timeline().get();
    for (Timeline.Slot slot : timeline.slots()) {
      Optional<LocalDateTime> label = Optional.of(slot.label());
      Stretch bucket = new Stretch(slot.unit().from(), slot.unit().until());
      if (meeting.stretches() instanceof Leaf.Beside beside) {
        Bucket base = buckets.base(slot.unit(), timeline.grain(), new Comparison.PreviousPeriod());
        pairs.add(beside(label, bucket, new Stretch(base.from(), base.until()), beside));
      } else {
        pairs.addAll(pairs(label, bucket, meeting));
      }
    }
    return pairs;
  }

  /** What lies just before a range. */
  Stretch before(TimeRange range) {
    TimeRange found = before.apply(range);
    return new Stretch(found.from(), found.until());
  }

  private static Pair beside(
      Optional<LocalDateTime> label, Stretch now, Stretch before, Leaf.Beside beside) {
    return beside.startsNow() ? new Pair(label, now, before) : new Pair(label, before, now);
  }

  private List<Pair> pairs(Optional<LocalDateTime> label, Stretch bucket, Leaf.Meeting meeting) {
    if (meeting.stretches() instanceof Leaf.Away away) {
      return List.of(away(label, bucket, away, meeting.other().fact()));
    }
    Leaf.Later later = (Leaf.Later) meeting.stretches();
    Grain unit = later.unit();
    Stretch told = common(bucket, told(span(meeting, later)));
    List<Pair> pairs = new ArrayList<>();
    if (!told.isEmpty()) {
      for (Bucket start : buckets.of(new TimeRange(told.from(), told.until(), true), unit)) {
        LocalDateTime from = calendar.plus(start.start(), later.after(), unit);
        pairs.add(
            new Pair(
                label,
                new Stretch(start.from(), start.until()),
                new Stretch(from, calendar.plus(from, 1, unit))));
      }
    }
    return pairs;
  }

  static Leaf.Span span(Leaf.Meeting meeting, Leaf.Later later) {
    return new Leaf.Span(meeting.other().fact(), later.unit(), later.after(), later.after());
  }

  private Pair away(Optional<LocalDateTime> label, Stretch bucket, Leaf.Away away, String fact) {
    LocalDate last = bucket.until().minusNanos(1).toLocalDate();
    LocalDate seen = seenUntil(fact).toLocalDate().minusDays(1);
    // A day that has only begun is looked at where nothing else is asked for.
    LocalDate day = last.isAfter(seen) && !bucket.from().toLocalDate().isAfter(seen) ? seen : last;
    LocalDateTime end = day.plusDays(1).atStartOfDay();
    LocalDateTime middle = end.minusDays(away.away());
    return new Pair(
        label, new Stretch(middle.minusDays(away.there()), middle), new Stretch(middle, end));
  }

  /** The end of what is known of a fact: all days before the day of asking that have data. */
  private LocalDateTime seenUntil(String fact) {
    LocalDate end = data.of(fact).map(DayRange::last).map(day -> day.plusDays(1)).orElse(today);
    return (end.isBefore(today) ? end : today).atStartOfDay();
  }

  private LocalDateTime next(LocalDateTime time, Grain unit) {
    return calendar.plus(calendar.floor(time, unit), 1, unit);
  }

  private static Stretch common(Stretch a, Stretch b) {
    LocalDateTime from = a.from().isBefore(b.from()) ? b.from() : a.from();
    LocalDateTime until = a.until().isBefore(b.until()) ? a.until() : b.until();
    return new Stretch(from, until.isBefore(from) ? from : until);
  }
}
