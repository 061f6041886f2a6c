package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * Named days, such as a campaign.
 *
 * @param yearly the days of every year, where they are the same each year
 * @param dated days of single years, where they move; they win over {@code yearly}
 * @param dimensionValue the value of the campaign dimension that belongs to it
 */
public record CalendarEntry(
    String name,
    Text label,
    Terms terms,
    Optional<Yearly> yearly,
    List<Dated> dated,
    Optional<String> dimensionValue) {

  public CalendarEntry {
    dated = List.copyOf(dated);
  }

  /** Both ends included; {@code peak} is the top day. */
  public record Yearly(MonthDay from, MonthDay to, Optional<MonthDay> peak) {

    /** The days that begin in a year; those that run over New Year end in the next. */
    Dated in(int year) {
      return new Dated(from.atYear(year), after(to, year), peak.map(day -> after(day, year)));
    }

    private LocalDate after(MonthDay day, int year) {
      return day.atYear(day.isBefore(from) ? year + 1 : year);
    }
  }

  /** Both ends included; {@code peak} is the top day. */
  public record Dated(LocalDate from, LocalDate to, Optional<LocalDate> peak) {}

  /** The days of the year in which the entry begins; empty where the catalog does not know them. */
  public Optional<Dated> in(int year) {
    return dated.stream()
        .filter(d -> d.from().getYear() == year)
        .findFirst()
        .or(() -> yearly.map(y -> y.in(year)));
  }
}
