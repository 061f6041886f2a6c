package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.CalendarEntry.Dated;
import io.mingshu.semantic.catalog.CalendarEntry.Yearly;
import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads named days. */
final class CalendarParser {
  private final Draft draft;

  CalendarParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = object.requiredString("name");
    name.ifPresent(found -> draft.declare(Draft.Kind.CALENDAR, found));
    String owner = name.map(Located::value).orElse("");
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    Optional<Yearly> yearly = object.object("yearly").flatMap(this::yearly);
    List<Dated> dated = new ArrayList<>();
    for (YamlObject days : object.objects("dated", "dated days")) {
      dated(days)
          .ifPresent(
              found -> {
                if (dated.stream().anyMatch(d -> d.from().getYear() == found.from().getYear())) {
                  days.problem(
                      ProblemCode.DUPLICATE_NAME,
                      days.position(),
                      "'" + owner + "' begins twice in " + found.from().getYear());
                }
                dated.add(found);
              });
    }
    if (!object.has("yearly") && !object.has("dated")) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "the calendar entry '" + owner + "' has neither 'yearly' nor 'dated' days");
    }
    Optional<Located<String>> value = object.string("dimension_value");
    value.ifPresent(code -> draft.refer(Draft.Kind.VALUE, code));
    object.close();
    draft.words(Draft.Role.CALENDAR, owner, "", label, object.positionOf("label"), terms);
    draft.calendar.add(
        new CalendarEntry(owner, label, terms.terms(), yearly, dated, value.map(Located::value)));
  }

  /** An entry may run over New Year, so any two days of the year make one. */
  private Optional<Yearly> yearly(YamlObject days) {
    Optional<MonthDay> from = required(days, "from", this::monthDay);
    Optional<MonthDay> to = required(days, "to", this::monthDay);
    Optional<MonthDay> peak = days.string("peak").flatMap(this::monthDay);
    days.close();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (peak.isPresent() && !isWithin(peak.get(), from.get(), to.get())) {
      days.problem(ProblemCode.BAD_DATE, days.positionOf("peak"), "the peak lies outside the days");
    }
    return Optional.of(new Yearly(from.get(), to.get(), peak));
  }

  private static boolean isWithin(MonthDay day, MonthDay from, MonthDay to) {
    return from.isAfter(to)
        ? !day.isBefore(from) || !day.isAfter(to)
        : !day.isBefore(from) && !day.isAfter(to);
  }

  private Optional<Dated> dated(YamlObject days) {
    Optional<LocalDate> from = required(days, "from", this::date);
    Optional<LocalDate> to = required(days, "to", this::date);
    Optional<LocalDate> peak = days.string("peak").flatMap(this::date);
    days.close();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().isAfter(to.get())) {
      days.problem(
          ProblemCode.BAD_DATE,
          days.positionOf("from"),
          "'from' (" + from.get() + ") lies after 'to' (" + to.get() + ")");
      return Optional.empty();
    }
    if (peak.isPresent() && (peak.get().isBefore(from.get()) || peak.get().isAfter(to.get()))) {
      days.problem(ProblemCode.BAD_DATE, days.positionOf("peak"), "the peak lies outside the days");
    }
    return Optional.of(new Dated(from.get(), to.get(), peak));
  }

  private static <T> Optional<T> required(
      YamlObject days, String key, Function<Located<String>, Optional<T>> read) {
    return days.requiredString(key).flatMap(read);
  }

  private Optional<MonthDay> monthDay(Located<String> text) {
    try {
      return Optional.of(MonthDay.parse("--" + text.value()));
    } catch (DateTimeException e) {
      badDate(text, "a day of the year, such as 06-18");
      return Optional.empty();
    }
  }

  Optional<LocalDate> date(Located<String> text) {
    try {
      return Optional.of(LocalDate.parse(text.value()));
    } catch (DateTimeException e) {
      badDate(text, "a date, such as 2026-06-18");
      return Optional.empty();
    }
  }

  private void badDate(Located<String> text, String wanted) {
    draft.problems.add(ProblemCode.BAD_DATE, text.at(), "'" + text.value() + "' is not " + wanted);
  }
}
