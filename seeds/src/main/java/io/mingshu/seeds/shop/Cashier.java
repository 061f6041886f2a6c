package io.mingshu.seeds.shop;

import java.util.ArrayList;
import java.util.List;

/** Turns a basket into an order: quantities, discounts, payment, refunds. */
final class Cashier {
  private static final Weights QUANTITIES = new Weights(0.83, 0.13, 0.04);
  private static final double BARGAIN_HUNTERS = 0.02;
  private static final double REFUNDED = 0.0515;
  private static final long DAY = 86_400_000L;

  private final long seed;
  private final Goods goods;
  private final BusinessDays days;
  private final Memory memory;
  private final OrderLog orders;

  Cashier(long seed, Goods goods, BusinessDays days, Memory memory, OrderLog orders) {
    this.seed = seed;
    this.goods = goods;
    this.days = days;
    this.memory = memory;
    this.orders = orders;
  }

  /**
   * @param payTime 0 where it is not paid
   * @param fails whether payment was tried in vain: such an order is not cancelled
   */
  void ring(
      int user,
      int day,
      int channel,
      int device,
      int campaign,
      List<Integer> basket,
      long time,
      long payTime,
      boolean fails,
      Dice dice) {
    boolean cancelled = payTime == 0 && !fails && dice.chance(0.5);
    List<Order.Line> lines = new ArrayList<>(basket.size());
    for (int item : basket) {
      lines.add(line(user, item, campaign, payTime, cancelled, dice));
    }
    memory.orders[user]++;
    memory.lastOrder[user] = (short) (day + 1);
    if (payTime != 0) {
      memory.set(user, Memory.PAID_BEFORE);
      memory.bought[user] = basket.get(0) + 1;
    }
    orders.add(
        new Order(time, payTime, user, memory.orders[user], channel, device, campaign, lines));
  }

  private Order.Line line(
      int user, int item, int campaign, long payTime, boolean cancelled, Dice dice) {
    int quantity = 1 + QUANTITIES.pick(dice.unit());
    long listed = goods.priceOf(item) * quantity;
    long discount = Math.round(listed * discountRate(user, campaign, dice));
    long amount = listed - discount;
    if (payTime == 0) {
      int status = cancelled ? Vocabulary.CANCELLED : Vocabulary.UNPAID;
      return new Order.Line(item, quantity, amount, discount, 0, 0, 0, status);
    }
    boolean wantsRefund = dice.chance(REFUNDED);
    boolean whole = dice.chance(0.75);
    double part = 0.2 + 0.7 * dice.unit();
    long refundTime = payTime + DAY / 4 + (long) (dice.unit() * 10 * DAY);
    if (!wantsRefund || refundTime >= days.end()) {
      return new Order.Line(item, quantity, amount, discount, amount, 0, 0, Vocabulary.PAID);
    }
    long refund = whole ? amount : Math.round(amount * part);
    return new Order.Line(
        item, quantity, amount, discount, amount, refund, refundTime, Vocabulary.REFUNDED);
  }

  private double discountRate(int user, int campaign, Dice dice) {
    double unit = dice.unit();
    if (Dice.unit(seed, user, 402) < BARGAIN_HUNTERS) {
      return 0.32 + 0.18 * unit;
    }
    if (campaign != Vocabulary.NO_CAMPAIGN) {
      return 0.08 + 0.22 * unit;
    }
    return unit < 0.35 ? 0.03 + 0.3 * unit : 0;
  }
}
