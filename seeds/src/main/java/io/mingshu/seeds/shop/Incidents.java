package io.mingshu.seeds.shop;

/**
 * What goes wrong in the shop: for two weeks the orders of the east that come by short video fall
 * to a fifth, and on one afternoon nothing is paid.
 */
final class Incidents {
  private static final int FALL_FIRST = 45;
  private static final int FALL_DAYS = 14;
  private static final double REMAINS = 0.2;
  private static final double SPREAD = 0.35;
  private static final int OUTAGE_DAY = 6;
  private static final long HOUR = 3_600_000L;

  private final BusinessDays days;
  private final Population people;
  private final int fallStart;
  private final int[] before = new int[FALL_DAYS];
  private int during;

  Incidents(BusinessDays days, Population people) {
    this.days = days;
    this.people = people;
    this.fallStart = days.before(FALL_FIRST);
  }

  /** Whether an order that is about to be placed goes through. */
  boolean goesThrough(int user, int day, int channel, Dice dice) {
    if (channel != Vocabulary.CHANNEL_SHORT_VIDEO || !people.isEastern(user)) {
      return true;
    }
    int since = day - fallStart;
    if (since >= -FALL_DAYS && since < 0) {
      before[since + FALL_DAYS]++;
      return true;
    }
    if (since < 0 || since >= FALL_DAYS) {
      return true;
    }
    int usual = 0;
    for (int i = 0; i <= since; i++) {
      usual += before[i];
    }
    // A chance on top of the allowance, for it would otherwise go to the first users of the day.
    if (during >= Math.round(usual * REMAINS) || !dice.chance(SPREAD)) {
      return false;
    }
    during++;
    return true;
  }

  /** Whether payments fail at this moment. */
  boolean paymentsFail(long time) {
    long start = days.startOf(days.before(OUTAGE_DAY));
    return time >= start + 14 * HOUR && time < start + 18 * HOUR;
  }
}
