package io.mingshu.seeds.shop;

import java.util.Arrays;

/**
 * Who the customers are, as codes by user. Users are numbered by signup, so that the table is
 * sorted by time.
 */
final class Population {
  private static final double NEW_SHARE = 0.6;
  private static final double SILENT_SHARE = 0.04;
  private static final double NEW_USERS_COME = 0.72;
  private static final int DAYS_BEFORE = 730;
  private static final int LAST_SIGNUP_MINUTE = 23 * 60 + 15;
  private static final double GOLDEN = 0.6180339887498949;

  private static final double[] RATES = {0.265, 0.072, 0.0165};
  private static final Weights RATE_CLASSES = new Weights(0.08, 0.27, 0.65);
  private static final Weights GENDERS = new Weights(0.54, 0.41, 0.05);
  private static final Weights AGES = new Weights(0.04, 0.22, 0.34, 0.22, 0.12, 0.06);
  private static final Weights ACQUISITION = new Weights(0.22, 0.18, 0.14, 0.16, 0.10, 0.14, 0.06);
  private static final Weights DEVICES = new Weights(0.33, 0.41, 0.16, 0.10);
  private static final Weights[] LEVELS = {
    new Weights(0.10, 0.20, 0.35, 0.35),
    new Weights(0.30, 0.40, 0.25, 0.05),
    new Weights(0.75, 0.20, 0.05, 0.0),
  };

  final int size;
  final int existing;
  final long[] signup;
  final byte[] gender;
  final byte[] age;
  final byte[] province;
  final byte[] cityTier;
  final byte[] level;
  final byte[] acquisition;

  /** The traffic source and the device that a user prefers. */
  final byte[] channel;

  final byte[] device;

  /** How often the user comes: 0 often, 1 at times, 2 seldom. */
  final byte[] rateClass;

  /** The chance to come on an ordinary day. */
  final float[] rate;

  /** Never does anything. */
  final boolean[] silent;

  /** Loses interest: one visit a day, no second order soon, then gone. */
  final boolean[] fading;

  private final boolean[] eastern = new boolean[64];

  Population(ShopSpec spec, BusinessDays days) {
    size = spec.scale().users();
    existing = size - (int) Math.round(size * NEW_SHARE);
    signup = new long[size];
    gender = new byte[size];
    age = new byte[size];
    province = new byte[size];
    cityTier = new byte[size];
    level = new byte[size];
    acquisition = new byte[size];
    channel = new byte[size];
    device = new byte[size];
    rateClass = new byte[size];
    rate = new float[size];
    silent = new boolean[size];
    fading = new boolean[size];
    signUp(spec, days);
    characterise(spec.seed());
  }

  boolean isEastern(int user) {
    return eastern[province[user]];
  }

  private void signUp(ShopSpec spec, BusinessDays days) {
    Dice dice = new Dice();
    for (int user = 0; user < existing; user++) {
      dice.seed(spec.seed(), user, 101);
      int day = -1 - dice.below(DAYS_BEFORE);
      signup[user] = days.startOf(day) + timeOfDay(dice);
    }
    double[] share = new double[spec.days()];
    double sum = 0;
    for (int day = 0; day < spec.days(); day++) {
      sum += Math.sqrt(ShopCalendar.traffic(days.date(day)));
      share[day] = sum;
    }
    int user = existing;
    for (int day = 0; day < spec.days(); day++) {
      int until = existing + (int) Math.round((size - existing) * (share[day] / sum));
      for (; user < until; user++) {
        dice.seed(spec.seed(), user, 101);
        signup[user] = days.startOf(day) + timeOfDay(dice);
      }
    }
    Arrays.sort(signup, 0, existing);
    Arrays.sort(signup, existing, size);
  }

  private static long timeOfDay(Dice dice) {
    int hour = Hours.WEIGHTS.pick(dice.unit());
    int minute = Math.min(hour * 60 + dice.below(60), LAST_SIGNUP_MINUTE);
    return minute * 60_000L + dice.below(60_000);
  }

  private void characterise(long seed) {
    Dice dice = new Dice();
    Weights provinces = Provinces.weights();
    for (int code = 0; code < 34; code++) {
      eastern[code] = Provinces.isEast(code);
    }
    Weights channelsEast = TrafficSources.weights(true);
    Weights channelsElsewhere = TrafficSources.weights(false);
    int[] provinceTurn = new int[RATES.length];
    int[] channelTurn = new int[RATES.length * 2];
    for (int user = 0; user < size; user++) {
      dice.seed(seed, user, 102);
      int often = RATE_CLASSES.pick(dice.unit());
      rateClass[user] = (byte) often;
      rate[user] =
          (float)
              (RATES[often] * (0.7 + 0.6 * dice.unit()) * (user < existing ? 1.0 : NEW_USERS_COME));
      gender[user] = (byte) GENDERS.pick(dice.unit());
      age[user] = (byte) AGES.pick(dice.unit());
      level[user] = (byte) LEVELS[often].pick(dice.unit());
      acquisition[user] = (byte) ACQUISITION.pick(dice.unit());
      device[user] = (byte) DEVICES.pick(dice.unit());
      // By turns and not by chance, so that regions and channels keep their shares among the few
      // who
      // come often, too.
      int home = provinces.pick(turn(provinceTurn[often]++));
      province[user] = (byte) home;
      cityTier[user] = (byte) Provinces.cityTier(home, dice.unit());
      boolean east = eastern[home];
      Weights channels = east ? channelsEast : channelsElsewhere;
      channel[user] = (byte) channels.pick(turn(channelTurn[often * 2 + (east ? 1 : 0)]++));
      silent[user] = dice.chance(SILENT_SHARE);
      fading[user] = dice.chance(acquisition[user] == Vocabulary.ACQUIRED_BY_ADS ? 0.85 : 0.05);
    }
  }

  private static double turn(int count) {
    double position = (count + 1) * GOLDEN;
    return position - Math.floor(position);
  }
}
