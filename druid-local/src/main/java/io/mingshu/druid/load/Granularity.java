package io.mingshu.druid.load;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a stretch of time one segment covers, in UTC: with stretches of another zone, a parallel
 * load of Druid 33 loses its own segments, because it writes their names in two ways.
 */
public enum Granularity {
  DAY("P1D", ChronoUnit.DAYS),
  MONTH("P1M", ChronoUnit.MONTHS),
  YEAR("P1Y", ChronoUnit.YEARS);

  /** Fewer rows than that are not worth a segment of their own. */
  private static final long FEWEST_ROWS = 100_000;

  private final String period;
  private final ChronoUnit unit;

  Granularity(String period, ChronoUnit unit) {
    this.period = period;
    this.unit = unit;
  }

  /** As Druid writes it. */
  String period() {
    return period;
  }

  /** The finest whose segments have enough rows on average; else the coarsest. */
  static Granularity of(long rows, Span span) {
    long days = Math.max(1, Duration.between(span.from(), span.until()).toDays());
    for (Granularity granularity : values()) {
      double stretches = Math.max(1, days / (double) granularity.unit.getDuration().toDays());
      if (rows / stretches >= FEWEST_ROWS) {
        return granularity;
      }
    }
    return YEAR;
  }

  /** The whole stretches that cover a span, in order. */
  List<Span> cut(Span span) {
    ZonedDateTime start = span.from().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    if (this == MONTH || this == YEAR) {
      start = start.withDayOfMonth(1);
    }
    if (this == YEAR) {
      start = start.withDayOfYear(1);
    }
    List<Span> spans = new ArrayList<>();
    while (start.toInstant().isBefore(span.until())) {
      ZonedDateTime end = start.plus(1, unit);
      spans.add(new Span(start.toInstant(), end.toInstant()));
      start = end;
    }
    return spans;
  }

  /**
   * A stretch of time.
   *
   * @param until the first moment after it
   */
  record Span(Instant from, Instant until) {

    /** The smallest that covers both. */
    Span and(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from,
          until.isAfter(other.until) ? until : other.until);
    }

    /** As Druid writes it. */
    String interval() {
      return from + "/" + until;
    }

    static Span parse(String interval) {
      String[] ends = interval.split("/", 2);
      return new Span(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }
  }
}
