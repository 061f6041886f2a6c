package io.mingshu.semantic.behaviour.naive;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small logs as one writes them down: user, event, time on the clock, values. */
final class WrittenLog {
  /** The demo shop's clock. */
  static final WallClock SHANGHAI = new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY);

  private WrittenLog() {}

  static EventLog of(String lines) {
    return of(SHANGHAI, lines);
  }

  static EventLog of(WallClock clock, String lines) {
    return new EventLog(lines.lines().map(line -> happening(clock, line)).toList());
  }

  static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text);
  }

  static Span span(String from, String until) {
    return new Span(time(from), time(until));
  }

  private static Happening happening(WallClock clock, String line) {
    List<String> words = Arrays.asList(line.trim().split(" +"));
    Map<String, String> properties = new HashMap<>();
    for (String word : words.subList(3, words.size())) {
      String[] parts = word.split("=", 2);
      properties.put(parts[0], parts[1]);
    }
    return new Happening(
        words.get(0),
        words.get(1),
        time(words.get(2)).atZone(clock.zone()).toInstant(),
        properties);
  }
}
