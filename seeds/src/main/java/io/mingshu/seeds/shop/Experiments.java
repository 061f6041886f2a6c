package io.mingshu.seeds.shop;

/**
 * The two experiments: who is in which variant, and the levers that make the variants differ as
 * promised. A lever looks at the variants' figures so far and pushes the next visits a little, so
 * that the promised ratio is reached by the end of the run whatever the seed.
 */
final class Experiments {
  private static final int HOME_FIRST = 120;
  private static final int HOME_DAYS = 60;
  private static final int RECO_FIRST = 75;
  private static final int RECO_DAYS = 45;
  private static final double CART_EFFECT = 1.12;
  private static final double[] PAY_EFFECT = {1.0, 1.0, 1.2};
  private static final int ENOUGH = 40;
  private static final double PUSH = 2.2;
  private static final double HOLD = 0.5;

  /** How much likelier a treated user is to come back on the seventh day after first exposure. */
  static final double RETURN_EFFECT = 0.05;

  private final long seed;
  private final BusinessDays days;
  private final Memory memory;
  private final long[] homeExposed = new long[2];
  private final long[] homeCarted = new long[2];
  private final long[] recoExposed = new long[3];
  private final long[] recoPaid = new long[3];

  Experiments(long seed, BusinessDays days, Memory memory) {
    this.seed = seed;
    this.days = days;
    this.memory = memory;
  }

  int homeVariant(int user) {
    return (int) (Dice.unit(seed, user, 201) * 2);
  }

  private int recoVariant(int user) {
    return (int) (Dice.unit(seed, user, 203) * 3);
  }

  private boolean homeRuns(int day) {
    int since = day - days.before(HOME_FIRST);
    return since >= 0 && since < HOME_DAYS;
  }

  private boolean recoRuns(int day) {
    int since = day - days.before(RECO_FIRST);
    return since >= 0 && since < RECO_DAYS;
  }

  /** Whether this day is the seventh after the first exposure to the home page's experiment. */
  boolean isReturnDay(int user, int day) {
    int exposed = memory.homeExposure[user];
    return exposed != 0 && exposed - 1 + 7 == day;
  }

  /** The code of experiment and variant of an event; notes the exposure. */
  int tag(int user, int day, int page) {
    if (page == Vocabulary.PAGE_HOME && homeRuns(day)) {
      if (memory.homeExposure[user] == 0) {
        memory.homeExposure[user] = (short) (day + 1);
        homeExposed[homeVariant(user)]++;
      }
      return 1 + homeVariant(user);
    }
    if (page == Vocabulary.PAGE_ITEM && recoRuns(day)) {
      if (memory.recoExposure[user] == 0) {
        memory.recoExposure[user] = (short) (day + 1);
        recoExposed[recoVariant(user)]++;
      }
      return 3 + recoVariant(user);
    }
    return 0;
  }

  /**
   * How much likelier than usual this visit is to be a shopping trip. Only what the user has seen
   * before it, or surely sees in it, may change that: else the variants would be seen by unequal
   * numbers.
   *
   * @param seesHome whether the visit shows the home page
   */
  double visitLever(int user, int day, boolean seesHome) {
    double lever = 1;
    if (homeRuns(day)
        && homeVariant(user) == 1
        && (seesHome || memory.homeExposure[user] != 0)
        && !memory.has(user, Memory.CARTED_SINCE_HOME)) {
      lever *= push(homeCarted, homeExposed, 1, CART_EFFECT);
    }
    return memory.recoExposure[user] == 0 ? lever : lever * itemLever(user, day);
  }

  /** How much likelier than usual a shopping trip, which always shows items, leads to the cart. */
  double itemLever(int user, int day) {
    int variant = recoVariant(user);
    return recoRuns(day) && variant != 0 && !memory.has(user, Memory.PAID_SINCE_RECO)
        ? push(recoPaid, recoExposed, variant, PAY_EFFECT[variant])
        : 1;
  }

  private static double push(long[] successes, long[] exposed, int variant, double effect) {
    if (successes[0] < ENOUGH || exposed[variant] == 0) {
      return effect;
    }
    double control = (double) successes[0] / exposed[0];
    double treated = (double) successes[variant] / exposed[variant];
    return treated < control * effect ? PUSH : HOLD;
  }

  void carted(int user, int day) {
    if (homeRuns(day)
        && memory.homeExposure[user] != 0
        && !memory.has(user, Memory.CARTED_SINCE_HOME)) {
      memory.set(user, Memory.CARTED_SINCE_HOME);
      homeCarted[homeVariant(user)]++;
    }
  }

  void paid(int user, int day) {
    if (recoRuns(day)
        && memory.recoExposure[user] != 0
        && !memory.has(user, Memory.PAID_SINCE_RECO)) {
      memory.set(user, Memory.PAID_SINCE_RECO);
      recoPaid[recoVariant(user)]++;
    }
  }
}
