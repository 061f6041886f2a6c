package io.mingshu.semantic.time;

import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.FiscalYear;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A catalog with a clock and campaigns, and nothing to measure. */
final class SmallCatalog {
  private SmallCatalog() {}

  static Catalog in(String zone, DayOfWeek weekStart) {
    return new Catalog(
        "small",
        Text.same("small"),
        ZoneId.of(zone),
        weekStart,
        Optional.of(new FiscalYear(Month.APRIL, true)),
        "CNY",
        new Period.Last(30, Grain.DAY, false),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            yearly("618", "--06-01", "--06-20", Optional.of(MonthDay.parse("--06-18"))),
            yearly("double11", "--11-01", "--11-11", Optional.of(MonthDay.parse("--11-11"))),
            yearly("new_year_eve", "--12-28", "--01-03", Optional.empty()),
            new CalendarEntry(
                "nianhuo",
                new Text("年货节", "New Year shopping festival"),
                Terms.NONE,
                Optional.empty(),
                List.of(
                    new CalendarEntry.Dated(
                        LocalDate.parse("2026-02-06"),
                        LocalDate.parse("2026-02-15"),
                        Optional.empty())),
                Optional.empty())),
        List.of(),
        List.of(),
        List.of(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        List.of(),
        List.of());
  }

  private static CalendarEntry yearly(
      String name, String from, String to, Optional<MonthDay> peak) {
    return new CalendarEntry(
        name,
        Text.same(name),
        Terms.NONE,
        Optional.of(new CalendarEntry.Yearly(MonthDay.parse(from), MonthDay.parse(to), peak)),
        List.of(),
        Optional.empty());
  }
}
