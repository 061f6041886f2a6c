package io.mingshu.semantic.behaviour.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Cases of behaviour from elsewhere, as JSON: events, what is asked of them, and the figures. */
final class CasesFile {
  private CasesFile() {}

  static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The events of a case, of the wanted users where only some are. */
  static EventLog log(JsonNode test) {
    List<Happening> happenings = new ArrayList<>();
    for (JsonNode event : test.get("events")) {
      Map<String, String> properties = new HashMap<>();
      event
          .path("properties")
          .properties()
          .forEach(entry -> properties.put(entry.getKey(), entry.getValue().asText()));
      happenings.add(
          new Happening(
              event.get("person").asText(),
              event.get("event").asText(),
              Instant.parse(event.get("timestamp").asText()),
              properties));
    }
    EventLog log = new EventLog(happenings);
    JsonNode wanted = test.get("query").path("person_filter");
    return wanted.isMissingNode() ? log : log.only(Set.copyOf(texts(wanted)));
  }

  static RetentionOptions retention(JsonNode query) {
    requireKnown(
        query,
        Set.of(
            "period",
            "total_intervals",
            "date_to",
            "start_event",
            "return_event",
            "retention_type",
            "timezone",
            "week_start",
            "rolling",
            "minimum_occurrences",
            "filter",
            "person_filter",
            "breakdown"));
    WallClock clock = clock(query);
    IntervalUnit unit = unit(query.get("period"));
    int intervals = query.get("total_intervals").asInt();
    LocalDateTime last =
        clock.startOf(
            clock.shows(OffsetDateTime.parse(query.get("date_to").asText()).toInstant()), unit);
    LocalDateTime first = last;
    for (int before = 1; before < intervals; before++) {
      first = clock.previous(first, unit);
    }
    LocalDateTime end = clock.next(last, unit);
    boolean rolling = query.path("rolling").asBoolean(false);
    return new RetentionOptions(
        filtered(event(query.path("start_event")), query.path("filter"), Set.of("both", "start")),
        filtered(event(query.path("return_event")), query.path("filter"), Set.of("both", "return")),
        switch (query.get("retention_type").asText()) {
          case "recurring" -> Cohorts.EACH_INTERVAL;
          case "first_time" -> Cohorts.FIRST_EVER;
          default -> throw unknown(query.get("retention_type"));
        },
        clock,
        unit,
        new Span(first, end),
        IntStream.range(0, intervals)
            .mapToObj(number -> rolling ? ComeBack.inOrAfter(number) : ComeBack.in(number))
            .toList(),
        query.path("minimum_occurrences").asInt(1),
        end,
        false,
        query.has("breakdown")
            ? Optional.of(
                new RetentionGroups.ByStartAndReturn(
                    query.get("breakdown").get("property").asText()))
            : Optional.empty());
  }

  static FunnelOptions funnel(JsonNode query) {
    requireKnown(
        query,
        Set.of(
            "steps", "order", "window", "timezone", "date_from", "date_to", "interval", "to_step"));
    List<EventMatch> steps = new ArrayList<>();
    query.get("steps").forEach(step -> steps.add(step(step)));
    return new FunnelOptions(
        steps,
        StepOrder.valueOf(query.get("order").asText().toUpperCase(Locale.ROOT)),
        Optional.of(window(query.get("window"))),
        clock(query),
        query.has("date_from") ? days(query) : Span.ALWAYS,
        Instant.MAX,
        List.of(),
        List.of(),
        Optional.empty());
  }

  static LifecycleOptions lifecycle(JsonNode query, boolean dormantAfter) {
    requireKnown(query, Set.of("interval", "date_from", "date_to", "event"));
    EventMatch activity = event(query.path("event"));
    return new LifecycleOptions(
        activity, activity, clock(query), unit(query.get("interval")), days(query), dormantAfter);
  }

  static StickinessOptions stickiness(JsonNode query) {
    requireKnown(
        query, Set.of("interval", "date_from", "date_to", "event", "week_start", "filter"));
    return new StickinessOptions(
        filtered(event(query.path("event")), query.path("filter"), Set.of()),
        clock(query),
        unit(query.get("interval")),
        days(query),
        1,
        false);
  }

  /** Of each only the day is given. */
  static EventLog visitsAndBuys(JsonNode file) {
    List<Happening> happenings = new ArrayList<>();
    Map.of("base_visits", "visit", "conversions_buys", "buy")
        .forEach(
            (rows, event) ->
                file.get(rows)
                    .forEach(
                        row ->
                            happenings.add(
                                Happening.of(
                                    row.get(0).asText(),
                                    event,
                                    row.get(1).asText() + "T00:00:00Z"))));
    return new EventLog(happenings);
  }

  static ConversionOptions conversion(OptionalInt windowDays) {
    return new ConversionOptions(
        EventMatch.event("visit"),
        EventMatch.event("buy"),
        new WallClock(ZoneOffset.UTC, DayOfWeek.MONDAY),
        Span.ALWAYS,
        windowDays);
  }

  static IntervalUnit unit(JsonNode unit) {
    return IntervalUnit.valueOf(unit.asText().toUpperCase(Locale.ROOT));
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  static List<Integer> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }

  static void ifPresent(JsonNode expected, String name, Consumer<JsonNode> check) {
    if (expected.has(name)) {
      check.accept(expected.get(name));
    }
  }

  /** Nothing that a case says may be overlooked. */
  static void requireKnown(JsonNode node, Set<String> names) {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Not understood: " + unknown);
    }
  }

  private static WallClock clock(JsonNode query) {
    return new WallClock(
        query.has("timezone") ? ZoneId.of(query.get("timezone").asText()) : ZoneOffset.UTC,
        query.path("week_start").asText("monday").equals("sunday")
            ? DayOfWeek.SUNDAY
            : DayOfWeek.MONDAY);
  }

  private static Span days(JsonNode query) {
    return Span.days(
        LocalDate.parse(query.get("date_from").asText()),
        LocalDate.parse(query.get("date_to").asText()));
  }

  private static Duration window(JsonNode window) {
    long number = window.get("n").asLong();
    return switch (window.get("unit").asText()) {
      case "second" -> Duration.ofSeconds(number);
      case "minute" -> Duration.ofMinutes(number);
      case "hour" -> Duration.ofHours(number);
      case "day" -> Duration.ofDays(number);
      case "week" -> Duration.ofDays(7 * number);
      default -> throw unknown(window.get("unit"));
    };
  }

  private static EventMatch step(JsonNode step) {
    return step.isTextual()
        ? EventMatch.event(step.asText())
        : EventMatch.event(step.get("event").asText())
            .with(step.get("property").asText(), step.get("equals").asText());
  }

  private static EventMatch event(JsonNode name) {
    return name.isNull() || name.isMissingNode() ? EventMatch.ANY : EventMatch.event(name.asText());
  }

  private static EventMatch filtered(EventMatch match, JsonNode filter, Set<String> sides) {
    boolean applies =
        !filter.isMissingNode()
            && (!filter.has("applies_to") || sides.contains(filter.get("applies_to").asText()));
    return applies
        ? match.with(filter.get("property").asText(), filter.get("equals").asText())
        : match;
  }

  private static IllegalArgumentException unknown(JsonNode value) {
    return new IllegalArgumentException("Not understood: " + value);
  }
}
