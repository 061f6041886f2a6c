package io.mingshu.semantic.catalog;

import java.time.LocalDate;
import java.time.Month;

/**
 * A company's own year.
 *
 * @param start its first month
 * @param namedByEnd whether it has the number of the calendar year in which it ends, as Alibaba's
 *     has, rather than of the one in which it begins
 */
public record FiscalYear(Month start, boolean namedByEnd) {

  /** The first day of the fiscal year that contains a day. */
  public LocalDate floor(LocalDate day) {
    LocalDate sameYear = LocalDate.of(day.getYear(), start, 1);
    return sameYear.isAfter(day) ? sameYear.minusYears(1) : sameYear;
  }

  /** The first day of the fiscal quarter that contains a day. */
  public LocalDate quarterFloor(LocalDate day) {
    int months = Math.floorMod(day.getMonthValue() - start.getValue(), 12);
    return day.withDayOfMonth(1).minusMonths(months % 3);
  }

  /** The first day of the fiscal year of a number. */
  public LocalDate first(int number) {
    boolean endsInNextYear = start != Month.JANUARY;
    return LocalDate.of(namedByEnd && endsInNextYear ? number - 1 : number, start, 1);
  }
}
