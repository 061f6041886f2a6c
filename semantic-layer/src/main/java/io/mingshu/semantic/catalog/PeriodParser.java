package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the default period, in the forms of a semantic query that a catalog can use. */
final class PeriodParser {
  private static final List<String> TYPES =
      List.of("all", "last", "to_date", "previous", "calendar", "since", "between", "days_ago");

  private final Draft draft;
  private final CalendarParser dates;

  PeriodParser(Draft draft) {
    this.draft = draft;
    this.dates = new CalendarParser(draft);
  }

  Optional<Period> parse(YamlObject object) {
    Optional<Located<String>> type = object.requiredString("type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<Period> period =
        switch (type.get().value()) {
          case "all" -> Optional.of(new Period.All());
          case "last" -> last(object);
          case "to_date" -> unit(object).map(Period.ToDate::new);
          case "previous" -> previous(object);
          case "calendar" ->
              unit(object).flatMap(u -> date(object, "start").map(d -> new Period.Calendar(u, d)));
          case "since" -> date(object, "from").map(Period.Since::new);
          case "between" -> between(object);
          case "days_ago" -> object.positive("days").map(Period.DaysAgo::new);
          default -> {
            draft.problems.addUnknown(
                ProblemCode.BAD_VALUE, type.get().at(), "type", type.get().value(), TYPES);
            yield Optional.empty();
          }
        };
    if (TYPES.contains(type.get().value())) {
      object.close();
    }
    return period;
  }

  private Optional<Period> last(YamlObject object) {
    Optional<Integer> count = object.positive("count");
    boolean whole = object.flag("whole");
    return unit(object).flatMap(u -> count.map(n -> new Period.Last(n, u, whole)));
  }

  private Optional<Period> previous(YamlObject object) {
    Optional<Integer> back = object.has("back") ? object.positive("back") : Optional.of(1);
    return unit(object).flatMap(u -> back.map(n -> new Period.Previous(u, n)));
  }

  private Optional<Period> between(YamlObject object) {
    Optional<LocalDate> from = date(object, "from");
    Optional<LocalDate> to = date(object, "to");
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      object.problem(
          ProblemCode.BAD_DATE,
          object.positionOf("from"),
          "'from' (" + from.get() + ") lies after 'to' (" + to.get() + ")");
    }
    return from.flatMap(f -> to.map(t -> new Period.Between(f, t)));
  }

  private Optional<LocalDate> date(YamlObject object, String key) {
    return object.requiredString(key).flatMap(dates::date);
  }

  private static Optional<Grain> unit(YamlObject object) {
    return object.requiredChoice("unit", Grain.class);
  }
}
