package io.mingshu.seeds.shop;

import java.time.LocalDate;
import java.time.ZoneId;

/** The days of the shop, numbered from 0, as spans of UTC milliseconds. */
final class BusinessDays {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long DAY = 86_400_000L;

  private final LocalDate start;
  private final int count;
  private final long origin;

  BusinessDays(ShopSpec spec) {
    start = spec.start();
    count = spec.days();
    origin = start.atStartOfDay(ZONE).toInstant().toEpochMilli();
  }

  int count() {
    return count;
  }

  LocalDate date(int day) {
    return start.plusDays(day);
  }

  /**
   * The first millisecond of a day; days before the first are negative. The zone has one offset.
   */
  long startOf(int day) {
    return origin + day * DAY;
  }

  /** The number of the day that begins so many days before the last one. */
  int before(int daysBeforeEnd) {
    return count - 1 - daysBeforeEnd;
  }

  /** The first millisecond after the last day. */
  long end() {
    return startOf(count);
  }
}
