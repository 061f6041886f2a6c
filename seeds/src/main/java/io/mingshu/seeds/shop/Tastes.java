package io.mingshu.seeds.shop;

import java.util.ArrayList;
import java.util.List;

/**
 * What people look at and put together in an order.
 *
 * <p>Only some users ever buy for babies. Whether a user buys food is settled with the first paid
 * order, which then holds both: so the planted affinity holds for every seed, however often people
 * buy.
 */
final class Tastes {
  private static final double[] INTEREST = {
    0.21, 0.10, 0.16, 0.055, 0.035, 0.12, 0.08, 0.08, 0.10, 0.06
  };
  private static final Weights ORDINARY = new Weights(INTEREST);
  private static final Weights FESTIVE = festive();
  private static final Weights BROWSED_ORDERED = withoutPlanted(INTEREST, 1);
  private static final Weights FESTIVE_ORDERED = withoutPlanted(INTEREST, 1.9);
  private static final Weights LINES = new Weights(0.63, 0.255, 0.085, 0.03);
  private static final int MOST_LINES = 6;
  private static final double BABY_SHARE = 0.20;
  private static final double FOOD_WITH_BABY = 0.66;
  private static final double FOOD_OTHERWISE = 0.22;
  private static final double TAKES_COMPANION = 0.55;

  private final long seed;
  private final Goods goods;
  private final Memory memory;
  private final Quota foodWithBaby = new Quota();
  private final Quota foodOtherwise = new Quota();

  Tastes(long seed, Goods goods, Memory memory) {
    this.seed = seed;
    this.goods = goods;
    this.memory = memory;
  }

  private static Weights festive() {
    return new Weights(raised(INTEREST, 1.9));
  }

  private static double[] raised(double[] weights, double factor) {
    double[] raised = weights.clone();
    raised[Goods.WOMENSWEAR] *= factor;
    raised[Goods.COSMETICS] *= factor;
    return raised;
  }

  private static Weights withoutPlanted(double[] weights, double factor) {
    double[] rest = raised(weights, factor);
    rest[Goods.FOOD] = 0;
    rest[Goods.BABY] = 0;
    return new Weights(rest);
  }

  /** An item that somebody looks at. */
  int browse(int user, boolean festive, Dice dice) {
    int category =
        dice.chance(festive ? 0.2 : 0.4)
            ? favourite(user)
            : (festive ? FESTIVE : ORDINARY).pick(dice.unit());
    return goods.pick(category, dice.unit());
  }

  boolean buysForBaby(int user) {
    return Dice.unit(seed, user, 301) < BABY_SHARE;
  }

  private int favourite(int user) {
    return BROWSED_ORDERED.pick(Dice.unit(seed, user, 302));
  }

  /**
   * The items of an order, in item order.
   *
   * @param willBePaid whether the buyer means to pay
   */
  List<Integer> basket(int user, boolean festive, boolean willBePaid, Dice dice) {
    List<Integer> items = new ArrayList<>(MOST_LINES);
    int lines = 1 + LINES.pick(dice.unit());
    if (willBePaid && !memory.has(user, Memory.PAID_BEFORE)) {
      // A first order whose payment failed settles nothing.
      memory.clear(user, Memory.BUYS_FOOD);
      boolean baby = buysForBaby(user);
      if (baby) {
        items.add(goods.pick(Goods.BABY, dice.unit()));
      }
      if (baby ? foodWithBaby.take(FOOD_WITH_BABY) : foodOtherwise.take(FOOD_OTHERWISE)) {
        items.add(goods.pick(Goods.FOOD, dice.unit()));
        memory.set(user, Memory.BUYS_FOOD);
      }
    }
    while (items.size() < lines) {
      add(items, goods.pick(category(user, festive, dice), dice.unit()));
    }
    for (int i = 0; i < items.size() && items.size() < MOST_LINES; i++) {
      Integer companion = Goods.companion(items.get(i));
      if (companion != null && dice.chance(TAKES_COMPANION)) {
        add(items, companion);
      }
    }
    items.sort(null);
    return items;
  }

  private int category(int user, boolean festive, Dice dice) {
    if (memory.has(user, Memory.PAID_BEFORE)) {
      if (memory.has(user, Memory.BUYS_FOOD) && dice.chance(0.34)) {
        return Goods.FOOD;
      }
      if (buysForBaby(user) && dice.chance(0.34)) {
        return Goods.BABY;
      }
    }
    if (dice.chance(festive ? 0.2 : 0.4)) {
      return favourite(user);
    }
    return (festive ? FESTIVE_ORDERED : BROWSED_ORDERED).pick(dice.unit());
  }

  private static void add(List<Integer> items, int item) {
    if (!items.contains(item)) {
      items.add(item);
    }
  }
}
