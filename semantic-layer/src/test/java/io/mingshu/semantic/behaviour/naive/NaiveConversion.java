package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Windowed conversion: events over events, not users. Each conversion is given to at most one base
 * event, the user's latest one that is not after it and in whose window it lies, and counts on that
 * base event's day. Only days are compared: a base event later on the very day of the conversion is
 * not after it.
 */
public final class NaiveConversion {
  private final EventLog log;
  private final ConversionOptions options;

  public NaiveConversion(EventLog log, ConversionOptions options) {
    this.log = log;
    this.options = options;
  }

  /** Every day of the period that has base events. */
  public List<ConversionRow> days() {
    List<Happening> given = given();
    List<ConversionRow> rows = new ArrayList<>();
    shown(baseEvents()).stream()
        .map(options.clock()::day)
        .distinct()
        .forEach(day -> rows.add(new ConversionRow(day, on(day, baseEvents()), on(day, given))));
    return rows;
  }

  /** All of the period: sum over sum, not a mean of days. */
  public OptionalDouble rate() {
    int base = shown(baseEvents()).size();
    return base == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) shown(given()).size() / base);
  }

  /** For each conversion that has one, the base event that it is given to. */
  public List<Happening> given() {
    return log.happenings().stream()
        .filter(options.conversion()::matches)
        .map(this::baseOf)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Happening> baseOf(Happening conversion) {
    return log.of(conversion.user()).stream()
        .filter(options.base()::matches)
        .filter(base -> isInWindow(base, conversion))
        .reduce((earlier, later) -> later);
  }

  private boolean isInWindow(Happening base, Happening conversion) {
    long days = ChronoUnit.DAYS.between(options.clock().day(base), options.clock().day(conversion));
    return days >= 0 && (options.windowDays().isEmpty() || days < options.windowDays().getAsInt());
  }

  private List<Happening> baseEvents() {
    return log.happenings().stream().filter(options.base()::matches).toList();
  }

  private List<Happening> shown(List<Happening> base) {
    return base.stream()
        .filter(event -> options.period().contains(options.clock().shows(event)))
        .toList();
  }

  private int on(LocalDate day, List<Happening> events) {
    return (int) events.stream().filter(event -> options.clock().day(event).equals(day)).count();
  }
}
