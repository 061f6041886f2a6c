package io.mingshu.seeds.importer;

import io.mingshu.semantic.text.Text;
import java.util.Locale;
import java.util.Map;

/**
 * What a header probably says, in both languages; the header itself where nothing better is known.
 */
final class HeaderWords {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("age", "年龄"),
          Map.entry("amount", "金额"),
          Map.entry("behavior type", "行为类型"),
          Map.entry("brand", "品牌"),
          Map.entry("category", "品类"),
          Map.entry("channel", "渠道"),
          Map.entry("city", "城市"),
          Map.entry("cost", "成本"),
          Map.entry("country", "国家"),
          Map.entry("coupon", "优惠券"),
          Map.entry("customer", "客户"),
          Map.entry("device", "设备"),
          Map.entry("discount", "折扣"),
          Map.entry("event type", "事件类型"),
          Map.entry("gender", "性别"),
          Map.entry("invoice", "发票"),
          Map.entry("item", "商品"),
          Map.entry("member", "会员"),
          Map.entry("order", "订单"),
          Map.entry("payment method", "支付方式"),
          Map.entry("price", "价格"),
          Map.entry("product", "商品"),
          Map.entry("profit", "利润"),
          Map.entry("province", "省份"),
          Map.entry("quantity", "数量"),
          Map.entry("rating", "评分"),
          Map.entry("region", "地区"),
          Map.entry("revenue", "收入"),
          Map.entry("sales", "销售额"),
          Map.entry("score", "评分"),
          Map.entry("seller", "卖家"),
          Map.entry("session", "会话"),
          Map.entry("shop", "店铺"),
          Map.entry("sku", "商品"),
          Map.entry("state", "状态"),
          Map.entry("status", "状态"),
          Map.entry("stock", "商品"),
          Map.entry("store", "门店"),
          Map.entry("total", "总额"),
          Map.entry("unit price", "单价"),
          Map.entry("user", "用户"));

  private HeaderWords() {}

  /** {@code UnitPrice} becomes 单价, unit price. */
  static Text label(String header) {
    String words = split(header);
    return new Text(CHINESE.getOrDefault(words, words), words);
  }

  /** What an identifier names: {@code CustomerID} becomes 客户, customer. */
  static Text named(String header) {
    String words = split(header);
    String thing =
        words
            .replaceAll("(^| )(id|no|code|sku|uuid|guid|key)$", "")
            .replaceAll("(编号|编码|单号|号)$", "")
            .strip();
    return thing.isEmpty()
        ? new Text(words, words)
        : new Text(CHINESE.getOrDefault(thing, thing), thing);
  }

  /** A name for the catalog or a table: {@code UnitPrice} becomes {@code unit_price}. */
  static String snake(String header) {
    String name = split(header).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "column";
    }
    String cut = name.length() > 60 ? name.substring(0, 60) : name;
    return Character.isDigit(cut.charAt(0)) ? "c_" + cut : cut;
  }

  private static String split(String header) {
    return header
        .strip()
        .replaceAll("(\\p{Ll}|\\p{N})(\\p{Lu})", "$1 $2")
        .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
        .replaceAll("[_\\-.\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
