package io.mingshu.seeds.shop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sells. The same for every seed, so that the documentation can name items. An item's
 * number decides its category and, within it, its rank of popularity.
 */
final class Goods {
  static final int CATEGORIES = 10;
  static final int WOMENSWEAR = 0;
  static final int COSMETICS = 2;
  static final int FOOD = 5;
  static final int BABY = 6;

  private static final long GOODS_SEED = 20_260_630L;
  private static final long CHEAPEST = 900;
  private static final long DEAREST = 999_900;
  private static final int DIGITAL = 3;

  private record Category(
      String name,
      List<String> subcategories,
      List<String> brands,
      List<Integer> prices,
      double spread) {}

  private static final List<Category> ALL =
      List.of(
          category("女装", "连衣裙 T恤 外套 裤装", "素衣记 云上裳 花间集 Lunaria 初禾", 0.5, 99, 39, 159, 69),
          category("男装", "衬衫 夹克 牛仔裤 卫衣", "北岸 山行 Northfold 简木 长风", 0.5, 69, 139, 89, 85),
          category("美妆", "护肤 彩妆 香水 面膜", "雪颜 Florea 桃夭 清露 Miravel", 0.5, 79, 45, 119, 29),
          category("数码", "手机 耳机 智能手表 平板", "极星 Voltix 蓝鲸 Pixora 光年", 0.6, 519, 75, 229, 489),
          category("家电", "冰箱 空调 洗衣机 小厨电", "恒居 Airon 暖舍 洁净家 Kettlo", 0.6, 549, 519, 459, 69),
          category("食品", "零食 生鲜 粮油 冲饮", "田园食集 Nutbay 海之味 谷满仓 茶山", 0.4, 19, 39, 45, 29),
          category("母婴", "奶粉 纸尿裤 玩具 童装", "小芽 Babybloom 棉朵 乐童 悦宝", 0.4, 129, 65, 39, 55),
          category("运动户外", "跑鞋 健身器材 露营 户外服", "疾风 Trailix 山野 Kinetik 望峰", 0.5, 169, 79, 99, 129),
          category("家居", "床品 灯具 收纳 厨具", "木语 Casanest 晨光家 素屿 暖巷", 0.5, 89, 55, 19, 35),
          category("图书", "小说 童书 教辅 经管", "书声 Papyra 文澜 墨香 知行", 0.3, 29, 25, 35, 39));

  /**
   * Ranks of items that sell together: a first one, and the second that it takes along. By category
   * and rank, so that they exist at every scale.
   */
  private static final int[][] PAIRS = {{3, 8, 9}, {6, 8, 9}, {7, 10, 11}};

  private final int items;
  private final Weights popularity;
  private final long[] prices;
  private final byte[][] columns;

  Goods(int items) {
    this.items = items;
    this.popularity = Weights.zipf(items / CATEGORIES, 0.95);
    this.prices = new long[items];
    this.columns = new byte[items][];
    for (int item = 0; item < items; item++) {
      prices[item] = price(item);
      columns[item] = columnsOf(item).getBytes(StandardCharsets.UTF_8);
    }
    prices[items - CATEGORIES + DIGITAL] = DEAREST;
    prices[items - 1] = CHEAPEST;
  }

  private static Category category(
      String name, String subcategories, String brands, double spread, Integer... prices) {
    return new Category(
        name,
        List.of(subcategories.split(" ")),
        List.of(brands.split(" ")),
        List.of(prices),
        spread);
  }

  static String id(int item) {
    String digits = Integer.toString(item + 1);
    return "i" + "0".repeat(6 - digits.length()) + digits;
  }

  static int category(int item) {
    return item % CATEGORIES;
  }

  /** The item that an item takes along, or null. */
  static @Nullable Integer companion(int item) {
    for (int[] pair : PAIRS) {
      if (item == pair[1] * CATEGORIES + pair[0]) {
        return pair[2] * CATEGORIES + pair[0];
      }
    }
    return null;
  }

  /** An item of a category, the popular ones more often. */
  int pick(int category, double unit) {
    return popularity.pick(unit) * CATEGORIES + category;
  }

  int count() {
    return items;
  }

  /** List price in fen. */
  long priceOf(int item) {
    return prices[item];
  }

  /** The columns item_id, category, subcategory, brand as they stand in CSV. */
  byte[] columns(int item) {
    return columns[item];
  }

  private static String columnsOf(int item) {
    Category category = ALL.get(category(item));
    int rank = item / CATEGORIES;
    String brand = category.brands().get((int) (Dice.unit(GOODS_SEED, item, 2) * 5));
    return String.join(
        ",", id(item), category.name(), category.subcategories().get(rank % 4), brand);
  }

  private static long price(int item) {
    Category category = ALL.get(category(item));
    int rank = item / CATEGORIES;
    double bell = 0;
    for (int i = 0; i < 12; i++) {
      bell += Dice.unit(GOODS_SEED, item, 10 + i);
    }
    double yuan = category.prices().get(rank % 4) * StrictMath.exp(category.spread() * (bell - 6));
    long fen = yuan < 30 ? StrictMath.round(yuan * 10) * 10 : StrictMath.round(yuan) * 100;
    return Math.max(CHEAPEST, Math.min(DEAREST, fen));
  }
}
