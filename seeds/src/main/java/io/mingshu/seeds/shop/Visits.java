package io.mingshu.seeds.shop;

import static io.mingshu.seeds.shop.Vocabulary.*;

import java.util.List;

/**
 * What people do in a session. First it is settled how far the session goes; then it is played,
 * page by page. Every add-to-cart is followed by the cart page and nobody reaches the checkout but
 * from there, so that the funnel has one reading.
 */
final class Visits {
  private static final long MINUTE = 60_000L;
  private static final long IDLE = 31 * MINUTE;
  private static final long LONGEST = 40 * MINUTE;
  private static final long HOUR = 60 * MINUTE;

  /** By channel: how often a session shows the home page first. */
  private static final double[] HOME = {0.5, 1.0, 0.35, 0.35, 0.6, 0.15, 0.15, 1.0};

  /** By device: how many go on from the cart to the checkout. */
  private static final double[] CHECKOUT = {0.70, 0.66, 0.40, 0.62};

  private static final Weights DEVICES = new Weights(0.33, 0.41, 0.16, 0.10);
  private static final double OWN_DEVICE = 0.85;
  private static final double OWN_CHANNEL = 0.4;
  private static final double SHOPS = 0.53;
  private static final double CARTS = 0.75;
  private static final double MOST = 0.97;
  private static final double PLACES = 0.92;
  private static final double MEANS_TO_PAY = 0.886;
  private static final int SECOND_ORDER_AFTER = 31;

  private final long seed;
  private final Population people;
  private final BusinessDays days;
  private final Memory memory;
  private final Experiments experiments;
  private final Incidents incidents;
  private final Tastes tastes;
  private final Cashier cashier;
  private final EventLog events;
  private final Quota[] checkout = new Quota[12];
  private final Weights east = TrafficSources.weights(true);
  private final Weights elsewhere = TrafficSources.weights(false);
  private final Dice dice = new Dice();
  private long sessions;

  // The session that is being played.
  private int user;
  private int day;
  private int channel;
  private int device;
  private int campaign;
  private long now;
  private int pages;

  Visits(
      long seed,
      Population people,
      BusinessDays days,
      Memory memory,
      Experiments experiments,
      Goods goods,
      EventLog events,
      OrderLog orders) {
    this.seed = seed;
    this.people = people;
    this.days = days;
    this.memory = memory;
    this.experiments = experiments;
    this.events = events;
    this.incidents = new Incidents(days, people);
    this.tastes = new Tastes(seed, goods, memory);
    this.cashier = new Cashier(seed, goods, days, memory, orders);
    for (int i = 0; i < checkout.length; i++) {
      checkout[i] = new Quota();
    }
  }

  /**
   * All sessions of a user on a day.
   *
   * @param signsUp whether the day begins with the signup
   * @param dayCampaign the campaign that runs
   */
  void spend(int visitor, int today, boolean signsUp, int dayCampaign) {
    user = visitor;
    day = today;
    dice.seed(seed, visitor, 10_000L + today);
    long first = days.startOf(today);
    long earliest = Math.max(first, memory.lastEvent[visitor] + IDLE);
    if (signsUp) {
      play(people.signup[visitor] + 1_000 + dice.below(15_000), dayCampaign, true);
      earliest = memory.lastEvent[visitor] + IDLE;
    } else {
      play(Math.max(earliest + dice.below(60_000), moment(first)), dayCampaign, false);
    }
    boolean again = !people.fading[visitor] && dice.chance(0.32);
    if (again) {
      long start = Math.max(moment(first), memory.lastEvent[visitor] + IDLE + dice.below(600_000));
      if (start < first + 24 * HOUR - LONGEST) {
        play(start, dayCampaign, false);
      }
    }
  }

  private long moment(long dayStart) {
    int hour = Hours.WEIGHTS.pick(dice.unit());
    long time = dayStart + hour * HOUR + dice.below((int) HOUR);
    long latest = dayStart + 24 * HOUR - LONGEST;
    return time <= latest ? time : latest - dice.below((int) (20 * MINUTE));
  }

  private void play(long start, int dayCampaign, boolean firstEver) {
    now = start;
    pages = 0;
    sessions++;
    channel =
        dice.chance(OWN_CHANNEL)
            ? people.channel[user]
            : (people.isEastern(user) ? east : elsewhere).pick(dice.unit());
    device = dice.chance(OWN_DEVICE) ? people.device[user] : DEVICES.pick(dice.unit());
    boolean festive = dayCampaign != NO_CAMPAIGN && dayCampaign != BRAND_DAY;
    campaign = joins(dayCampaign, festive) ? dayCampaign : NO_CAMPAIGN;

    boolean home = dice.chance(firstEver ? 0.85 : HOME[channel]);
    boolean shops = shops(festive, home);
    boolean carts = shops && dice.chance(Math.min(MOST, CARTS * experiments.itemLever(user, day)));
    if (home) {
      emit(VIEW, PAGE_HOME, -1);
    }
    land();
    if (!shops) {
      lookAround(festive);
    } else {
      shop(festive, carts);
    }
    if (memory.bought[user] != 0 && memory.lastOrder[user] - 1 < day - 2 && dice.chance(0.3)) {
      emit(REVIEW, PAGE_ITEM, memory.bought[user] - 1);
      memory.bought[user] = 0;
    }
    memory.lastEvent[user] = now;
  }

  private boolean joins(int dayCampaign, boolean festive) {
    if (dayCampaign == NO_CAMPAIGN) {
      return false;
    }
    return channel == CHANNEL_CAMPAIGN || dice.chance(festive ? 0.5 : 0.15);
  }

  private boolean shops(boolean festive, boolean home) {
    if (people.fading[user]
        && memory.lastOrder[user] != 0
        && day - (memory.lastOrder[user] - 1) < SECOND_ORDER_AFTER) {
      return false;
    }
    double leaning = Dice.unit(seed, user, 401);
    double chance = SHOPS * (leaning < 0.2 ? 0.25 : leaning < 0.75 ? 1.0 : 1.45);
    if (festive) {
      chance *= 1.15;
    }
    return dice.chance(Math.min(MOST, chance * experiments.visitLever(user, day, home)));
  }

  private void land() {
    switch (channel) {
      case CHANNEL_LIVE -> repeat(1, 2, PAGE_LIVE);
      case CHANNEL_SHORT_VIDEO -> repeat(1, 3, PAGE_SHORT_VIDEO);
      case CHANNEL_CAMPAIGN -> emit(VIEW, PAGE_CAMPAIGN, -1);
      case CHANNEL_SEARCH, CHANNEL_RECOMMENDED, CHANNEL_DIRECT -> {
        // These begin on the home page or with a search.
      }
      default -> emit(VIEW, PAGE_CATEGORY, -1);
    }
  }

  private void repeat(int least, int most, int page) {
    int times = dice.between(least, most);
    for (int i = 0; i < times; i++) {
      emit(VIEW, page, -1);
    }
  }

  private void search() {
    emit(SEARCH, PAGE_SEARCH_RESULT, -1);
    emit(VIEW, PAGE_SEARCH_RESULT, -1);
  }

  private void lookAround(boolean festive) {
    boolean searches = dice.chance(channel == CHANNEL_SEARCH ? 0.75 : 0.08);
    if (searches) {
      search();
    } else if (channel == CHANNEL_SEARCH || dice.chance(0.4)) {
      emit(VIEW, PAGE_CATEGORY, -1);
    }
    if (!dice.chance(searches ? 0.7 : 0.5)) {
      if (pages == 0) {
        emit(VIEW, PAGE_HOME, -1);
      }
      return;
    }
    int items = dice.between(1, 3);
    for (int i = 0; i < items; i++) {
      view(tastes.browse(user, festive, dice));
    }
  }

  private void view(int item) {
    emit(VIEW, PAGE_ITEM, item);
    if (dice.chance(0.07)) {
      emit(FAVORITE, PAGE_ITEM, item);
    }
    if (dice.chance(0.025)) {
      emit(SHARE, PAGE_ITEM, item);
    }
  }

  private void shop(boolean festive, boolean carts) {
    if (channel == CHANNEL_SEARCH || dice.chance(0.45)) {
      search();
    } else {
      emit(VIEW, PAGE_CATEGORY, -1);
    }
    int others = dice.between(0, 2);
    for (int i = 0; i < others; i++) {
      view(tastes.browse(user, festive, dice));
    }
    if (!carts) {
      view(tastes.browse(user, festive, dice));
      return;
    }
    boolean checksOut = checksOut();
    boolean places =
        checksOut && dice.chance(PLACES) && incidents.goesThrough(user, day, channel, dice);
    boolean meansToPay = places && dice.chance(MEANS_TO_PAY);
    List<Integer> basket =
        places
            ? tastes.basket(user, festive, meansToPay, dice)
            : List.of(tastes.browse(user, festive, dice));
    for (int item : basket) {
      view(item);
      emit(CART, PAGE_ITEM, item);
      experiments.carted(user, day);
    }
    emit(VIEW, PAGE_CART, -1);
    if (checksOut) {
      emit(VIEW, PAGE_CHECKOUT, -1);
    }
    if (places) {
      order(basket, meansToPay);
    }
  }

  private boolean checksOut() {
    int habit = memory.checkout(user, device);
    if (habit == 0) {
      Quota quota = checkout[device * 3 + people.rateClass[user]];
      habit = quota.take(CHECKOUT[device]) ? 1 : 2;
      memory.setCheckout(user, device, habit);
    }
    return habit == 1;
  }

  private void order(List<Integer> basket, boolean meansToPay) {
    emit(ORDER, PAGE_CHECKOUT, basket.get(0));
    long orderTime = now;
    long payTime = orderTime + 8_000 + dice.below(140_000);
    boolean fails = incidents.paymentsFail(payTime);
    boolean paid = meansToPay && !fails;
    cashier.ring(
        user, day, channel, device, campaign, basket, orderTime, paid ? payTime : 0, fails, dice);
    if (paid) {
      emitAt(payTime, PAY, PAGE_PAY_RESULT, basket.get(0));
      experiments.paid(user, day);
    }
  }

  private void emit(int type, int page, int item) {
    emitAt(now + 2_000 + (long) (88_000 * dice.unit() * dice.unit()), type, page, item);
  }

  private void emitAt(long time, int type, int page, int item) {
    now = time;
    pages++;
    events.add(
        time,
        user,
        sessions,
        type,
        page,
        item,
        channel,
        device,
        campaign,
        experiments.tag(user, day, page));
  }
}
