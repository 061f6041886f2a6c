package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A span of time in milliseconds, without its end. */
record Interval(long start, long end) {
  private static final ObjectMapper JSON = new ObjectMapper();

  boolean overlaps(Interval other) {
    return start < other.end && other.start < end;
  }

  /** {@code start/end}, as Druid writes it. */
  static Interval parse(String text) {
    int slash = text.indexOf('/');
    return new Interval(millis(text.substring(0, slash)), millis(text.substring(slash + 1)));
  }

  /** Druid's ends of time have years that are too long for ISO. */
  static long millis(String moment) {
    if (moment.startsWith("-")) {
      return Long.MIN_VALUE;
    }
    return moment.indexOf('-') > 4 ? Long.MAX_VALUE : Instant.parse(moment).toEpochMilli();
  }

  /**
   * The gaps that a header reports, which is silent about them where there are none; empty where it
   * does not report all of them.
   */
  static Optional<List<Interval>> gaps(String header) {
    try {
      JsonNode context = JSON.readTree(header);
      JsonNode told = context.path("uncoveredIntervals");
      if (!context.isObject()
          || context.path("uncoveredIntervalsOverflowed").asBoolean()
          || context.path("truncated").asBoolean()) {
        return Optional.empty();
      }
      List<Interval> gaps = new ArrayList<>();
      told.forEach(gap -> gaps.add(parse(gap.asText())));
      return Optional.of(List.copyOf(gaps));
    } catch (JsonProcessingException cutShort) {
      return Optional.empty();
    }
  }
}
