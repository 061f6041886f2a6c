package io.mingshu.seeds.shop;

/** Who comes on a day. */
final class Attendance {
  private static final double NEXT_DAY = 0.28;
  private static final double SEVENTH_DAY = 0.15;
  private static final double LIVE_KEEPS = 1.3;
  private static final int LIVE_FROM_DAY = 199;
  private static final double NEWNESS = 6.6;
  private static final double NEWNESS_DAYS = 9;
  private static final int SETTLED = 60;
  private static final double MOST = 0.95;

  private final long seed;
  private final Population people;
  private final BusinessDays days;
  private final Memory memory;
  private final Experiments experiments;
  private final double[] newness = new double[SETTLED];

  /** By live or not. */
  private final Quota[] nextDay = {new Quota(), new Quota()};

  /**
   * By live or not, and by what the home page's experiment adds: nothing, its control, its
   * treatment.
   */
  private final Quota[][] seventhDay = {
    {new Quota(), new Quota(), new Quota()}, {new Quota(), new Quota(), new Quota()}
  };

  private final Quota[] returnDay = {new Quota(), new Quota()};

  Attendance(
      long seed, Population people, BusinessDays days, Memory memory, Experiments experiments) {
    this.seed = seed;
    this.people = people;
    this.days = days;
    this.memory = memory;
    this.experiments = experiments;
    for (int age = 0; age < SETTLED; age++) {
      newness[age] = 1 + NEWNESS * StrictMath.exp(-age / NEWNESS_DAYS);
    }
  }

  /**
   * @param age days since signup
   * @param traffic how busy the day is
   */
  boolean comes(int user, int day, int age, double traffic) {
    boolean isNew = user >= people.existing;
    if (people.silent[user]) {
      if (isNew && age == 1) {
        passOn(nextDay[live(user, day - age)], keep(user, day - age, NEXT_DAY));
      } else if (isNew && age == 7) {
        passOn(seventhDay[live(user, day - age)][0], keep(user, day - age, SEVENTH_DAY));
      }
      return false;
    }
    if (isNew && age == 0) {
      return true;
    }
    if (isNew && age == 1) {
      return nextDay[live(user, day - age)].take(keep(user, day - age, NEXT_DAY));
    }
    boolean returnsByExperiment = experiments.isReturnDay(user, day);
    if (isNew && age == 7) {
      return comesOnSeventhDay(user, day, returnsByExperiment);
    }
    if (memory.has(user, Memory.LOST)) {
      return false;
    }
    double chance = Math.min(MOST, people.rate[user] * novelty(user, age) * traffic);
    if (returnsByExperiment) {
      int variant = experiments.homeVariant(user);
      return returnDay[variant].take(Math.min(MOST, chance + variant * Experiments.RETURN_EFFECT));
    }
    return Dice.unit(seed, user, 1_000L + day) < chance;
  }

  private boolean comesOnSeventhDay(int user, int day, boolean returnsByExperiment) {
    double share = keep(user, day - 7, SEVENTH_DAY);
    Quota[] quotas = seventhDay[live(user, day - 7)];
    if (!returnsByExperiment) {
      return quotas[0].take(share);
    }
    // Half below and half above, so that the experiment leaves the pooled figure where it is.
    int variant = experiments.homeVariant(user);
    return quotas[1 + variant].take(share + (variant - 0.5) * Experiments.RETURN_EFFECT);
  }

  private static void passOn(Quota quota, double share) {
    if (quota.take(share)) {
      quota.giveBack();
    }
  }

  private double novelty(int user, int age) {
    return user < people.existing || age >= SETTLED ? 1 : newness[age];
  }

  private int live(int user, int signupDay) {
    return people.acquisition[user] == Vocabulary.ACQUIRED_BY_LIVE && signupDay >= LIVE_FROM_DAY
        ? 1
        : 0;
  }

  private double keep(int user, int signupDay, double share) {
    return live(user, signupDay) == 1 ? share * LIVE_KEEPS : share;
  }

  int age(int user, int day) {
    return day - (int) Math.floorDiv(people.signup[user] - days.startOf(0), 86_400_000L);
  }
}
