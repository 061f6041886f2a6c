package io.mingshu.seeds.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;

/**
 * How busy a business day is, and which campaign runs on it.
 *
 * <p>New Year's Eves of the lunar calendar are listed, as they follow from no simple rule; a year
 * outside the list has no New Year campaign.
 */
final class ShopCalendar {
  private static final Map<Integer, MonthDay> LUNAR_EVES =
      Map.ofEntries(
          Map.entry(2018, MonthDay.of(2, 15)),
          Map.entry(2019, MonthDay.of(2, 4)),
          Map.entry(2020, MonthDay.of(1, 24)),
          Map.entry(2021, MonthDay.of(2, 11)),
          Map.entry(2022, MonthDay.of(1, 31)),
          Map.entry(2023, MonthDay.of(1, 21)),
          Map.entry(2024, MonthDay.of(2, 9)),
          Map.entry(2025, MonthDay.of(1, 28)),
          Map.entry(2026, MonthDay.of(2, 16)),
          Map.entry(2027, MonthDay.of(2, 5)),
          Map.entry(2028, MonthDay.of(1, 25)),
          Map.entry(2029, MonthDay.of(2, 12)),
          Map.entry(2030, MonthDay.of(2, 2)),
          Map.entry(2031, MonthDay.of(1, 22)),
          Map.entry(2032, MonthDay.of(2, 10)),
          Map.entry(2033, MonthDay.of(1, 30)),
          Map.entry(2034, MonthDay.of(2, 18)),
          Map.entry(2035, MonthDay.of(2, 7)));

  private static final int NEW_YEAR_CAMPAIGN_DAYS = 10;
  private static final int HOLIDAY_DAYS = 7;

  private ShopCalendar() {}

  /** The code of the campaign of a day, {@link Vocabulary#NO_CAMPAIGN} for none. */
  static int campaign(LocalDate day) {
    int date = day.getMonthValue() * 100 + day.getDayOfMonth();
    if (date >= 601 && date <= 620) {
      return 1;
    }
    if (date >= 1101 && date <= 1111) {
      return 2;
    }
    if (date >= 1210 && date <= 1212) {
      return 3;
    }
    long toEve = daysToLunarEve(day);
    if (toEve >= 1 && toEve <= NEW_YEAR_CAMPAIGN_DAYS) {
      return 4;
    }
    if (date >= 305 && date <= 308) {
      return 5;
    }
    // Brands show off on Wednesdays. No more people come for it, so no week differs by it.
    return day.getDayOfWeek() == DayOfWeek.WEDNESDAY
        ? Vocabulary.BRAND_DAY
        : Vocabulary.NO_CAMPAIGN;
  }

  /** How many come, against an ordinary weekday. */
  static double traffic(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return (weekend ? 1.22 : 1.0) * campaignTraffic(day, campaign(day));
  }

  private static double campaignTraffic(LocalDate day, int campaign) {
    int dayOfMonth = day.getDayOfMonth();
    return switch (campaign) {
      case 1 -> dayOfMonth == 18 ? 2.9 : dayOfMonth >= 16 || dayOfMonth == 1 ? 1.5 : 1.25;
      case 2 -> dayOfMonth == 11 ? 3.1 : dayOfMonth >= 9 || dayOfMonth == 1 ? 1.5 : 1.3;
      case 3 -> dayOfMonth == 12 ? 2.3 : 1.45;
      case 4 -> 1.5;
      case 5 -> dayOfMonth == 8 ? 1.75 : 1.4;
      default -> {
        long sinceEve = -daysToLunarEve(day);
        yield sinceEve >= 0 && sinceEve < HOLIDAY_DAYS ? 0.75 : 1.0;
      }
    };
  }

  private static long daysToLunarEve(LocalDate day) {
    MonthDay eve = LUNAR_EVES.get(day.getYear());
    return eve == null
        ? Long.MIN_VALUE / 2
        : eve.atYear(day.getYear()).toEpochDay() - day.toEpochDay();
  }
}
